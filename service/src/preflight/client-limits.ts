import type { ClientChoice } from '@obmen/contract/settings'

/** Limits of a configuration, from the modules of БП 3.0.198, УНФ 3.0.8, УТ 11.5 and Розница 2. */
export interface ClientLimits {
  client: ClientChoice
  /** Its name for people. */
  title: string
  /** The document that it creates from an order. */
  makes: string
  /** The document that it creates from a payment. */
  makesPayment: string | undefined
  /** How it looks an order up: by the digits of its number, or by its text; both up to a length. */
  number: { by: 'digits'; digits: number } | { by: 'text'; length: number }
  /** VAT rates that it knows; any other becomes "Без НДС". */
  vatRates: ReadonlySet<string>
  /** Whether 0, "Без НДС" and unknown rates count as missing: the document's rate applies, otherwise "Без НДС". */
  zeroIsNoRate: boolean
  /** Decimals of a quantity that it stores. */
  quantityDecimals: 3 | 4
  /** How it looks a payment method up. */
  methodBy: 'name' | 'id' | undefined
  /** Longest number of a payment document. */
  paymentNumberLength: number
  /** Reads `ПодчиненныеДокументы`. */
  readsPaymentDocuments: boolean
  /** Stops at an item name with `#` and at control characters. */
  strictText: boolean
}

const OLD_RATES = ['Без НДС', '0', '10', '18', '20', '10/110', '18/118', '20/120']
const ALL_RATES = [...OLD_RATES, '5', '7', '22', '5/105', '7/107', '22/122']
/** Length of the field `Метод оплаты`, which is compared exactly. */
export const METHOD_LENGTH = 50
/** Roubles that do not fit into Number(15, 2), the type of sums in 1C. */
export const MONEY_END = 10 ** 13
/** `Наименование` of an item. */
export const ITEM_NAME_LENGTH = 100

export const CLIENT_LIMITS: Readonly<Record<ClientChoice, ClientLimits>> = {
  // Not recognized yet: limits that every configuration accepts.
  auto: {
    client: 'auto',
    title: '1С',
    makes: 'Заказ или счёт',
    makesPayment: 'Оплата',
    number: { by: 'digits', digits: 6 },
    vatRates: new Set(OLD_RATES),
    zeroIsNoRate: true,
    quantityDecimals: 3,
    methodBy: 'name',
    paymentNumberLength: 10,
    readsPaymentDocuments: false,
    strictText: true,
  },
  bp: {
    client: 'bp',
    title: 'Бухгалтерия',
    makes: 'Счет на оплату покупателю',
    makesPayment: 'Оплата платежной картой',
    number: { by: 'digits', digits: 6 },
    vatRates: new Set(ALL_RATES),
    zeroIsNoRate: false,
    quantityDecimals: 3,
    methodBy: 'name',
    paymentNumberLength: 10,
    readsPaymentDocuments: true,
    strictText: true,
  },
  unf: {
    client: 'unf',
    title: 'УНФ',
    makes: 'Заказ покупателя',
    makesPayment: 'Операция по платежным картам',
    number: { by: 'digits', digits: 6 },
    vatRates: new Set(OLD_RATES),
    zeroIsNoRate: false,
    quantityDecimals: 3,
    methodBy: 'name',
    paymentNumberLength: 24,
    readsPaymentDocuments: true,
    strictText: false,
  },
  ut: {
    client: 'ut',
    title: 'Управление торговлей',
    makes: 'Заказ клиента',
    makesPayment: 'Операция по платежной карте',
    number: { by: 'text', length: 11 },
    vatRates: new Set(OLD_RATES),
    zeroIsNoRate: true,
    quantityDecimals: 3,
    methodBy: 'id',
    paymentNumberLength: Number.POSITIVE_INFINITY,
    readsPaymentDocuments: false,
    strictText: true,
  },
  rt: {
    client: 'rt',
    title: 'Розница',
    makes: 'Заказ покупателя',
    makesPayment: undefined,
    number: { by: 'text', length: 11 },
    vatRates: new Set(OLD_RATES),
    zeroIsNoRate: true,
    quantityDecimals: 3,
    methodBy: undefined,
    paymentNumberLength: Number.POSITIVE_INFINITY,
    readsPaymentDocuments: false,
    strictText: true,
  },
  bitrix: {
    client: 'bitrix',
    title: 'Модуль 1С-Битрикс',
    makes: 'Заказ клиента',
    makesPayment: undefined,
    number: { by: 'text', length: 11 },
    vatRates: new Set(ALL_RATES),
    zeroIsNoRate: false,
    quantityDecimals: 4,
    methodBy: undefined,
    paymentNumberLength: Number.POSITIVE_INFINITY,
    readsPaymentDocuments: false,
    strictText: true,
  },
}
