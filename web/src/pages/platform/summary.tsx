import { Button } from '@mantine/core'
import type { RefusalCause, RequestDays } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { DaysChart, type Series } from '../../components/days/days-chart.js'
import { Loaded, type LoadingQuery } from '../../components/layout/loaded.js'
import { Section } from '../../components/layout/section.js'
import { useRefusal } from '../../components/refusals/use-refusal.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './platform.module.css'
import { texts } from './texts.js'

interface Props {
  causes: LoadingQuery<{ items: RefusalCause[] }>
  chosen: string | undefined
  days: LoadingQuery<RequestDays>
}

/** Why requests are refused, and how many come, by day. */
export function Summary({ causes, chosen, days }: Props) {
  return (
    <div className={classes.summary}>
      <Loaded query={causes}>
        {({ items }) => items.length > 0 && <Causes causes={items} chosen={chosen} />}
      </Loaded>
      <Loaded query={days}>{({ items }) => items.length > 0 && <Days days={items} />}</Loaded>
    </div>
  )
}

function Days({ days }: { days: RequestDays['items'] }) {
  const t = useTexts(texts).days
  const counted = useMemo(() => days.map(({ date, ...counts }) => ({ date, counts })), [days])
  const series = useMemo(
    (): Series[] => [
      { name: 'accepted', title: t.accepted, tone: 'accent' },
      { name: 'refused', title: t.refused, tone: 'bad' },
    ],
    [t],
  )
  return (
    <Section title={t.title}>
      <DaysChart days={counted} series={series} all={series} table={t.table} />
    </Section>
  )
}

const SHOWN = 5

/** The most frequent first; each opens the list of its own, or all again. */
function Causes({ causes, chosen }: { causes: RefusalCause[]; chosen: string | undefined }) {
  const t = useTexts(texts).causes
  const refusalText = useRefusal()
  const [all, setAll] = useState(false)
  const { number, shortTime } = useFormats()
  const shown = all ? causes : causes.slice(0, SHOWN)
  return (
    <Section title={t.title} description={t.text}>
      <ul className={classes.causes}>
        {shown.map(({ cause, place, count, lastAt, ...last }) => (
          <li key={cause}>
            <Link
              from="/platform"
              to="."
              search={({ tokenId, from, to }) => ({
                tokenId,
                from,
                to,
                cause: cause === chosen ? undefined : cause,
              })}
              resetScroll={false}
              className={classes.cause}
            >
              <span className={classes.detail}>{refusalText(last)}</span>
              <span className={classes.muted}>
                {place !== null && <span className="mono">{place} · </span>}
                {t.facts(number(count), shortTime(lastAt))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {!all && causes.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {t.all(causes.length)}
        </Button>
      )}
    </Section>
  )
}
