import type { ReadingFailure, ReadingPhase } from '@obmen/contract'

type Params = Readonly<Record<string, string | number>>

const ADMINISTRATOR = 'администратора 1С'
const STEPS = 'По шагам — глава 10 руководства и docs/connect-1c.md.'
export const AGAIN = 'По расписанию Обмен прочитает её снова сам.'

/** Why a reading failed and what to do, by code. */
const FAILURES: Record<ReadingFailure, (params: Params) => string> = {
  'address-not-public': ({ host }) =>
    `Адрес ${host} — внутренний, к таким Обмен не обращается. Укажите адрес, по которому база видна из ` +
    'интернета; если 1С стоит в одной сети с Обменом, системный оператор может разрешить такие адреса ' +
    'настройкой ALLOW_PRIVATE_ADDRESSES=yes.',
  'name-not-found': ({ host }) =>
    `Сервера с именем ${host} нет. Проверьте, нет ли опечатки, и откройте этот адрес в браузере.`,
  'connection-failed': ({ host }) =>
    `Сервер ${host} не отвечает. Проверьте адрес и порт, работает ли веб-сервер 1С и пропускает ли ` +
    'межсетевой экран запросы с сервера Обмена.',
  certificate: ({ host }) =>
    `Сертификату сервера ${host} нельзя доверять, или на этом порту нет https. Установите на веб-сервер ` +
    'действующий сертификат; если сертификат выдал ваш собственный удостоверяющий центр, системный ' +
    'оператор указывает его в NODE_EXTRA_CA_CERTS.',
  timeout: ({ host }) =>
    `1С на ${host} не ответила вовремя: она занята или спит. ${AGAIN} Если так будет каждый раз, ` +
    `попросите ${ADMINISTRATOR} проверить нагрузку сервера.`,
  redirect: ({ host, to }) =>
    `Вместо ответа ${host ?? 'сервер'} перенаправляет на ${to || 'другой адрес'}. Укажите конечный адрес ` +
    'базы: перенаправление Обмен принимает только с http на https того же сервера.',
  'not-published': () =>
    'По этому адресу нет интерфейса OData: веб-сервер ответил 404. Проверьте адрес базы; если он верен, ' +
    `попросите ${ADMINISTRATOR} опубликовать базу с отметкой «Публиковать стандартный интерфейс OData». ${STEPS}`,
  'wrong-password': () =>
    '1С не приняла имя и пароль. Нужен пользователь 1С с входом по имени и паролю; различаются заглавные ' +
    'и строчные буквы. Если база в облаке, проверьте, чей пароль здесь нужен: базы или самого облака.',
  'no-right': ({ set }) =>
    `Имя и пароль верны, но у этого пользователя нет права: ${nameOfSet(String(set))}. Попросите ` +
    `${ADMINISTRATOR} дать ему право чтения этих данных. ${STEPS}`,
  locked: ({ said }) =>
    '1С сейчас никого не пускает: идёт обновление или копирование базы, вход запрещён или нет свободной ' +
    `лицензии${said ? ` (${said})` : ''}. ${AGAIN}`,
  unavailable: ({ status }) =>
    `Веб-сервер 1С сейчас не может ответить (код ${status}). ${AGAIN} Если так будет каждый раз, попросите ` +
    `${ADMINISTRATOR} проверить, работает ли 1С за веб-сервером.`,
  html: () =>
    'Вместо данных пришла веб-страница: похоже, перед базой стоит портал или страница входа. Укажите адрес ' +
    'самой базы, а вход через портал для адресов с /odata/ отключите.',
  cut: () =>
    `Ответ 1С оборвался или повреждён, ничего из него не взято. ${AGAIN} Если так будет каждый раз, попросите ` +
    `${ADMINISTRATOR} проверить ограничения веб-сервера и прокси на размер и время ответа.`,
  'too-large': ({ set, megabytes }) =>
    `Ответ 1С больше ${megabytes} МБ (${nameOfSet(String(set))}): столько за раз Обмен не читает. ` +
    'Напишите разработчику Обмена.',
  'unexpected-answer': params =>
    `1С ответила не так, как должна${inBrackets(detailsOf(params))}${saying(params.said)}. Проверьте, что по ` +
    'этому адресу сама 1С и что её конфигурация не старее поддерживаемой; если всё верно, напишите ' +
    'разработчику Обмена.',
  'documents-not-published': ({ set }) =>
    `База опубликована, но в состав OData не включён объект: ${nameOfSet(String(set))}. Попросите ` +
    `${ADMINISTRATOR} отметить его в обработке «Настройка стандартного интерфейса OData». ${STEPS}`,
  'organization-unknown': ({ names }) =>
    'В базе несколько организаций, и ни одна не подходит по ИНН компании' +
    `${names ? `: ${names}` : ''}. Нажмите «Проверить» и выберите организацию.`,
  'older-copy': ({ number }) =>
    'Похоже, это старая копия базы: того, что в ней уже было, в ней больше нет' +
    `${inBrackets(number ? `документ ${number}` : '')}. Ничего из неё не взято. Проверьте адрес. Если базу ` +
    'восстановили из копии и дальше работают в ней, сохраните настройки чтения ещё раз.',
  'error-in-1c': ({ said, status }) =>
    `В 1С произошла внутренняя ошибка (код ${status ?? 500})${saying(said)}. ${AGAIN} Если так будет каждый раз, ` +
    `попросите ${ADMINISTRATOR} найти её в журнале регистрации и проверить, может ли веб-сервер писать в папку базы.`,
  'secret-lost': () =>
    'Пароль не расшифровать: ключ сервера изменился. Введите пароль пользователя 1С ещё раз.',
  'client-not-read': () =>
    'Из программы, которая стоит за этой интеграцией, Обмен не читает. Если она указана неверно, исправьте её в ' +
    'настройках интеграции; если верно, отключите чтение.',
}

