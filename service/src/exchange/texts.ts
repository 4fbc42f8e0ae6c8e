import { pluralRu } from '@obmen/contract'
import type { SuccessOutcome } from './port.js'

/** How to stop a 1C from sending orders; part of several messages. */
const UPLOAD_SWITCH =
  'В УНФ снимите флажок «Выгружать заказы»; в УТ и Рознице отдельного флажка нет, и на загрузку заказов ' +
  'этот отказ не влияет.'

/** Messages that 1C shows to its user: what happened and what to do. */
export const TEXTS = {
  internal: (requestId: string) =>
    'Внутренняя ошибка Обмена, ничего не подтверждено. Повторите обмен; если не поможет, передайте ' +
    `администратору номер запроса ${requestId}.`,
  credentialsMissing:
    'Обмен не получил логин и пароль. Укажите их в настройках обмена в 1С: они показаны в Обмене на ' +
    'странице интеграции.',
  credentialsWrong:
    'Неверный логин или пароль. Возьмите логин на странице интеграции в Обмене; если пароль потерян, ' +
    'выпустите там новый и впишите его в 1С.',
  lockedOut: (seconds: number) =>
    'Слишком много неудачных попыток входа с этого адреса. Проверьте логин и пароль в настройках 1С и ' +
    `повторите через ${minutes(seconds)}.`,
  tooManyCalls: (seconds: number) =>
    'Эта 1С обращается к Обмену слишком часто. Проверьте, не запущен ли обмен несколько раз сразу, и ' +
    'повторите ' +
    `через ${minutes(seconds)}: ничего не потеряно.`,
  sentByPage:
    'Адрес обмена открыла страница сайта, а не 1С, и Обмен ей не отвечает. Чтобы проверить адрес, ' +
    'введите его ' +
    'в адресную строку браузера.',
  disabled: (name: string) =>
    `Интеграция «${name}» приостановлена в Обмене. Откройте её страницу в Обмене и нажмите «Возобновить».`,
  sandbox: (name: string) =>
    `Интеграция «${name}» – песочница: за 1С в ней играет сам Обмен, настоящей 1С он заказов не даёт. ` +
    'Создайте в Обмене обычную интеграцию и впишите в 1С её логин и пароль.',
  session: {
    over:
      'Сеанс обмена не найден, устарел или закрыт сменой пароля, а логина и пароля в запросе нет. ' +
      'Запустите ' +
      'обмен в 1С заново.',
    unknown: 'Обмен не знает этого сеанса. Запустите обмен в 1С заново: он получит новый сеанс.',
    expired: 'Сеанс обмена устарел: обращений не было слишком долго. Запустите обмен в 1С заново.',
    foreign:
      'Сеанс обмена открыт под другим логином. Запустите обмен в 1С заново; если две базы 1С ходят через ' +
      'один адрес, дайте каждой свою интеграцию.',
  },
  typeMissing: 'В адресе нет параметра type. Обмен заказами идёт с type=sale.',
  typeUnknown: (word: string) =>
    `Обмен не знает type=${quote(word)}. Поддерживаются sale (заказы), catalog (каталог) и reference ` +
    '(справочники модуля 1С-Битрикс, с ними ничего не делается).',
  modeMissing: 'В адресе нет параметра mode. Обмен с 1С начинается с mode=checkauth.',
  modeUnknown: (word: string) =>
    `Обмен не знает mode=${quote(word)}. Поддерживаются checkauth, init, query, success, info, file, ` +
    'import, deactivate, complete.',
  saleOnly: (mode: string) => `mode=${mode} бывает только с type=sale: через этот адрес 1С получает заказы.`,
  fileRefused:
    'В настройках интеграции выключено «Принимать из 1С заказы и каталог», файл не сохранён. ' +
    `${UPLOAD_SWITCH}`,
  fileNotPosted: 'Файл пришёл пустым. Повторите выгрузку из 1С.',
  fileUnreadable:
    'Файл не похож на CommerceML: в нём нет корня «КоммерческаяИнформация». Приём заказов из 1С к тому же ' +
    `выключен в настройках интеграции. ${UPLOAD_SWITCH}`,
  fileEncoded: (encoding: string) =>
    `Обмен не понимает Content-Encoding: ${quote(encoding)}. Отправьте файл без сжатия, заголовок уберите.`,
  importRefused:
    'В настройках интеграции выключено «Принимать из 1С заказы и каталог», загружать нечего. ' +
    `${UPLOAD_SWITCH}`,
  bodyTooLarge: (limit: number) =>
    `Тело запроса больше разрешённых ${limit} байт и не принято. Увеличьте настройку EXCHANGE_BODY_LIMIT ` +
    'сервера.',
  fileTooLarge: (limit: number) =>
    `Файл больше разрешённых ${limit} байт и не принят. Уменьшите порцию выгрузки в 1С.`,
  success: {
    unfinished:
      'Подтверждать нечего: заказы не были переданы до конца, загрузка оборвалась. Запустите обмен ещё ' +
      'раз, 1С получит эти же заказы снова.',
    abandoned:
      'Эта порция заказов уже не действует: после неё заказы были запрошены заново. Запустите обмен ещё ' +
      'раз, неподтверждённые заказы придут снова.',
  } satisfies Record<Extract<SuccessOutcome, { result: 'refused' }>['reason'], string>,
  methodUnknown: (method: string) =>
    `Адрес обмена с 1С не принимает метод ${quote(method)}. Используйте GET, а для mode=file — POST.`,
  options: 'success\nGET, HEAD, POST, OPTIONS',
  integrationGone:
    'Эту интеграцию только что удалили в Обмене. Создайте её заново и впишите новые логин и пароль в 1С.',
  stopping: 'Сервер Обмена перезапускается. Повторите обмен через минуту: ничего не потеряно.',
}

/** Words by which a CommerceML file, and an order in it, are recognized without parsing the XML. */
export const FILE_MARKS = { root: 'КоммерческаяИнформация', order: '<Документ' }

function minutes(seconds: number): string {
  const count = Math.max(1, Math.ceil(seconds / 60))
  return `${count} ${pluralRu(count, 'минуту', 'минуты', 'минут')}`
}

/** Text from the client, truncated and without line ends, to fit into one line of the answer. */
function quote(word: string): string {
  return word.replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, 40)
}
