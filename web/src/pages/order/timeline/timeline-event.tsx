import type { TimelineEvent as Event } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { useHoldReason } from '../../../components/orders/use-hold-reason.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useTexts } from '../../../texts/language.js'
import type { Currencies } from '../content/currencies.js'
import { texts } from './texts-timeline.js'
import classes from './timeline.module.css'
import { TimelineChanges } from './timeline-changes.js'

interface Props {
  event: Event
  currencies: Currencies
  /** It was sent to the same 1C again later. */
  repeated: boolean
  onShowXml: (batchId: number) => void
}

export function TimelineEvent({ event, currencies, repeated, onShowXml }: Props) {
  const t = useTexts(texts)
  const holdReason = useHoldReason()
  const { at, kind } = event
  return (
    <>
      <div className={classes.what}>
        {kind === 'received' && t.received}
        {kind === 'changed' && (event.since === undefined ? t.changed : t.changedSince(event.since))}
        {kind === 'sent-before' && t.sentBefore[event.which](event.integrationName)}
        {kind === 'offered' && t.offered(event.integrationName)}
        {kind === 'confirmed' && t.confirmed(event.integrationName)}
        {kind === 'held' && t.held[event.heldKind](event.integrationName, event.by ?? '')}
        {kind === 'released' && t.released[releasedHow(event)](event.integrationName, event.by ?? '')}
        {kind === 'accounting' && t.accounting(event.integrationName, event.documentNumber)}
        {kind === 'taken-over' && t.takenOver(event.integrationName)}
      </div>
      {kind === 'changed' && <TimelineChanges changes={event.changes} currencies={currencies} />}
      {kind === 'accounting' && (
        <div className={classes.note}>{event.changed.map(part => t.parts[part] ?? part).join(', ')}</div>
      )}
      {kind === 'offered' && event.outcome !== 'confirmed' && (
        <div className={classes.note}>{t.outcomes[repeated ? 'repeated' : event.outcome]}</div>
      )}
      {kind === 'held' && <div className={classes.note}>{holdReason(event)}</div>}
      <div className={classes.facts}>
        <ShortTime at={at} />
        {'revision' in event && ` · ${t.revision(event.revision)}`}
        {(kind === 'offered' || kind === 'confirmed') && event.exchangeId !== null && (
          <>
            {' · '}
            <Link to="/exchanges/$exchangeId" params={{ exchangeId: String(event.exchangeId) }}>
              {t.exchange(event.exchangeId)}
            </Link>
          </>
        )}
        {kind === 'offered' && (
          <>
            {' · '}
            <button type="button" className={classes.open} onClick={() => onShowXml(event.batchId)}>
              {t.xml}
            </button>
          </>
        )}
      </div>
    </>
  )
}

/** Releasing what preflight or the 1C itself objects to means sending it all the same. */
function releasedHow({ cause, heldKind }: Extract<Event, { kind: 'released' }>) {
  return cause === 'person' && heldKind !== 'person' ? 'anyway' : cause
}
