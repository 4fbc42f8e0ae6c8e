import type { OrderListItem } from '@obmen/service/api-contract'
import { DeliveryState } from '../../components/orders/delivery-state.js'
import { useTexts } from '../../texts/language.js'
import classes from './orders.module.css'
import { texts } from './texts.js'

/** More integrations than this are counted. */
const SHOWN = 3

/** The states with each 1C, named when there are several. */
export function OrderDeliveries({ order, only }: { order: OrderListItem; only: string | undefined }) {
  const t = useTexts(texts)
  const deliveries = order.deliveries.filter(
    ({ integrationId }) => only === undefined || integrationId === only,
  )
  if (deliveries.length === 0) return <span className={classes.second}>{t.noIntegration}</span>
  return (
    <div className={classes.deliveries}>
      {deliveries.slice(0, SHOWN).map(({ integrationId, integrationName, state, at, reason }) => (
        <DeliveryState
          key={integrationId}
          state={state}
          at={at}
          reason={reason}
          integration={deliveries.length > 1 ? integrationName : undefined}
        />
      ))}
      {deliveries.length > SHOWN && <div className={classes.second}>{t.more(deliveries.length - SHOWN)}</div>}
    </div>
  )
}
