import type { Client } from '../client.js'

/** A payment method typed into 1C's table. */
export interface KnownMethod {
  name: string
  /** The site's id of it, `Метод оплаты ИД`. */
  id?: string
  /** УНФ makes payments of acquiring methods only; true by default. */
  acquiring?: boolean
}

export interface Organization {
  name: string
  inn: string
  kpp?: string
}

/** Settings of the base. All have defaults, so `createBase('bp')` is ready to exchange. */
export interface BaseSettings {
  /** Absent: the base knows every method, and the exchange reports those needed. A list: only those. */
  paymentMethods?: readonly (string | KnownMethod)[]
  /** Names in the currencies catalogue; any other name means BASE_CURRENCY. */
  currencies?: readonly string[]
  /** Prefix of the organisation: БП pads it to 2 with zeros, УНФ takes it as it is (none by default). */
  organizationPrefix?: string
  /** Prefix of the site: БП pads it to 2 with zeros, УНФ has «СА». */
  sitePrefix?: string
  /** БП: its organizations; the exchange fills the first. */
  organizations?: readonly Organization[]
  /** БП: «Дополнительные реквизиты и сведения» are on, and keep every requisite of an order. */
  additionalInfo?: boolean
  /** БП: «Дата начала обмена», `2026-01-01`; earlier orders are skipped. */
  exchangeFrom?: string
  /** БП: «Даты запрета изменения», `2026-10-01`: documents dated earlier can't be written. */
  closedBefore?: string
  /** Numbers of the site whose documents this base can't write: locked, or refused by its own rules. */
  refuses?: readonly string[]
  /** БП, УНФ: «Загружать онлайн-оплаты». */
  loadPayments?: boolean
  /** БП: ids of the site's delivery services that are in its table. */
  deliveryServices?: readonly string[]
  /** УТ: characteristics of goods are used; then `#` in a name is fatal. */
  characteristics?: boolean
  /** УТ: reasons for cancellation are recorded; without them a cancellation is lost. */
  cancellationReasons?: boolean
  /** Whether the platform removes a BOM before comparing is unknown. `refuse` assumes the worse. */
  bom?: 'refuse' | 'strip'
  /** `brief` stores no lines and requisites of documents, for very large exchanges. */
  detail?: 'full' | 'brief'
}

export const BASE_CURRENCY = 'RUB'

export type FullBaseSettings = Required<Omit<BaseSettings, 'paymentMethods' | 'closedBefore'>> &
  Pick<BaseSettings, 'paymentMethods' | 'closedBefore'>

export function fillBaseSettings(client: Client, settings: BaseSettings): FullBaseSettings {
  return {
    currencies: [BASE_CURRENCY, 'USD', 'EUR'],
    organizationPrefix: '',
    organizations: [{ name: 'Наша организация', inn: '' }],
    additionalInfo: true,
    sitePrefix: client === 'unf' ? 'СА' : '',
    exchangeFrom: '2000-01-01',
    loadPayments: true,
    deliveryServices: [],
    characteristics: true,
    cancellationReasons: true,
    refuses: [],
    bom: 'refuse',
    detail: 'full',
    ...settings,
  }
}

/** Finds a method by its exact name of at most 50 characters; without a list all are known. */
export function methodByName(settings: FullBaseSettings, name: string | undefined): KnownMethod | undefined {
  if (name === undefined || name.length > 50) return undefined
  if (settings.paymentMethods === undefined) return { name }
  return methods(settings).find(method => method.name === name)
}

export function methodById(settings: FullBaseSettings, id: string | undefined): KnownMethod | undefined {
  if (id === undefined) return undefined
  if (settings.paymentMethods === undefined) return { name: id, id }
  return methods(settings).find(method => method.id === id)
}

function methods(settings: FullBaseSettings): KnownMethod[] {
  return (settings.paymentMethods ?? []).map(method =>
    typeof method === 'string' ? { name: method } : method,
  )
}
