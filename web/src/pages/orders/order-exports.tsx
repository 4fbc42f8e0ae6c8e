import type { OrderListItem } from '@obmen/contract/rest'
import { ExportState } from '../../components/orders/export-state.js'
import { useTexts } from '../../texts/language.js'
import classes from './orders.module.css'
import { texts } from './texts.js'

/** Above so many integrations only their number is shown. */
const SHOWN = 3

/** The states at each 1C, with names if there are several. */
export function OrderExports({ order, only }: { order: OrderListItem; only: string | undefined }) {
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
