import { Link } from '@tanstack/react-router'
import { useAdministers } from '../../../api/people/me.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { HelpLink } from '../../../components/help-link.js'
import { HELP_ON_STATES, HELP_ON_WAITING } from '../../../components/help-places.js'
import { StateAction, StateSentence } from '../../../components/integrations/state-note.js'
import { TimeSince } from '../../../components/relative-time.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from '../headline.module.css'
import { texts } from '../texts.js'
import type { Trouble } from './troubles.js'

export function TroubleList({ troubles }: { troubles: Trouble[] }) {
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
      variant="default"
      aria-label={`${t.whatToDo}: ${name}`}
    >
      {t.whatToDo}
    </ButtonLink>
  )
}
