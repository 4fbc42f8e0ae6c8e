import type { AccountingItem } from '@obmen/contract/rest'

/** A payment or shipment as the order's own document mentions it: number and day, if given. */
export type Settled = NonNullable<AccountingItem['paid']>

export interface ReportedPayment extends Shown<'payments'> {
  /** GUID of the document in 1C, which identifies it. */
  id: string | null
}

export interface ReportedShipment extends Omit<Shown<'shipments'>, 'lines'> {
  id: string | null
  lines: ReportedLine[]
}

export interface ReportedLine extends ShownLine {
  article: string | null
  kind: 'goods' | 'service' | null
}

type Shown<Part extends 'payments' | 'shipments'> = AccountingItem[Part][number]
type ShownLine = Shown<'shipments'>['lines'][number]

export type ReportedDelivery = NonNullable<AccountingItem['delivery']>
export type ReportedCustomer = NonNullable<AccountingItem['customer']>

type ShownFact =
  | 'documentId'
  | 'documentNumber'
  | 'documentDate'
  | 'posted'
  | 'deleted'
  | 'canceled'
  | 'status'
  | 'statusId'
  | 'total'
  | 'paid'
  | 'shipped'
  | 'delivery'
  | 'comment'
  | 'customer'
  | 'requisites'

/** What a document of 1C says, in one form for all configurations; what it lacks is null, false or empty. */
export interface ReportedDocument extends Pick<AccountingItem, ShownFact> {
  /** Номер: the order's, as it was sent to this 1C. */
  orderNumber: string | null
  currency: string | null
  payments: ReportedPayment[]
  shipments: ReportedShipment[]
  /** Null: 1C was read, which tells none. */
  lines: ReportedLine[] | null
}

/** A fact that an earlier file stated and a later one did not. */
export type Withdrawn = AccountingItem['withdrawn'][number]
