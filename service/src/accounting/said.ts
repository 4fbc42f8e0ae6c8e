/** A payment of the order or its shipment, as the order's document tells of it: number and day, where they were told. */
export interface Settled {
  number: string | null
  date: string | null
}

export interface SaidPayment {
  /** GUID of the document in 1C: what it is known by. */
  id: string | null
  number: string | null
  date: string | null
  amount: string | null
  method: string | null
}

export interface SaidLine {
  id: string | null
  article: string | null
  name: string
  kind: 'goods' | 'service' | null
  quantity: string | null
  price: string | null
  amount: string | null
}

export interface SaidShipment {
  id: string | null
  number: string | null
  date: string | null
  lines: SaidLine[]
}

export interface SaidDelivery {
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

export interface SaidCustomer {
  id: string | null
  name: string
  inn: string | null
  kpp: string | null
}

/** What a document of 1C says, in one form whichever 1C said it. Absent facts are null or false: to 1C both mean the same. */
export interface Said {
  documentId: string | null
  /** Номер: the order's, as this 1C was given it. */
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
  payments: SaidPayment[]
  shipments: SaidShipment[]
  delivery: SaidDelivery | null
  comment: string | null
  customer: SaidCustomer | null
  lines: SaidLine[]
  requisites: Record<string, string>
}

/** A fact that was told at one time and was not any more at another. */
export interface Withdrawn {
  what: 'posted' | 'canceled' | 'deleted' | 'paid' | 'shipped' | 'status'
  before: unknown
  /** When it was last told, and when first not. */
  toldAt: string
  withdrawnAt: string
}
