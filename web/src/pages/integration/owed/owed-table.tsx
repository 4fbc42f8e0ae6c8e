import { numbersIn1C } from '@obmen/contract'
import type { OrderListItem } from '@obmen/contract/rest'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { TwoLines } from '../../../components/layout/two-lines.js'
import { ExportState } from '../../../components/orders/export-state.js'
import { OrderNumber } from '../../../components/orders/order-number.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from './owed.module.css'
import { texts } from './texts-owed.js'

interface Props {
  orders: OrderListItem[]
  integrationId: string
  stale: boolean
}

export function OwedTable({ orders, integrationId, stale }: Props) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const columns: Column<OrderListItem>[] = [
    {
      id: 'number',
      title: t.columns.number,
      onCard: 'title',
      width: '76px',
      cell: ({ id, number, exports }) => {
        const [inThis1C = number] = numbersIn1C(number, exports, integrationId)
        return (
          <span className={classes.number}>
            <OrderNumber id={id} number={inThis1C} label={t.order(inThis1C)} />
          </span>
        )
      },
    },
    {
      id: 'platform',
      title: t.columns.platform,
      width: '120px',
      cell: ({ id, platformNumber }) => <TwoLines>{platformNumber ?? id}</TwoLines>,
    },
    {
      id: 'placed',
      title: t.columns.placed,
      width: '160px',
      cell: ({ placedAt }) => <ShortTime at={placedAt} />,
    },
    {
      id: 'customer',
      title: t.columns.customer,
      cell: ({ customerName }) => <TwoLines>{customerName}</TwoLines>,
    },
    {
      id: 'total',
      title: t.columns.total,
      align: 'end',
      cell: ({ total, currency }) => money(total, currency),
    },
    {
      id: 'state',
      title: t.columns.state,
      width: '200px',
      cell: ({ exports }) => {
        const orderExport = exports.find(one => one.integrationId === integrationId)
        return orderExport && <ExportState state={orderExport.state} at={orderExport.at} />
      },
    },
  ]
  return (
    <DataTable label={t.table} columns={columns} rows={orders} rowKey={({ id }) => id} stale={stale} wide />
  )
}
