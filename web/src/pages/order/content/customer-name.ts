import type { Customer } from '@obmen/service/api-contract'

export function customerName(customer: Customer): string {
  if (customer.kind !== 'person' || customer.name !== undefined) return customer.name ?? ''
  return [customer.lastName, customer.firstName, customer.middleName].filter(Boolean).join(' ')
}
