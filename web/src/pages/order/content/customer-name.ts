import type { Customer } from '@obmen/contract'

export function customerName(customer: Customer): string {
  if (customer.kind !== 'person' || customer.name !== undefined) return customer.name ?? ''
  return [customer.lastName, customer.firstName, customer.middleName].filter(Boolean).join(' ')
}
