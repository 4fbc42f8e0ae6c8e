import { numbersIn1C } from '@obmen/contract'
import type { OrderListItem } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { Section } from '../../components/layout/section.js'
import { TimeSince } from '../../components/relative-time.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './overview.module.css'
import { texts } from './texts.js'

/** Those that have waited longest. */
export function OrdersToLookAt({ orders, held }: { orders: OrderListItem[]; held: number }) {
  const t = useTexts(texts).look
  const { money } = useFormats()
  return (
    <Section
      title={t.title}
      description={orders.length > 0 ? t.text : undefined}
      actions={
        orders.length > 0 ? (
          <Link to="/orders" search={{ state: 'owed', sort: 'placedAt' }} className={classes.all}>
            {t.all}
          </Link>
        ) : (
          held > 0 && (
            <Link to="/orders" search={{ state: 'held' }} className={classes.all}>
              {t.held}
            </Link>
          )
        )
      }
    >
      {orders.length === 0 && <p className={classes.nothing}>{held > 0 ? t.othersHeld : t.empty}</p>}
      <ul className={classes.list}>
        {orders.map(order => {
          const since = owedSince(order)
          return (
            <li key={order.id} className={classes.row}>
              <div className={classes.main}>
                <Link to="/orders/$orderId" params={{ orderId: order.id }} className={classes.link}>
                  {t.order(numbersIn1C(order.number, order.exports).join(', '))}
                </Link>
                <span className={classes.quiet}>{order.customerName}</span>
              </div>
              <span className={classes.facts}>
                <span className="numbers">{money(order.total, order.currency)}</span>
                {since !== undefined && (
                  <span className={classes.time}>
                    {t.waits} <TimeSince at={since} />
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function owedSince({ exports }: OrderListItem): string | undefined {
  const waiting = exports.flatMap(({ state, at }) =>
    (state === 'owed' || state === 'changed' || state === 'offered') && at !== null ? [at] : [],
  )
  return waiting.sort()[0]
}
