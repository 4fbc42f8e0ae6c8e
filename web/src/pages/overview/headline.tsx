import type { WholeOverview } from '@obmen/contract/rest'
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconClock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { RelativeTime } from '../../components/relative-time.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './headline.module.css'
import { texts } from './texts.js'
import { TroubleList } from './troubles/trouble-list.js'
import { findTroubles } from './troubles/troubles.js'

const ICONS = { good: IconCircleCheckFilled, bad: IconAlertTriangleFilled, waiting: IconClock }

/** Whether all is well, in one line; if not, what to do, by integration. */
export function Headline({ overview }: { overview: WholeOverview }) {
  const t = useTexts(texts).headline
  const { number } = useFormats()
  const { owed, owedLate, held, integrations, recentExchanges } = overview
  const troubles = findTroubles(overview)
  const neverCalled = integrations.every(({ lastSeenAt }) => lastSeenAt === null)
  const loading = integrations.some(({ stateCause }) => stateCause.code === 'loading')
  const isTroubled = troubles.length > 0 || owedLate > 0
  const waits = neverCalled || loading
  const tone = isTroubled || (held > 0 && !waits) ? 'bad' : waits ? 'waiting' : 'good'
  const Icon = ICONS[tone]
  const last = recentExchanges[0]

  function title(): string {
    if (owedLate > 0) return t.late(owedLate, number(owedLate))
    const states = new Set(troubles.map(({ integration }) => integration.state))
    const [state] = states
    if (state !== undefined) return states.size === 1 ? t.states[state] : t.several
    if (neverCalled) return t.waiting
    if (loading) return t.loading
    return held > 0 ? t.held(held, number(held)) : t.good
  }

  return (
    <section className={classes.headline} data-tone={tone} aria-live="polite">
      <Icon size={26} className={classes.icon} aria-hidden="true" />
      <div className={classes.texts}>
        <h2 className={classes.title}>{title()}</h2>
        <p className={classes.text}>
          {!isTroubled && <>{owed === 0 ? t.nothingOwed : t.owed(owed, number(owed))} </>}
          {last === undefined ? (
            t.noExchange
          ) : (
            <>
              {t.lastExchange} <RelativeTime at={last.lastCallAt} />
            </>
          )}
        </p>
        {held > 0 && (
          <Link to="/orders" search={{ state: 'held' }} className={classes.held}>
            {t.seeHeld(held, number(held))}
          </Link>
        )}
        {troubles.length > 0 && <TroubleList troubles={troubles} />}
      </div>
    </section>
  )
}
