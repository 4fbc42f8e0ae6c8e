import { Button } from '@mantine/core'
import type { TimelineEvent as Event } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { exportsQuery, timelineQuery } from '../../../api/orders.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useTexts } from '../../../texts/language.js'
import { currenciesOf } from '../content/currencies.js'
import { offersTo } from '../exports/offers.js'
import { texts } from './texts-timeline.js'
import classes from './timeline.module.css'
import { TimelineEvent } from './timeline-event.js'

/** Newest events shown at first. */
const SHOWN = 25

interface Props {
  id: string
  /** The order's present one. */
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
