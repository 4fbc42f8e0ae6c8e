import { sumText } from '../reading/decimal.js'
import type { DocumentAction, LineOutcome, PaymentOutcome, Severity } from '../result.js'
import type { ManagerAction } from '../upload/managed-document.js'

const PLURAL = new Intl.PluralRules('ru')

function count(number: number, one: string, few: string, many: string): string {
  const form = PLURAL.select(number)
  return `${number} ${form === 'one' ? one : form === 'few' ? few : many}`
}

export const actionText: Record<DocumentAction, string> = {
  created: 'создан',
  updated: 'обновлён',
  canceled: 'отменён',
  skipped: 'пропущен',
  refused: 'отвергнут',
  'rolled-back': 'откачен',
  'not-reached': 'не дошла очередь',
}

export const paymentText: Record<PaymentOutcome['action'], string> = {
  created: 'создана',
  updated: 'обновлена',
  'not-created': 'не создана',
  'rolled-back': 'откачена',
}

export const severityText: Record<Severity, string> = {
  batch: 'Из-за этого 1С не взяла ни одного заказа',
  queue: 'На этом обмен останавливается и будет повторяться',
  silent: 'Теряется или искажается молча',
  warning: 'Стоит поправить',
  note: 'Что нужно знать',
}

export const documents = (number: number) => count(number, 'документ', 'документа', 'документов')
export const payments = (number: number) => count(number, 'оплата', 'оплаты', 'оплат')

export const managerText: Record<ManagerAction, string> = {
  post: 'проведён',
  pay: 'оплачен полностью',
  'pay-part': 'оплачен наполовину',
  ship: 'отгружен',
  change: 'в первой строке на единицу больше',
  'add-line': 'строка добавлена',
  'remove-line': 'последняя строка удалена',
  cancel: 'отменён',
  delete: 'помечен на удаление',
}

export const uploadText = {
  heading: (title: string, url: string) => `1С: ${title} – выгрузка на ${url}`,
  managed: 'Что менеджер сделал в 1С',
  taken: (uploads: number) => `Сайт принял всё: ${count(uploads, 'выгрузка', 'выгрузки', 'выгрузок')}.`,
  refused: (answer: string) => `Сайт не принял: «${answer}». Не принятое 1С выгрузит снова.`,
}

/** As sites and 1C write it. */
const ROUBLES = new Set(['RUB', 'руб', 'руб.'])

export const reportText = {
  heading: (title: string, url: string) => `1С: ${title} – ${url}`,
  requests: 'Запросы 1С',
  made: 'Что сделано в 1С',
  notMade: 'Что в 1С не попало',
  findings: 'Замечания',
  total: 'Итог',
  noAnswer: 'нет ответа',
  answered: (status: number, ms: number, bytes: number) =>
    `${status}, ${ms} мс, ${count(bytes, 'байт', 'байта', 'байт')}`,
  answerWas: (answer: string) => `ответ: «${answer}»`,
  from: (date: string) => `от ${date}`,
  noDate: 'без даты',
  order: (number: string) => `заказ ${number}`,
  noNumber: 'без номера',
  noCustomer: 'без покупателя',
  vatInside: (vat: string) => `в том числе НДС ${vat}`,
  vatOnTop: (vat: string) => `с НДС сверху ${vat}`,
  withoutVat: 'без НДС',
  posted: 'проведён',
  notPosted: 'НЕ ПРОВЕДЁН',
  status: (status: string) => `статус «${status}»`,
  newCustomer: 'покупатель заведён новый',
  foundCustomer: (by: string) => `покупатель найден по ${by}`,
  by: {
    'site-id': 'Ид сайта',
    inn: 'ИНН',
    name: 'названию',
    phone: 'телефону',
    email: 'почте',
    guid: 'GUID',
    document: 'прежнему документу',
  } as Record<string, string>,
  line: ({ name, quantity, price, amount, vat }: LineOutcome) =>
    `${name}: ${quantity} × ${sumText(price)} = ${sumText(amount)}, ` +
    `${vat === 'Без НДС' ? 'без НДС' : `НДС ${vat}`}`,
  service: 'услуга',
  newItem: 'номенклатура заведена новая',
  unmatchedItem: 'номенклатура не сопоставлена',
  paymentMethod: (method: string) => `«${method}»`,
  nothingMade: 'Ничего.',
  money: (amount: string, currency: string | null) =>
    `${sumText(amount)}${currency === null ? '' : `\u00a0${ROUBLES.has(currency) ? '₽' : currency}`}`,
  sum: (amount: string) => `на сумму ${amount}`,
  andMore: (number: number) => `… и ещё ${number}`,
  ordersOf: (list: string) => `(${list})`,
  exampleOrders: (numbers: string[], more: number) =>
    `заказы ${numbers.join(', ')}${more > 0 ? ` и ещё ${more}` : ''}`,
  oneOrder: (number: string) => `заказ ${number}`,
  remedy: (text: string) => `Что сделать: ${text}`,
}
