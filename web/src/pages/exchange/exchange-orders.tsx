import type { ExchangeOrder } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useId } from 'react'
import { exchangeOrdersQuery } from '../../api/exchanges.js'
import { FindingLines } from '../../components/findings/finding-line.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Failure } from '../../components/layout/loaded.js'
import { Pager } from '../../components/layout/pager.js'
import { OrderNumber } from '../../components/orders/order-number.js'
import { Status, type Tone } from '../../components/status.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './exchange.module.css'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/exchanges/$exchangeId')
const ROWS = 20
const TONES: Record<ExchangeOrder['outcome'], Tone> = {
  confirmed: 'green',
  sent: 'blue',
  abandoned: 'amber',
  open: 'grey',
}

/** «Заказы в этом обмене», as they were sent; hidden if there were none. */
export function ExchangeOrders({ exchangeId, offered }: { exchangeId: number; offered: number }) {
  const t = useTexts(texts).orders
  const headingId = useId()
  const { cursor } = route.useSearch()
  const query = useQuery(exchangeOrdersQuery(exchangeId, { limit: ROWS, cursor }))
  const { data } = query
  if (data === undefined && query.error === null) return null
  const isEmpty = data?.items.length === 0 && cursor === undefined
  if (isEmpty && offered === 0) return null
  return (
    <section aria-labelledby={headingId} className={classes.carried}>
      <h2 id={headingId} className={classes.title}>
        {t.title}
      </h2>
      {data === undefined ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : isEmpty ? (
        <p className={classes.quiet}>{t.notKept}</p>
      ) : (
        <>
          <OrdersTable orders={data.items} stale={query.isPlaceholderData} />
          <Pager next={data.next} keepScroll />
        </>
      )}
    </section>
  )
}

function OrdersTable({ orders, stale }: { orders: ExchangeOrder[]; stale: boolean }) {
  const t = useTexts(texts).orders
  const { money, number: digits } = useFormats()
  const columns: Column<ExchangeOrder, typeof t.columns>[] = [
    {
      id: 'number',
      onCard: 'title',
      width: '76px',
      cell: ({ id, numberIn1c }) => <OrderNumber id={id} number={numberIn1c} />,
    },
    { id: 'platform', cell: ({ id }) => <div className={classes.word}>{id}</div> },
    { id: 'customer', cell: ({ customerName }) => <div className={classes.word}>{customerName}</div> },
    { id: 'total', align: 'end', cell: ({ total, currency }) => money(total, currency) },
    { id: 'revision', align: 'end', cell: ({ revision }) => digits(revision) },
    { id: 'findings', cell: ({ findings }) => findings.length > 0 && <FindingLines items={findings} /> },
    {
      id: 'outcome',
      onCard: 'corner',
      cell: ({ outcome }) => <Status tone={TONES[outcome]}>{t.outcomes[outcome]}</Status>,
    },
  ]
  return (
    <DataTable
      titles={t.columns}
      label={t.title}
      columns={columns}
      rows={orders}
      rowKey={({ batchId, id }) => `${batchId} ${id}`}
      stale={stale}
      wide
    />
  )
}
