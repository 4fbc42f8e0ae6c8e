/** VAT rate of a line: `none` (outside VAT), a percentage, or a settlement rate such as `20/120`. */
export type VatRate = string

export type PaymentStatus = 'pending' | 'paid' | 'failed' | 'canceled' | 'refunded'

/** Money: a decimal string, `1500.00`. Quantities: up to four decimals, shortest form, `2`. */
export type Money = string
export type Quantity = string
/** An ISO date-time with offset, as the platform sent it. */
export type Timestamp = string

interface CustomerContacts {
  id: string
  inn?: string
  email?: string
  phone?: string
  address?: string
}

/** With first and last name if known; with `name` only if the full name could not be split. */
export interface PersonCustomer extends CustomerContacts {
  kind: 'person'
  firstName?: string
  lastName?: string
  middleName?: string
  name?: string
}

export interface BusinessCustomer extends CustomerContacts {
  kind: 'organization' | 'entrepreneur'
  name: string
  fullName?: string
  kpp?: string
}

export type Customer = PersonCustomer | BusinessCustomer

export interface OrderLine {
  id: string
  /** By which 1C looks the item up if it does not know the id. */
  article?: string
  name: string
  kind: 'goods' | 'service'
  quantity: Quantity
  unit: string
  price: Money
  discount: Money
  amount: Money
  vat: VatRate
}

export interface Payment {
  id: string
  gateway: string
  status: PaymentStatus
  amount: Money
  paidAt?: Timestamp
  /** Parts that were refunded; the status `refunded` means the whole. */
  refunds?: Refund[]
}

export interface Refund {
  id: string
  amount: Money
  refundedAt: Timestamp
}

export interface Delivery {
  name: string
  amount: Money
  vat: VatRate
  address?: string
  recipient?: string
  trackNumber?: string
}

/** The order as it is stored: validated, trimmed, defaults filled in, numbers in canonical form. */
export interface Order {
  id: string
  number?: string
  companyId: string
  placedAt: Timestamp
  status: string
  canceled: boolean
  currency: string
  customer: Customer
  lines: OrderLine[]
  vatIncluded: boolean
  total: Money
  comment?: string
  /** Name of the buyer's contract in 1C. */
  contract?: string
  place?: { id: string; name: string }
  delivery?: Delivery
  payments: Payment[]
  attributes: Record<string, string>
}

/** Canceled by its status or by the flag; 1C gets the requisite «Отменен». */
export function isCanceled(order: Pick<Order, 'status' | 'canceled'>): boolean {
  return order.canceled || order.status === 'canceled' || order.status === 'cancelled'
}

/** The customer's name as people read it, a person's with the surname first. */
export function fullName(customer: Customer): string {
  if (customer.name !== undefined) return customer.name
  const { lastName, firstName, middleName } = customer as PersonCustomer
  return [lastName, firstName, middleName].filter(part => part !== undefined && part.trim() !== '').join(' ')
}
