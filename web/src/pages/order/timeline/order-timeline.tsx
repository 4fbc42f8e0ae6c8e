import { Button } from '@mantine/core'
import type { TimelineEvent as Event, FieldChange } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { exportsQuery, timelineQuery } from '../../../api/orders.js'
import { useSentences } from '../../../components/findings/use-sentences.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { useHoldReason } from '../../../components/orders/use-hold-reason.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { type Currencies, currenciesOf } from '../content/currencies.js'
import { offersTo } from '../exports/offers.js'
import { texts } from './texts-timeline.js'
import classes from './timeline.module.css'
import { useChangeTexts } from './use-change-texts.js'

const SHOWN = 25

interface Props {
  id: string
  currency: string
  onShowXml: (batchId: number) => void
}

/** «Путь заказа»: the order's events, oldest first, and what it waits for. */
export function OrderTimeline({ id, currency, onShowXml }: Props) {
  const t = useTexts(texts)
  const query = useQuery(timelineQuery(id))
  const { data: exports } = useQuery(exportsQuery(id))
  const [all, setAll] = useState(false)
  const waiting = (exports?.items ?? []).filter(({ state }) => state === 'owed' || state === 'changed')
  return (
    <Section title={t.title}>
      <Loaded query={query}>
        {({ items }) => {
          const shown = all ? items : items.slice(-SHOWN)
          const currencies = currenciesOf(items, currency)
          const hidden = items.length - shown.length
          return (
            <>
              {hidden > 0 && (
                <Button variant="subtle" color="gray" size="compact-sm" mb="sm" onClick={() => setAll(true)}>
                  {t.earlier(hidden)}
                </Button>
              )}
              <ol className={classes.way}>
                {shown.map((event, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: events only ever come at the end
                  <li key={hidden + index} data-kind={event.kind}>
                    <TimelineEvent
                      event={event}
                      currencies={currencies[hidden + index]!}
                      repeated={isRepeated(event, items)}
                      onShowXml={onShowXml}
                    />
                  </li>
                ))}
                {waiting.map(({ integrationId, integrationName, owedSince }) => (
                  <li key={integrationId} data-kind="waiting">
                    <div className={classes.what}>{t.waiting(integrationName)}</div>
                    {owedSince !== null && (
                      <div className={classes.facts}>
                        <ShortTime at={owedSince} />
                      </div>
                    )}
                  </li>
                ))}
              </ol>
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

/** The order was sent to the same integration again later. */
function isRepeated(event: Event, events: readonly Event[]): boolean {
  return event.kind === 'offered' && offersTo(events, event.integrationId).at(-1)?.batchId !== event.batchId
}

interface EventProps {
  event: Event
  currencies: Currencies
  /** It was sent to the same 1C again later. */
  repeated: boolean
  onShowXml: (batchId: number) => void
}

function TimelineEvent({ event, currencies, repeated, onShowXml }: EventProps) {
  const t = useTexts(texts)
  const holdReason = useHoldReason()
  const sentences = useSentences()
  const { shortTime } = useFormats()
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
        {kind === 'task' && t.task[event.change](event.integrationName, event.by ?? '')}
        {kind === 'taken-over' && t.takenOver(event.integrationName)}
      </div>
      {kind === 'changed' && <TimelineChanges changes={event.changes} currencies={currencies} />}
      {kind === 'accounting' && (
        <div className={classes.note}>{event.changed.map(part => t.parts[part] ?? part).join(', ')}</div>
      )}
      {kind === 'offered' && event.outcome !== 'confirmed' && (
        <div className={classes.note}>{t.outcomes[repeated ? 'repeated' : event.outcome]}</div>
      )}
      {kind === 'task' && <div className={classes.note}>{sentences.task(event)}</div>}
      {kind === 'held' && <div className={classes.note}>{holdReason(event)}</div>}
      <div className={classes.facts}>
        <ShortTime at={at} />
        {'revision' in event && ` · ${t.revision(event.revision)}`}
        {(kind === 'offered' || kind === 'confirmed') && event.exchangeId !== null && (
          <>
            {' · '}
            <Link
              to="/exchanges/$exchangeId"
              params={{ exchangeId: String(event.exchangeId) }}
              aria-label={t.exchangeOf(shortTime(at))}
            >
              {t.exchange}
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

const SHOWN_CHANGES = 6

interface ChangesProps {
  changes: FieldChange[]
  currencies: Currencies
}

function TimelineChanges({ changes, currencies }: ChangesProps) {
  const t = useTexts(texts)
  const words = useChangeTexts(currencies)
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, SHOWN_CHANGES)
  const rest = changes.length - shown.length
  return (
    <>
      <ul className={classes.changes}>
        {shown.map(change => {
          const { label, before, after, raw } = words(change)
          return (
            <li key={change.path + (change.after === undefined ? '-' : '')} title={raw}>
              {label}
              {(before !== undefined || after !== undefined) && ': '}
              {before !== undefined && <del>{before}</del>}
              {before !== undefined && after !== undefined && ' → '}
              {after !== undefined && <ins>{after}</ins>}
            </li>
          )
        })}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAll(true)}>
          {t.moreChanges(rest)}
        </Button>
      )}
    </>
  )
}
