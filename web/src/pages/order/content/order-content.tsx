import type { StoredOrder } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { companyQuery } from '../../../api/companies.js'
import { Section } from '../../../components/layout/section.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from './content.module.css'
import { Facts } from './facts.js'
import { OrderCustomer } from './order-customer.js'
import { OrderLines } from './order-lines.js'
import { OrderPayments } from './order-payments.js'
import { texts } from './texts-content.js'

/** The order as the platform sent it. */
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
  const { place, delivery, comment, placedAt, receivedAt, changedAt, revision } = order
  return (
    <Facts
      facts={[
        [t.placed, dateTime(placedAt)],
        [t.company, company?.name],
        [t.place, place?.name],
        [t.deliveryAddress, delivery?.address],
        [t.recipient, delivery?.recipient],
        [t.trackNumber, delivery?.trackNumber],
        [t.comment, comment],
        [t.received, dateTime(receivedAt)],
        [t.changed, revision > 1 ? t.changedTo(dateTime(changedAt), revision) : undefined],
      ]}
    />
  )
}
