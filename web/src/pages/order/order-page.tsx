import { numbersIn1C } from '@obmen/contract'
import type { OrderExport, StoredOrder } from '@obmen/contract/rest'
import { IconReceipt } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { companyQuery } from '../../api/companies.js'
import { integrationQuery } from '../../api/integrations.js'
import {
  accountingQuery,
  exportsQuery,
  orderQuery,
  orderTasksQuery,
  preflightQuery,
  timelineQuery,
} from '../../api/orders.js'
import { useAdministers } from '../../api/people/me.js'
import { isStatus } from '../../api/request/problem.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { CopyButton } from '../../components/forms/copy.js'
import { Empty, Loaded, Loading } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { useStatusLabel } from '../../components/orders/use-status-label.js'
import { RefusedOrder } from '../../components/requests/refused-order.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { OrderAccounting } from './accounting/order-accounting.js'
import { customerName, OrderContent } from './content/order-content.js'
import { OrderExports } from './exports/order-exports.js'
import { Neighbours, useOpenedFrom } from './neighbours.js'
import classes from './order.module.css'
import { OrderSentences } from './sentence/order-sentences.js'
import { OrderTasks } from './tasks/order-tasks.js'
import { texts } from './texts.js'
import { OrderTimeline } from './timeline/order-timeline.js'

const OrderXmlWindow = lazy(() => import('./xml/order-xml-window.js'))

const route = getRouteApi('/shell/ecosystem/orders/$orderId')

/** One order: its state at each 1C, its content, its history. The XML opens over it, by the URL. */
export function OrderPage() {
  const { orderId } = route.useParams()
  return <OneOrder key={orderId} id={orderId} />
}

function OneOrder({ id }: { id: string }) {
  const t = useTexts(texts)
  const opened = useOpenedFrom()
  const { query, exports, drawn } = useOrderParts(id)
  useLiveRefresh(['orders', id])
  const order = drawn ? query.data : undefined
  if (isStatus(query.error, 404)) return <NoOrder id={id} />
  return (
    <>
      <PageHeader
        title={order === undefined ? t.order : t.title(numbersIn1C(order.numberIn1c, exports).join(', '))}
        badge={order && <PlatformStatus order={order} />}
        back={{ link: { to: '/orders', search: opened?.list ?? {} }, text: t.back }}
        description={order && <Heading order={order} />}
        actions={opened && <Neighbours id={id} />}
      />
      {drawn ? (
        <Loaded query={query}>{loaded => <Shown order={loaded} exports={exports} />}</Loaded>
      ) : (
        <Loading />
      )}
    </>
  )
}

/** The page is drawn once each part has answered or failed for the first time: nothing moves afterwards. */
function useOrderParts(id: string) {
  const query = useQuery(orderQuery(id))
  const exported = useQuery(exportsQuery(id))
  const parts = [
    query,
    exported,
    useQuery(accountingQuery(id)),
    useQuery(timelineQuery(id)),
    useQuery(orderTasksQuery(id)),
    useQuery({ ...companyQuery(query.data?.companyId ?? ''), enabled: query.data !== undefined }),
  ]
  const exports = exported.data?.items ?? []
  const { revision } = query.data ?? {}
  const integrations = useQueries({
    queries: exports.map(({ integrationId }) => integrationQuery(integrationId)),
  })
  const preflights = useQueries({
    queries: exports
      .filter(({ state }) => revision !== undefined && state !== 'not-matching')
      .map(({ integrationId }) => preflightQuery(id, integrationId, revision ?? 0)),
  })
  const [drawn, setDrawn] = useState(false)
  const answered = [...parts, ...integrations, ...preflights].every(
    ({ isPending, failureCount }) => !isPending || failureCount > 0,
  )
  if ((answered || query.isError) && !drawn) setDrawn(true)
  return { query, exports, drawn }
}

function PlatformStatus({ order: { status, canceled } }: { order: StoredOrder }) {
  const t = useTexts(texts)
  const label = useStatusLabel()(status)
  return (
    <span className={classes.status} data-canceled={canceled || undefined} title={status}>
      {canceled ? t.canceledStatus(label) : label}
    </span>
  )
}

function Heading({ order: { id, number, total, currency, customer } }: { order: StoredOrder }) {
  const t = useTexts(texts)
  const { money } = useFormats()
  return (
    <span className={classes.heading}>
      <span>
        {money(total, currency)} · {customerName(customer)}
        {number !== undefined && ` · ${t.onPlatform(number)}`}
      </span>
      <span className={classes.id}>
        <span>
          id <span className="mono">{id}</span>
        </span>
        <CopyButton value={id} what={t.platformId} />
      </span>
    </span>
  )
}

function Shown({ order, exports }: { order: StoredOrder; exports: readonly OrderExport[] }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { id, numberIn1c } = order
  return (
    <>
      {exports.length > 0 && <OrderSentences order={order} exports={exports} />}
      <OrderTasks id={id} />
      <div className={classes.page}>
        <div className={classes.exports}>
          <OrderExports
            order={order}
            onShowXml={integrationId =>
              void navigate({ search: { xml: integrationId }, resetScroll: false, state: true })
            }
          />
        </div>
        <div className={classes.content}>
          <OrderAccounting id={id} currency={order.currency} />
          <OrderContent order={order} />
        </div>
        <div className={classes.way}>
          <OrderTimeline
            id={id}
            currency={order.currency}
            onShowXml={batchId =>
              void navigate({ search: { sent: batchId }, resetScroll: false, state: true })
            }
          />
        </div>
      </div>
      <Suspense fallback={null}>
        <OrderXmlWindow
          id={id}
          number={numbersIn1C(numberIn1c, exports, search.xml).join(', ')}
          search={search}
          onChange={changed =>
            void navigate({
              search: changed,
              resetScroll: false,
              state: true,
              replace: changed.compared !== search.compared,
            })
          }
        />
      </Suspense>
    </>
  )
}

function NoOrder({ id }: { id: string }) {
  const t = useTexts(texts).none
  const administers = useAdministers()
  return (
    <>
      <PageHeader title={t.title} />
      {administers && <RefusedOrder id={id} />}
      <Empty icon={IconReceipt} title={t.heading} text={t.text(id)}>
        <ButtonLink to="/orders">{t.toList}</ButtonLink>
      </Empty>
    </>
  )
}
