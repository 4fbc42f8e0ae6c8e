/** Which 1C is simulated: Бухгалтерия, УНФ, УТ (also ERP and КА), Розница 2, Bitrix' own exchange module. */
export const CLIENTS = ['bp', 'unf', 'ut', 'rt', 'bitrix'] as const
export type Client = (typeof CLIENTS)[number]

/** What an exchange is about; `reference`: dictionaries, which Bitrix' own module alone sends. */
export type ExchangeType = 'sale' | 'catalog' | 'reference'

/** The chosen CMS: with «Битрикс» УНФ and БП call init and append line 4 of checkauth to addresses. */
export type Protocol = 'bitrix' | 'other'

export interface ClientTraits {
  title: string
  /** 1C's name for the document made from an order. */
  orderKind: string
  /** 1C's name for the document made from a payment; null: it makes none. */
  paymentKind: string | null
  /** The timeout of the configuration's HTTP connection. */
  timeoutMs: number
  /** Asks `type=catalog&mode=checkauth` before each exchange, even when only orders are exchanged. */
  preliminaryCatalog: boolean
  /** Any status other than 200 is a failure; the others only record it and read the body. */
  needsStatus200: boolean
  /** Accepts an answer that starts with the root element, without a declaration. */
  readsBareRoot: boolean
  /** How line 4 of checkauth is added to later addresses. */
  token: 'sessid' | 'line4-with-bitrix' | 'none'
  initBeforeQuery: 'never' | 'with-bitrix' | 'always'
  /** Repeats `query` until the answer has no orders. */
  asksUntilEmpty: boolean
  /** Repeats the query once, after a pause, if the answer was cut. */
  asksAgainWhenCut: boolean
}

const COMMON = {
  timeoutMs: 180_000,
  preliminaryCatalog: false,
  needsStatus200: false,
  readsBareRoot: false,
  token: 'none',
  initBeforeQuery: 'never',
  asksUntilEmpty: false,
  asksAgainWhenCut: false,
} as const

export const TRAITS: Record<Client, ClientTraits> = {
  bp: {
    ...COMMON,
    title: 'Бухгалтерия предприятия 3.0',
    orderKind: 'Счет на оплату покупателю',
    paymentKind: 'Оплата платежной картой',
    timeoutMs: 1_800_000,
    needsStatus200: true,
    readsBareRoot: true,
    token: 'line4-with-bitrix',
    initBeforeQuery: 'with-bitrix',
  },
  unf: {
    ...COMMON,
    title: 'УНФ 3.0',
    orderKind: 'Заказ покупателя',
    paymentKind: 'Операция по платежным картам',
    timeoutMs: 1_800_000,
    preliminaryCatalog: true,
    readsBareRoot: true,
    token: 'line4-with-bitrix',
    initBeforeQuery: 'with-bitrix',
    asksAgainWhenCut: true,
  },
  ut: {
    ...COMMON,
    title: 'Управление торговлей 11.5',
    orderKind: 'Заказ клиента',
    paymentKind: 'Операция по платежной карте',
    preliminaryCatalog: true,
    token: 'sessid',
  },
  rt: {
    ...COMMON,
    title: 'Розница 2',
    orderKind: 'Заказ покупателя',
    paymentKind: null,
    preliminaryCatalog: true,
  },
  bitrix: {
    ...COMMON,
    title: 'модуль обмена 1С-Битрикс',
    orderKind: 'Заказ клиента',
    paymentKind: 'Операция по платежной карте',
    readsBareRoot: true,
    token: 'sessid',
    initBeforeQuery: 'always',
    asksUntilEmpty: true,
  },
}
