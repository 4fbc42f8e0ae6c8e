import { exportsIn1C, numbersIn1C } from '@obmen/contract'
import type { OrderListItem } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable, rowLink, TwoLines } from '../../components/layout/data-table.js'
import { ExportState } from '../../components/orders/export-state.js'
import { ShortTime } from '../../components/relative-time.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classesOfBulk from './bulk/bulk.module.css'
import type { Selection } from './bulk/bulk-bar.js'
import { texts as bulkTexts } from './bulk/texts-bulk.js'
import classes from './orders.module.css'
import { texts } from './texts.js'

/** Above so many integrations only their number is shown. */
const SHOWN = 3

/** The states at each 1C, with names if there are several. */
function OrderExports({ order, only }: { order: OrderListItem; only: string | undefined }) {
  const t = useTexts(texts)
  const exports = order.exports.filter(({ integrationId }) => only === undefined || integrationId === only)
  if (exports.length === 0) return <span className={classes.second}>{t.noIntegration}</span>
  return (
    <div className={classes.exports}>
      {exports.slice(0, SHOWN).map(({ integrationId, integrationName, state, at, ...why }) => (
        <ExportState
          key={integrationId}
          state={state}
          at={at}
          why={why}
          integration={exports.length > 1 ? integrationName : undefined}
        />
      ))}
      {exports.length > SHOWN && <div className={classes.second}>{t.more(exports.length - SHOWN)}</div>}
    </div>
  )
}

/** On a phone. */
const SHORT = ['number platform total', 'customer customer placed', 'exports exports status']

interface Props {
  orders: OrderListItem[]
  ascending: boolean
  onSort: () => void
  /** The list may have orders of several companies. */
  byCompany: boolean
  /** Only this integration's state is shown. */
  byIntegration: string | undefined
  stale: boolean
  /** Absent: orders can't be selected. */
  selection: Selection | undefined
}

export function OrdersTable({
  orders,
  ascending,
  onSort,
  byCompany,
  byIntegration,
  stale,
  selection,
}: Props) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const bulk = useTexts(bulkTexts)
  const numbersOf = ({ number, exports }: OrderListItem) => numbersIn1C(number, exports, byIntegration)
  const severalCompanies = byCompany && new Set(orders.map(({ companyId }) => companyId)).size > 1
  const columns: Column<OrderListItem>[] = [
    ...(selection
      ? [selectColumn(selection, t.columns.select, order => bulk.select(numbersOf(order).join(', ')))]
      : []),
    {
      id: 'number',
      title: t.columns.number,
      fixed: true,
      width: '76px',
      cell: order => {
        const numbers = numbersOf(order)
        return (
          <Link
            to="/orders/$orderId"
            params={{ orderId: order.id }}
            aria-label={t.order(numbers.join(', '))}
            title={numbers.length > 1 ? numberOfEach(order) : undefined}
            className={`${rowLink} ${classes.number} numbers`}
          >
            {numbers.join(',\n')}
          </Link>
        )
      },
    },
    {
      id: 'platform',
      title: t.columns.platform,
      cell: ({ id, platformNumber }) => (
        <span className={classes.word} title={platformNumber ?? id}>
          {platformNumber ?? id}
        </span>
      ),
    },
    {
      id: 'placed',
      title: t.columns.placed,
      sort: { direction: ascending ? 'ascending' : 'descending', onToggle: onSort },
      cell: ({ placedAt }) => (
        <span className={classes.time}>
          <ShortTime at={placedAt} />
        </span>
      ),
    },
    {
      id: 'customer',
      title: t.columns.customer,
      cell: ({ customerName, companyName }) => (
        <>
          <TwoLines>{customerName}</TwoLines>
          {severalCompanies && (
            <div className={classes.second}>
              <TwoLines>{companyName}</TwoLines>
            </div>
          )}
        </>
      ),
    },
    {
      id: 'total',
      title: t.columns.total,
      align: 'end',
      cell: ({ total, currency }) => money(total, currency),
    },
    {
      id: 'status',
      title: t.columns.status,
      cell: ({ status, canceled }) => (
        <>
          <span className={`${classes.word} ${classes.status}`} title={status}>
            {status}
          </span>
          {canceled && <div className={classes.second}>{t.canceled}</div>}
        </>
      ),
    },
    {
      id: 'exports',
      title: t.columns.exports,
      width: '245px',
      cell: order => <OrderExports order={order} only={byIntegration} />,
    },
  ]
  return (
    <DataTable
      label={t.title}
      list="orders"
      columns={columns}
      rows={orders}
      rowKey={({ id }) => id}
      stale={stale}
      short={selection ? SHORT.map(line => `select ${line}`) : SHORT}
      wide
    />
  )
}

/** Which integration has which of an order's numbers. */
function numberOfEach({ exports }: OrderListItem): string {
  return exportsIn1C(exports)
    .map(({ integrationName, number }) => `${integrationName}: ${number}`)
    .join('\n')
}

/** Chooses an order for an action on many. */
function selectColumn(
  { ids, all, toggle }: Selection,
  title: string,
  name: (order: OrderListItem) => string,
): Column<OrderListItem> {
  return {
    id: 'select',
    title,
    fixed: true,
    width: '1%',
    cell: order => (
      <input
        type="checkbox"
        className={classesOfBulk.choice}
        aria-label={name(order)}
        checked={all || ids.has(order.id)}
        disabled={all}
        onChange={event => toggle([order.id], event.currentTarget.checked)}
      />
    ),
  }
}
