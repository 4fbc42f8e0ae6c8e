import type { Payment, StoredOrder } from '@obmen/service/api-contract'
import { type Column, DataTable } from '../../components/data-table.js'
import { ShortTime } from '../../components/relative-time.js'
import { Status, type Tone } from '../../components/status.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
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
  const columns: Column<Payment>[] = [
    { id: 'gateway', title: t.gateway, onCard: 'title', cell: ({ gateway }) => gateway },
    {
      id: 'status',
      title: t.status,
      cell: ({ status, paidAt }) => (
        <span>
          <Status tone={TONES[status]}>{t.statuses[status]}</Status>{' '}
          {paidAt !== undefined && (
            <span className={classes.quiet}>
              <ShortTime at={paidAt} />
            </span>
          )}
        </span>
      ),
    },
    { id: 'id', title: t.id, cell: ({ id }) => <span className="mono">{id}</span> },
    { id: 'amount', title: t.amount, align: 'end', cell: ({ amount }) => money(amount, order.currency) },
  ]
  return (
    <div className={classes.table}>
      <DataTable label={t.title} columns={columns} rows={order.payments} rowKey={({ id }) => id} />
    </div>
  )
}
