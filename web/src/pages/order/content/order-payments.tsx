import type { Payment } from '@obmen/contract'
import type { StoredOrder } from '@obmen/contract/rest'
import { ShortTime } from '../../../components/relative-time.js'
import { Status, type Tone } from '../../../components/status.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from './content.module.css'
import { texts } from './texts-content.js'

const TONES: Record<Payment['status'], Tone> = {
  pending: 'grey',
  paid: 'green',
  failed: 'red',
  canceled: 'none',
  refunded: 'amber',
}

export function OrderPayments({ order }: { order: StoredOrder }) {
  const t = useTexts(texts).payments
  const { money } = useFormats()
  if (order.payments.length === 0) return <p className={classes.quiet}>{t.none}</p>
  return (
    <ul className={classes.payments}>
      {order.payments.map(({ id, gateway, status, amount, paidAt }) => (
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
          </div>
          <span className="numbers">{money(amount, order.currency)}</span>
        </li>
      ))}
    </ul>
  )
}
