import type { ErrorCode } from './app-error.js'

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
  'number-taken': 'Номер для 1С уже занят',
  'number-fixed': 'Номер заказа уже не меняется',
  'number-jump': 'Нумерация прыгнула бы далеко вперёд',
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

/** Sentences for refusals without a more specific explanation. */
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
  'number-taken': 'Такой номер для 1С уже у другого заказа: дайте заказу другой number.',
  'number-fixed': 'Номер заказа менять поздно: 1С уже получила его под прежним.',
  'number-jump':
    'Начало нумерации далеко впереди последнего номера. Уменьшите его или подтвердите: "confirm": true.',
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

/** Sent to a 1C, which shows it to its user. */
export const EXCHANGE_TEXTS = {
  internal: (requestId: string) =>
    `Внутренняя ошибка Обмена, ничего не подтверждено. Повторите обмен; если не поможет, передайте администратору номер запроса ${requestId}.`,
}