const detailsOf = ({ set, status, reason, field }: Params): string =>
  [
    set ? nameOfSet(String(set)) : '',
    status ? `код ${status}` : '',
    reason ? `ошибка ${reason}` : '',
    field ? `поле ${field}` : '',
  ]
    .filter(part => part !== '')
    .join(', ')
const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`)
const saying = (said: string | number | undefined): string => (said ? `: «${said}»` : '')

/** Where 1C is, whose organizations are in it, and 1C's own words: nothing for accountants. */
const HIDDEN = { host: '…', to: '', names: '', said: '' }

/** A failure in words. */
export const failureInWords = (
  { code, params }: { code: ReadingFailure; params: Params },
  { forAccountants = false } = {},
): string => FAILURES[code](forAccountants ? { ...params, ...HIDDEN } : params)

const KINDS: Readonly<Record<string, string>> = {
  Document: 'документ',
  Catalog: 'справочник',
  InformationRegister: 'регистр сведений',
  AccumulationRegister: 'регистр накопления',
  ChartOfCharacteristicTypes: 'план видов характеристик',
}

/** `InformationRegister_СтатусыДокументов` as 1C's administrator looks for it. */
export function nameOfSet(set: string): string {
  const [, kind = '', name = ''] = /^([A-Za-z]+)_(.+?)(?:_RecordType)?$/.exec(set) ?? []
  if (name === '') return 'состав OData'
  const [first = '', ...others] = name.split(/(?=[А-ЯЁ])/)
  return `${KINDS[kind] ?? kind} «${[first, ...others.map(word => word.toLowerCase())].join(' ')}»`
}

/** What is not known of orders if 1C does not publish a set, or hides it; empty: nothing else is lost. */
const BRINGS: Readonly<Record<string, string>> = {
  Document_СчетНаОплатуПокупателю: 'есть ли в 1С счета: читать нечего',
  Catalog_Организации: 'чья это организация, если в базе их несколько',
  Catalog_Контрагенты: 'тот ли в счёте покупатель',
  ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения:
    'какому заказу принадлежит счёт, если его номер в 1С изменили',
  InformationRegister_ДополнительныеСведения: 'какому заказу принадлежит счёт, если его номер в 1С изменили',
  InformationRegister_НастройкиОбменаСИнтернетМагазином:
    'с какой даты 1С загружает заказы и какой у номеров префикс',
  InformationRegister_СтатусыДокументов: 'какой статус у счёта, отменён ли он, отгружен ли',
  AccumulationRegister_ОплатаСчетов_RecordType: 'сколько по счёту оплачено и какими документами',
  Document_ОплатаПлатежнойКартой: 'какими документами оплачено картой и что возвращено',
  Document_ПоступлениеНаРасчетныйСчет: 'под какими номерами пришли оплаты через банк',
  Document_ПриходныйКассовыйОрдер: 'под какими номерами пришли оплаты через кассу',
  Document_РеализацияТоваровУслуг: 'какими актами и накладными закрыты счета',
}

/** A set that is not published: its name in 1C, and what is not known without it. */
export const describeSet = (set: string): { name: string; brings: string } => ({
  name: nameOfSet(set),
  brings: BRINGS[set] ?? '',
})

/** What a reading reads now, by its phase. Russian. */
export const PHASE_TEXTS: Readonly<Record<ReadingPhase, string>> = {
  published: 'Смотрит, какие данные опубликованы',
  organization: 'Ищет организацию',
  marks: 'Ищет документы по идентификатору заказа',
  documents: 'Читает счета',
  known: 'Проверяет известные документы',
  statuses: 'Читает статусы',
  payments: 'Читает оплаты',
  shipments: 'Читает отгрузки и акты',
  conclude: 'Сверяет заказы',
}
