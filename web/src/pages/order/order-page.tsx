import { numbersIn1C } from '@obmen/contract'
import type { OrderExport, StoredOrder } from '@obmen/contract/rest'
import { IconReceipt } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { exportsQuery, orderQuery } from '../../api/orders.js'
import { useAdministers } from '../../api/people/me.js'
import { isStatus } from '../../api/request/problem.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { CopyButton } from '../../components/forms/copy.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { RefusedOrder } from '../../components/requests/refused-order.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { OrderAccounting } from './accounting/order-accounting.js'
import { customerName, OrderContent } from './content/order-content.js'
import { OrderExports } from './exports/order-exports.js'
import classes from './order.module.css'
import { OrderSentences } from './sentence/order-sentences.js'
import { OrderTasks } from './tasks/order-tasks.js'
import { texts } from './texts.js'
import { OrderTimeline } from './timeline/order-timeline.js'

const OrderXmlWindow = lazy(() => import('./xml/order-xml-window.js'))

const route = getRouteApi('/shell/ecosystem/orders/$orderId')

/** One order: its state at each 1C, its content, its history. The XML opens over it, by the URL. */
export function OrderPage() {
  const t = useTexts(texts)
  const { orderId } = route.useParams()
  const query = useQuery(orderQuery(orderId))
  useLiveRefresh(['orders', orderId])
  const order = query.data
  const { data: exported, isLoading } = useQuery({ ...exportsQuery(orderId), enabled: order !== undefined })
  const exports = exported?.items ?? []
  if (isStatus(query.error, 404)) return <NoOrder id={orderId} />
  return (
    <>
      <PageHeader
        title={
          order === undefined || isLoading
            ? t.order
            : t.title(numbersIn1C(order.sequenceNumber, exports).join(', '))
        }
        badge={order && <PlatformStatus order={order} />}
        back={{ link: { to: '/orders' }, text: t.back }}
        description={order && <Heading order={order} />}
      />
      <Loaded query={query}>{loaded => <Shown order={loaded} exports={exports} />}</Loaded>
    </>
  )
}

function PlatformStatus({ order: { status, canceled } }: { order: StoredOrder }) {
  const t = useTexts(texts)
  return (
    <span className={classes.status} data-canceled={canceled || undefined}>
      {canceled ? t.canceledStatus(status) : status}
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
  const { id, sequenceNumber } = order
  return (
    <>
      {exports.length > 0 && <OrderSentences order={order} exports={exports} />}
      <OrderTasks id={id} />
      <div className={classes.page}>
        <div className={classes.exports}>
          <OrderExports
            order={order}
            onShowXml={integrationId => void navigate({ search: { xml: integrationId }, resetScroll: false })}
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
            onShowXml={batchId => void navigate({ search: { sent: batchId }, resetScroll: false })}
          />
        </div>
      </div>
      <Suspense fallback={null}>
        <OrderXmlWindow
          id={id}
          number={numbersIn1C(sequenceNumber, exports, search.xml).join(', ')}
          search={search}
          onChange={changed =>
            void navigate({
              search: changed,
              resetScroll: false,
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
