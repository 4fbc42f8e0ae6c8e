import type { StoredOrder } from '@obmen/service/api-contract'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orderQuery } from '../../api/orders.js'
import { isStatus } from '../../api/problem.js'
import { CopyButton } from '../../components/copy-button.js'
import { Loaded } from '../../components/loaded.js'
import { PageHeader } from '../../components/page-header.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { customerName } from './customer-name.js'
import { NoOrder } from './no-order.js'
import classes from './order.module.css'
import { OrderContent } from './order-content.js'
import { OrderDeliveries } from './order-deliveries.js'
import { OrderTimeline } from './order-timeline.js'
import { OrderXmlWindow } from './order-xml-window.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/orders/$orderId')

/** One order: where it stands with each 1C, its content, its way there. The XML opens over it, by the URL. */
export function OrderPage() {
  const { orderId } = route.useParams()
  const query = useQuery(orderQuery(orderId))
  useLiveRefresh(['orders', orderId])
  if (isStatus(query.error, 404)) return <NoOrder id={orderId} />
  return <Loaded query={query}>{order => <Shown order={order} />}</Loaded>
}

function Shown({ order }: { order: StoredOrder }) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { id, number, sequenceNumber, status, canceled, total, currency, customer } = order
  return (
    <>
      <PageHeader
        title={t.title(sequenceNumber)}
        badge={
          <span className={classes.status} data-canceled={canceled || undefined}>
            {canceled ? t.canceledStatus(status) : status}
          </span>
        }
        back={{ link: { to: '/orders' }, text: t.back }}
        description={
          <span className={classes.heading}>
            <span>
              {money(total, currency)} · {customerName(customer)} · {number ?? id}
            </span>
            <span className={classes.id}>
              <span className="mono">{id}</span>
              <CopyButton value={id} what={t.platformId} />
            </span>
          </span>
        }
      />
      <div className={classes.page}>
        <div className={classes.deliveries}>
          <OrderDeliveries
            order={order}
            onShowXml={integrationId => void navigate({ search: { xml: integrationId }, resetScroll: false })}
          />
        </div>
        <div className={classes.content}>
          <OrderContent order={order} />
        </div>
        <div className={classes.way}>
          <OrderTimeline
            id={id}
            onShowXml={batchId => void navigate({ search: { sent: batchId }, resetScroll: false })}
          />
        </div>
      </div>
      <OrderXmlWindow
        id={id}
        number={sequenceNumber}
        search={search}
        onChange={changed =>
          void navigate({
            search: changed,
            resetScroll: false,
            replace: changed.compared !== search.compared,
          })
        }
      />
    </>
  )
}
