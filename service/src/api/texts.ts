import type { ErrorCode } from '../errors.js'

/** Short names of the refusals (problem `title`). */
export const TITLES = {
  'bad-json': 'Тело запроса — не JSON',
  'bad-encoding': 'Тело запроса не в UTF-8',
  unauthenticated: 'Нужен вход',
  forbidden: 'Нет права',
  'not-found': 'Не найдено',
  'method-not-allowed': 'Метод не поддерживается',
  conflict: 'Противоречит тому, что есть',
  'company-fixed': 'Компания заказа не меняется',
  'placed-at-fixed': 'Дата заказа уже не меняется',
  'resend-not-matching': 'Заказ не подходит под правила',
  'numbers-exhausted': 'Номера для 1С закончились',
  'revision-mismatch': 'Изменено кем-то другим',
  'too-large': 'Слишком много данных',
  'unsupported-media-type': 'Неизвестный тип содержимого',
  invalid: 'Поля заполнены неверно',
  'unknown-company': 'Неизвестная компания',
  'bad-settings': 'Ошибка в настройках интеграции',
  'too-many-requests': 'Слишком частые запросы',
  'locked-out': 'Вход временно закрыт',
  unavailable: 'База данных недоступна',
  'disk-full': 'На диске нет места',
  internal: 'Внутренняя ошибка',
} as const satisfies Record<ErrorCode, string>

/** Sentences for refusals that no room explains better. */
export const PROBLEM_TEXTS = {
  'bad-json': 'Тело запроса не разобрать как JSON. Проверьте его любой программой проверки JSON.',
  'bad-encoding': 'Тело запроса должно быть в кодировке UTF-8.',
  unauthenticated:
    'Передайте заголовок «Authorization: Bearer <токен>» с действующим токеном или войдите заново.',
  forbidden: 'У вас нет права на это действие. Обратитесь к администратору локации.',
  'not-found': 'По этому адресу ничего нет. Проверьте адрес и идентификатор.',
  'method-not-allowed': 'Этот адрес не принимает такой метод. Список методов — на странице /api/v1/docs.',
  conflict: 'Действие противоречит нынешнему состоянию. Обновите данные и повторите.',
  'company-fixed': 'Компания заказа не меняется. Отмените этот заказ и создайте новый с другим id.',
  'placed-at-fixed': 'Дату заказа нельзя менять: он уже выдавался 1С, и 1С находит его по дате.',
  'resend-not-matching': 'Заказ никогда не выгружался и не подходит под правила интеграции.',
  'numbers-exhausted': 'Номера заказов для 1С закончились.',
  'revision-mismatch':
    'Пока вы правили, данные изменил кто-то другой. Обновите страницу, чтобы ничего не затереть.',
  'too-large':
    'Тело запроса больше разрешённого. Разбейте его на части или увеличьте настройку REQUEST_BODY_LIMIT.',
  'unsupported-media-type':
    'Укажите Content-Type: application/json (для /orders:batch — application/x-ndjson).',
  invalid: 'Исправьте указанные поля и отправьте снова.',
  'unknown-company': 'В этой локации нет такой компании. Возьмите id из GET /api/v1/companies.',
  'bad-settings': 'Исправьте настройки интеграции и сохраните снова.',
  'too-many-requests': 'Запросов слишком много. Повторите позже, предел задаёт настройка API_RATE_LIMIT.',
  'locked-out': 'После нескольких неудачных попыток вход временно закрыт. Подождите и попробуйте снова.',
  unavailable: 'База данных сейчас не отвечает. Ничего не потеряно: повторите запрос через несколько секунд.',
  'disk-full': 'На диске сервера кончилось место, ничего не записано. Освободите место и повторите запрос.',
  internal:
    'Ошибка в самом Обмене. Повторите запрос; если повторяется, передайте администратору сервера номер запроса.',
} as const satisfies Record<ErrorCode, string>

export const TEXTS = {
  badJsonAt: (line: number, column: number) =>
    `Тело запроса не разобрать как JSON: строка ${line}, позиция ${column}. Проверьте кавычки, запятые и скобки.`,
  emptyBody: 'Тело запроса пусто, а нужен JSON.',
  lineTooLong: (limit: number) => `Строка длиннее ${limit} байт (настройка BATCH_LINE_LIMIT).`,
  zeroCharacter: 'В запросе есть символ U+0000, базе данных его не передать: уберите его.',
  csrf: 'Запрос пришёл не из веб-приложения Обмена. Обновите страницу и повторите.',
  needsRight: (right: string) =>
    `У токена нет права «${right}». Создайте токен с этим правом в «Настройках системы».`,
  needsRole: (role: string) => `Это доступно только роли «${role}».`,
  noLocation:
    'Ваша учётная запись не относится ни к одной локации. Попросите администратора локации дать вам роль.',
  idMismatch: (inBody: string, inPath: string) =>
    `id в теле («${inBody}») отличается от id в адресе («${inPath}»).`,
  badIfMatch: 'If-Match должен быть ревизией в кавычках, например "3".',
  orderNotFound: (id: string) => `Заказа «${id}» в этой локации нет.`,
  exchangeNotFound:
    'Такого обмена нет: возможно, его записи уже убраны по сроку хранения (JOURNAL_KEEP_DAYS).',
  badTime: 'Укажите дату вида 2026-11-17 или время со смещением, например 2026-11-17T12:00:00+05:00.',
  batchMediaType: 'Пакет заказов — это Content-Type: application/x-ndjson, заказ на строку.',
  notInBatch: 'В этой выдаче заказа не было.',
  xmlNotKept: 'Этот XML уже не хранится, и восстановить его не по чему: интеграция удалена.',
  otherCompany: 'Интеграция другой компании: этот заказ в неё не выгружается.',
  integrationNotFound: 'Такой интеграции в этой локации нет.',
  tokensByPeopleOnly: 'Пользователями и токенами управляют люди в веб-приложении, не токены.',
  roleNames: { 'location-administrator': 'Администратор локации', 'system-operator': 'Системный оператор' },
}
