/** A payment or shipment as the order's own document mentions it: number and day, if given. */
export interface Settled {
  number: string | null
  date: string | null
}

export interface ReportedPayment {
  /** GUID of the document in 1C, which identifies it. */
  id: string | null
  number: string | null
  date: string | null
  amount: string | null
  method: string | null
}

export interface ReportedLine {
  id: string | null
  article: string | null
  name: string
  kind: 'goods' | 'service' | null
  quantity: string | null
  price: string | null
  amount: string | null
}

export interface ReportedShipment {
  id: string | null
  number: string | null
  date: string | null
  lines: ReportedLine[]
}

export interface ReportedDelivery {
  trackNumber: string | null
  method: string | null
  address: string | null
  recipient: string | null
  phone: string | null
  email: string | null
  pickupPoint: string | null
  amount: string | null
  comment: string | null
}

export interface ReportedCustomer {
  id: string | null
  name: string
  inn: string | null
  kpp: string | null
}

/** What a document of 1C says, in one form for all configurations; what it lacks is null, false or empty. */
export interface ReportedDocument {
  documentId: string | null
  /** Номер: the order's, as it was sent to this 1C. */
  orderNumber: string | null
  documentNumber: string | null
  documentDate: string | null
  posted: boolean
  deleted: boolean
  canceled: boolean
  status: string | null
  statusId: string | null
  currency: string | null
  total: string | null
  paid: Settled | null
  shipped: Settled | null
  payments: ReportedPayment[]
  shipments: ReportedShipment[]
  delivery: ReportedDelivery | null
  comment: string | null
  customer: ReportedCustomer | null
  lines: ReportedLine[]
  requisites: Record<string, string>
}

/** A fact that an earlier file stated and a later one did not. */
export interface Withdrawn {
  what: 'posted' | 'canceled' | 'deleted' | 'paid' | 'shipped' | 'status'
  before: unknown
  /** When it was last stated, and when it was first missing. */
  toldAt: string
  withdrawnAt: string
}
