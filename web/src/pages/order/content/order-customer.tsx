import type { Customer } from '@obmen/contract'
import { useTexts } from '../../../texts/language.js'
import { customerName } from './customer-name.js'
import { Facts } from './facts.js'
import { texts } from './texts-content.js'

export function OrderCustomer({ customer }: { customer: Customer }) {
  const t = useTexts(texts).customer
  const { kind, id, inn, email, phone, address } = customer
  const business = kind === 'person' ? undefined : customer
  const person = kind === 'person' ? customer : undefined
  const name = customerName(customer)
  return (
    <Facts
      facts={[
        [t.kinds[kind], name],
        [t.fullName, business?.fullName === name ? undefined : business?.fullName],
        [t.lastName, person?.lastName],
        [t.firstName, person?.firstName],
        [t.middleName, person?.middleName],
        [t.inn, inn],
        [t.kpp, business?.kpp],
        [t.phone, phone],
        [t.email, email],
        [t.address, address],
        [
          t.id,
          <span key="id" className="mono">
            {id}
          </span>,
        ],
      ]}
    />
  )
}
