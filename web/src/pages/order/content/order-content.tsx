import type { Customer, Payment } from '@obmen/contract'
import type { StoredOrder } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { companyQuery } from '../../../api/companies.js'
import { Section } from '../../../components/layout/section.js'
import { ShortTime } from '../../../components/relative-time.js'
import { Status, type Tone } from '../../../components/status.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './content.module.css'
import { OrderLines } from './order-lines.js'
import { texts } from './texts-content.js'

const TONES: Record<Payment['status'], Tone> = {
  pending: 'grey',
  paid: 'green',
  failed: 'red',
  canceled: 'none',
  refunded: 'amber',
}

function OrderPayments({ order }: { order: StoredOrder }) {
  const t = useTexts(texts).payments
  const { money } = useFormats()
  if (order.payments.length === 0) return <p className={classes.quiet}>{t.none}</p>
  return (
    <ul className={classes.payments}>
      {order.payments.map(({ id, gateway, status, amount, paidAt, refunds = [] }) => (
        <li key={id}>
          <div>
            <span className={classes.gateway}>{gateway}</span> <span className="mono">{id}</span>
            <div>
              <Status tone={TONES[status]}>{t.statuses[status]}</Status>{' '}
              {paidAt !== undefined && (
                <span className={classes.quiet}>
                  <ShortTime at={paidAt} />
                </span>
              )}
            </div>
            {refunds.map(refund => (
              <div key={refund.id}>
                <Status tone={TONES.refunded}>{t.refund(money(refund.amount, order.currency))}</Status>{' '}
                <span className={classes.quiet}>
                  <ShortTime at={refund.refundedAt} />
                </span>
              </div>
            ))}
          </div>
          <span className="numbers">{money(amount, order.currency)}</span>
        </li>
      ))}
    </ul>
  )
}

export function OrderContent({ order }: { order: StoredOrder }) {
  const t = useTexts(texts)
  const attributes = Object.entries(order.attributes)
  return (
    <>
      <Section title={t.lines.title}>
        <OrderLines order={order} />
      </Section>
      <Section title={t.payments.title}>
        <OrderPayments order={order} />
      </Section>
      <div className={classes.pair}>
        <Section title={t.customer.title}>
          <OrderCustomer customer={order.customer} />
        </Section>
        <Section title={t.details.title}>
          <Details order={order} />
        </Section>
      </div>
      {attributes.length > 0 && (
        <Section title={t.attributes}>
          <Facts facts={attributes} />
        </Section>
      )}
    </>
  )
}

function Details({ order }: { order: StoredOrder }) {
  const t = useTexts(texts).details
  const { dateTime } = useFormats()
  const { data: company } = useQuery(companyQuery(order.companyId))
  const { place, delivery, comment, contract, placedAt, createdAt, updatedAt, revision } = order
  return (
    <Facts
      facts={[
        [t.placed, dateTime(placedAt)],
        [t.company, company?.name],
        [t.place, place?.name],
        [t.contract, contract],
        [t.deliveryAddress, delivery?.address],
        [t.recipient, delivery?.recipient],
        [t.trackNumber, delivery?.trackNumber],
        [t.comment, comment],
        [t.received, dateTime(createdAt)],
        [t.changed, revision > 1 ? t.changedTo(dateTime(updatedAt), revision) : undefined],
      ]}
    />
  )
}

function OrderCustomer({ customer }: { customer: Customer }) {
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

function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

export function customerName(customer: Customer): string {
  if (customer.kind !== 'person' || customer.name !== undefined) return customer.name ?? ''
  return [customer.lastName, customer.firstName, customer.middleName].filter(Boolean).join(' ')
}
