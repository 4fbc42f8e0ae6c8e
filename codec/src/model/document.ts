import type { Address, Counterparty, LegalEntity, Warehouse } from './counterparty.js'
import type { DocumentLine } from './line.js'
import type {
  Adjustment,
  DateText,
  DateTimeText,
  KnownOr,
  Money,
  Requisite,
  Role,
  Tax,
  TimeText,
} from './parts.js'

/** Element `ХозОперация`. `acquiring` is in no schema, but 1C and all sites use it for card payments. */
export type Operation =
  | 'goods-order'
  | 'invoice'
  | 'shipment'
  | 'vat-invoice'
  | 'goods-return'
  | 'commission-transfer'
  | 'commission-return'
  | 'commission-sales-report'
  | 'commission-write-off-report'
  | 'cash-payment'
  | 'cash-refund'
  | 'bank-payment'
  | 'bank-refund'
  | 'revaluation'
  | 'rights-transfer'
  | 'other'
  | 'acquiring'

/** Element `Оплата`: exists only in schema 2.09, and is omitted in other versions. */
export interface PaymentRecord {
  number: string
  transaction: string
  paidAt: DateTimeText
  amount: Money
  method: string
  /** `ИдСпособаОплаты`, ≤ 20 characters. */
  methodId?: string
}

/** Element `Подписант`. */
export interface Signer {
  lastName: string
  firstName: string
  middleName?: string
  salutation?: string
  registrationAddress?: Address
  /** `МестоРаботы`: the organization signed for. */
  employer?: LegalEntity
  position?: string
  comment?: string
}

/** What `Документ` and `ПодчиненныйДокумент` have in common. */
export interface DocumentBody {
  time?: TimeText
  paymentDue?: DateText
  /** `Комментарий`, ≤ 3000 characters. */
  comment?: string
  taxes?: Tax[]
  discounts?: Adjustment[]
  extraCosts?: Adjustment[]
  /** `Склады/Склад`, from 2.07 on; omitted in 2.05 and 2.06. */
  warehouses?: Warehouse[]
  lines?: DocumentLine[]
  requisites?: Requisite[]
  signers?: Signer[]
}

/** Element `ПодчиненныйДокумент`: a payment or a shipment of the order, only in schema 2.10. */
export interface SubordinateDocument extends DocumentBody {
  /** `Ид`, ≤ 40 characters. УНФ takes one of 36 characters for the GUID of a document of its own. */
  id: string
  number: string
  date: DateText
  operation: KnownOr<Operation>
  role?: KnownOr<Role>
  /** `Валюта`, three characters. */
  currency?: string
  rate?: string
  total?: Money
  counterparties?: Counterparty[]
}

/** Element `Документ`: an order or another trade document. */
export interface SaleDocument extends DocumentBody {
  /** `Ид`, ≤ 40 characters. */
  id: string
  /** `Номер`, ≤ 255 characters; 1C finds a document again by it. */
  number: string
  date: DateText
  operation: KnownOr<Operation>
  /** `Роль`: the role of the sender. */
  role: KnownOr<Role>
  /** `Валюта`, three characters: `RUB`. */
  currency: string
  /** `Курс`: `1`. */
  rate: string
  total: Money
  /** `Контрагенты/Контрагент`; 1C reads only the first. */
  counterparties: Counterparty[]
  /** `Оплаты/Оплата`, only in schema 2.09. */
  payments?: PaymentRecord[]
  /** `ПодчиненныеДокументы/ПодчиненныйДокумент`, only in schema 2.10. */
  subordinateDocuments?: SubordinateDocument[]
}
