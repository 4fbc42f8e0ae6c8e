import type { WholeOverview } from '@obmen/contract/rest'
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconClock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useAdministers } from '../../api/people/me.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { HelpLink } from '../../components/help-link.js'
import { HELP_ON_STATES, HELP_ON_WAITING } from '../../components/help-places.js'
import { StateAction, StateSentence } from '../../components/integrations/state-note.js'
import { RelativeTime, TimeSince } from '../../components/relative-time.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './headline.module.css'
import { texts } from './texts.js'
import { findTroubles, type Trouble } from './troubles/troubles.js'

const ICONS = { good: IconCircleCheckFilled, bad: IconAlertTriangleFilled, waiting: IconClock }

/** Whether all is well, in one line; if not, what to do, by integration. */
export function Headline({ overview }: { overview: WholeOverview }) {
  const t = useTexts(texts).headline
  const { counted } = useFormats()
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
    if (owedLate > 0) return t.late(...counted(owedLate))
    const states = new Set(troubles.map(({ integration }) => integration.state))
    const [state] = states
    if (state !== undefined) return states.size === 1 ? t.states[state] : t.several
    if (neverCalled) return t.waiting
    if (loading) return t.loading
    return held > 0 ? t.held(...counted(held)) : t.good
  }

  return (
    <section className={classes.headline} data-tone={tone} aria-live="polite">
      <Icon size={26} className={classes.icon} aria-hidden="true" />
      <div className={classes.texts}>
        <h2 className={classes.title}>{title()}</h2>
        <p className={classes.text}>
          {!isTroubled && <>{owed === 0 ? t.nothingOwed : t.owed(...counted(owed))} </>}
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
            {t.seeHeld(...counted(held))}
          </Link>
        )}
        {troubles.length > 0 && <TroubleList troubles={troubles} />}
      </div>
    </section>
  )
}

function TroubleList({ troubles }: { troubles: Trouble[] }) {
  const t = useTexts(texts).trouble
  return (
    <ul className={classes.troubles}>
      {troubles.map(trouble => {
        const { integration, late } = trouble
        return (
          <li key={integration.id} className={classes.trouble}>
            <div className={classes.about}>
              <Link
                to="/integrations/$integrationId"
                params={{ integrationId: integration.id }}
                className={classes.name}
              >
                {integration.name}
              </Link>
              {late && integration.owedSince !== null && (
                <span className={classes.since}>
                  {' · '}
                  {t.waits} <TimeSince at={integration.owedSince} />
                </span>
              )}
              <p>
                <Advice trouble={trouble} />{' '}
                <HelpLink
                  about={integration.name}
                  place={
                    trouble.kind === 'late' ? HELP_ON_WAITING : HELP_ON_STATES[integration.stateCause.code]
                  }
                />
              </p>
            </div>
            <Action trouble={trouble} />
          </li>
        )
      })}
    </ul>
  )
}

function Advice({ trouble: { integration, kind } }: { trouble: Trouble }) {
  const t = useTexts(texts).trouble
  const { shortTime } = useFormats()
  const { lastSeenAt } = integration
  if (kind === 'state') return <StateSentence integration={integration} />
  return `${lastSeenAt === null ? '' : t.lastSeen(shortTime(lastSeenAt))} ${t.late}`
}

function Action({ trouble: { integration, kind } }: { trouble: Trouble }) {
  const t = useTexts(texts).trouble
  const administers = useAdministers()
  const { id, name } = integration
  if (kind === 'state') return <StateAction integration={integration} />
  if (!administers) return null
  return (
    <ButtonLink
      to="/integrations/$integrationId"
      params={{ integrationId: id }}
      search={{ tab: 'connection' }}
      aria-label={`${t.whatToDo}: ${name}`}
    >
      {t.whatToDo}
    </ButtonLink>
  )
}
