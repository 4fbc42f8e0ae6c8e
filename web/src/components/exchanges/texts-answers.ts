/**
 * What 1C was answered, by the beginning of the Russian sentence: 1C itself shows it to its user in Russian.
 */
const ANSWERS: readonly [russian: string, english: string][] = [
  ['Внутренняя ошибка', 'Obmen itself failed, nothing was confirmed. Repeat the exchange.'],
  ['Обмен не получил логин', 'No login and password came: type them into the exchange settings in 1C.'],
  [
    'Неверный логин или пароль',
    'The login or the password is wrong: take both from the page of the integration.',
  ],
  [
    'Слишком много неудачных',
    'Too many sign-ins failed from this address: check login and password, and wait.',
  ],
  [
    'Эта 1С обращается',
    'This 1C calls too often: check that the exchange does not run several times at once.',
  ],
  ['Адрес обмена открыла', 'A page of a site called this address, and not 1C.'],
  ['Интеграция «', 'The integration is paused: resume it on its page.'],
  [
    'Сеанс обмена не найден',
    'The session is unknown, expired or closed by a new password: start the exchange anew.',
  ],
  ['Обмен не знает этого сеанса', 'The session is unknown: start the exchange in 1C anew.'],
  ['Сеанс обмена устарел', 'The session expired: start the exchange in 1C anew.'],
  ['Сеанс обмена открыт', 'The session belongs to another login: give each 1C an integration of its own.'],
  ['В адресе нет параметра type', 'The address has no parameter type: orders go by type=sale.'],
  ['Обмен не знает type=', 'This type is unknown: there are sale, catalog and reference.'],
  [
    'В адресе нет параметра mode',
    'The address has no parameter mode: an exchange begins with mode=checkauth.',
  ],
  ['Обмен не знает mode=', 'This mode is unknown.'],
  ['mode=', 'This mode goes with type=sale only.'],
  ['В настройках интеграции выключено', 'Taking orders and the catalogue from 1C is off in the settings.'],
  ['Файл пришёл пустым', 'The file came empty: upload it from 1C again.'],
  ['Файл не похож на CommerceML', 'The file does not look like CommerceML.'],
  [
    'Обмен не понимает Content-Encoding',
    'This Content-Encoding is unknown: send the file without compression.',
  ],
  ['Тело запроса больше', 'The body is larger than EXCHANGE_BODY_LIMIT of the server.'],
  ['Файл больше разрешённых', 'The file is larger than allowed: choose smaller portions in 1C.'],
  ['Подтверждать нечего', 'There is nothing to confirm: the transfer broke off. Repeat the exchange.'],
  ['Эта порция заказов', 'This package counts no longer: orders were asked for anew. Repeat the exchange.'],
  ['Адрес обмена с 1С не принимает', 'This address takes no such method: use GET, for mode=file POST.'],
  ['Эту интеграцию только что', 'This integration was just removed: make it again.'],
  ['Сервер Обмена перезапускается', 'The server restarts: repeat the exchange in a minute.'],
]

/** Undefined for what is known by its Russian words alone. */
export function englishAnswer(russian: string): string | undefined {
  return ANSWERS.find(([beginning]) => russian.startsWith(beginning))?.[1]
}
