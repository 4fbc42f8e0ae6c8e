import { exportsIn1C, numbersIn1C } from '@obmen/contract'
import type { HeldGroup, OrderListItem } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import type { OrdersSearch } from '../../app/search.js'
import { type Column, DataTable, rowLink, TwoLines } from '../../components/layout/data-table.js'
import { ExportState } from '../../components/orders/export-state.js'
import { useStatusLabel } from '../../components/orders/use-status-label.js'
import { ShortTime } from '../../components/relative-time.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classesOfBulk from './bulk/bulk.module.css'
import type { Selection } from './bulk/bulk-bar.js'
import { groupOf, HeldHead, useHeldGroups } from './bulk/held-groups.js'
import { texts as bulkTexts } from './bulk/texts-bulk.js'
import classes from './orders.module.css'
import { texts } from './texts.js'

/** Above so many integrations only their number is shown. */
const SHOWN = 3

interface ExportsProps {
  order: OrderListItem
  search: OrdersSearch
  /** Whose head it stands below. */
  group: HeldGroup | undefined
}

/** The states at each 1C, with names if there are several. */
function OrderExports({ order, search, group }: ExportsProps) {
  const t = useTexts(texts)
  const { integrationId: only, cause } = search
  // The head of the group says it; what people wrote differs by order.
  const isToldAbove = (integrationId: string) =>
    cause === undefined
      ? group?.integrationId === integrationId && group.holdKind !== 'person'
      : cause !== 'person'
  const exports = order.exports.filter(({ integrationId }) => only === undefined || integrationId === only)
  if (exports.length === 0) return <span className={classes.second}>{t.noIntegration}</span>
  return (
    <div className={classes.exports}>
      {exports.slice(0, SHOWN).map(({ integrationId, integrationName, state, at, ...why }) => (
        <ExportState
          key={integrationId}
          state={state}
          at={at}
          why={isToldAbove(integrationId) ? undefined : why}
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
  /** Only the state at the integration of the filter is shown. */
  search: OrdersSearch
  onSort: () => void
  stale: boolean
  /** Absent: orders can't be selected. */
  selection: Selection | undefined
}

export function OrdersTable({ orders, search, onSort, stale, selection }: Props) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const { select } = useTexts(bulkTexts)
  const { integrationId: only, companyId, sort } = search
  const severalCompanies =
    companyId === undefined && new Set(orders.map(({ companyId }) => companyId)).size > 1
  const groups = useHeldGroups(search)
  const groupBy = new Map(orders.map(order => [order, groupOf(order, groups)]))
  const place = (order: OrderListItem) =>
    groupBy.get(order) ? groups.indexOf(groupBy.get(order)!) : groups.length
  const isGrouped = search.cause === undefined && groups.length > 0
  const rows = isGrouped ? orders.toSorted((a, b) => place(a) - place(b)) : orders
  function headOf(order: OrderListItem) {
    const group = groupBy.get(order)
    const before = rows[rows.indexOf(order) - 1]
    return group && (!before || groupBy.get(before) !== group) && <HeldHead group={group} />
  }
  const columns: Column<OrderListItem, typeof t.columns>[] = [
    {
      id: 'number',
      fixed: true,
      width: '76px',
      cell: order => (
        <Numbers order={order} only={only} opened={{ list: search, at: orders.indexOf(order) }} />
      ),
    },
    {
      id: 'platform',
      cell: ({ id, number }) => (
        <span className={classes.word} title={number ?? id}>
          {number ?? id}
        </span>
      ),
    },
    {
      id: 'placed',
      sort: { direction: sort === 'placedAt' ? 'ascending' : 'descending', onToggle: onSort },
      cell: ({ placedAt }) => (
        <span className={classes.time}>
          <ShortTime at={placedAt} />
        </span>
      ),
    },
    { id: 'customer', cell: order => <Customer order={order} withCompany={severalCompanies} /> },
    { id: 'total', align: 'end', cell: ({ total, currency }) => money(total, currency) },
    { id: 'status', cell: order => <PlatformStatus order={order} /> },
    {
      id: 'exports',
      width: '245px',
      cell: order => <OrderExports order={order} search={search} group={groupBy.get(order)} />,
    },
  ]
  if (selection)
    columns.unshift({
      id: 'select',
      fixed: true,
      width: '1%',
      cell: order => (
        <input
          type="checkbox"
          className={classesOfBulk.choice}
          aria-label={select(numbersIn1C(order.numberIn1c, order.exports, only).join(', '))}
          checked={selection.all || selection.ids.has(order.id)}
          disabled={selection.all}
          onChange={event => selection.toggle([order.id], event.currentTarget.checked)}
        />
      ),
    })
  return (
    <DataTable
      label={t.title}
      list="orders"
      titles={t.columns}
      columns={columns}
      rows={rows}
      {...(isGrouped && { above: headOf })}
      stale={stale}
      short={selection ? SHORT.map(line => `select ${line}`) : SHORT}
      wide
    />
  )
}

interface NumbersProps {
  order: OrderListItem
  only: string | undefined
  /** Where the page of the order finds the ones before and after. */
  opened: { list: OrdersSearch; at: number }
}

/** The order's number in each 1C; on hover, which integration has which. */
function Numbers({ order, only, opened }: NumbersProps) {
  const t = useTexts(texts)
  const numbers = numbersIn1C(order.numberIn1c, order.exports, only)
  const ofEach = exportsIn1C(order.exports).map(one => `${one.integrationName}: ${one.numberIn1c}`)
  return (
    <Link
      to="/orders/$orderId"
      params={{ orderId: order.id }}
      state={{ opened }}
      aria-label={t.order(numbers.join(', '))}
      title={numbers.length > 1 ? ofEach.join('\n') : undefined}
      className={`${rowLink} ${classes.number} numbers`}
    >
      {numbers.join(',\n')}
    </Link>
  )
}

function Customer({ order, withCompany }: { order: OrderListItem; withCompany: boolean }) {
  return (
    <>
      <TwoLines>{order.customerName}</TwoLines>
      {withCompany && (
        <div className={classes.second}>
          <TwoLines>{order.companyName}</TwoLines>
        </div>
      )}
    </>
  )
}

function PlatformStatus({ order: { status, canceled } }: { order: OrderListItem }) {
  const t = useTexts(texts)
  const labelOf = useStatusLabel()
  return (
    <>
      <span className={`${classes.word} ${classes.status}`} title={status}>
        {labelOf(status)}
      </span>
      {canceled && <div className={classes.second}>{t.canceled}</div>}
    </>
  )
}
