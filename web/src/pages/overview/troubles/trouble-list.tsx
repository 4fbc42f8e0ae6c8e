import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../components/forms/button-link.js'
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
        const { integration, kind } = trouble
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
              {kind !== 'exchange' && integration.owedSince !== null && (
                <span className={classes.since}>
                  {' · '}
                  {t.waits} <TimeSince at={integration.owedSince} />
                </span>
              )}
              <p>
                <Advice trouble={trouble} />
              </p>
            </div>
            <Action trouble={trouble} />
          </li>
        )
      })}
    </ul>
  )
}

function Advice({ trouble: { integration, kind, exchange } }: { trouble: Trouble }) {
  const t = useTexts(texts).trouble
  const { shortTime } = useFormats()
  if (kind === 'paused') return t.paused
  if (kind === 'not-connected') return t.notConnected
  // What the last exchange says is nearer to the cause than a general advice.
  if (exchange !== undefined) return <span lang="ru">{exchange.summary}</span>
  return `${integration.lastSeenAt === null ? '' : t.lastSeen(shortTime(integration.lastSeenAt))} ${t.late}`
}

function Action({ trouble: { integration, kind, exchange } }: { trouble: Trouble }) {
  const t = useTexts(texts).trouble
  const { id, name } = integration
  if (exchange !== undefined && kind !== 'paused' && kind !== 'not-connected')
    return (
      <ButtonLink
        to="/exchanges/$exchangeId"
        params={{ exchangeId: String(exchange.id) }}
        variant="default"
        aria-label={t.about(t.openExchange, name)}
      >
        {t.openExchange}
      </ButtonLink>
    )
  const action =
    kind === 'paused' ? t.openIntegration : kind === 'not-connected' ? t.howToConnect : t.whatToDo
  return (
    <ButtonLink
      to="/integrations/$integrationId"
      params={{ integrationId: id }}
      search={{ tab: 'connection' }}
      variant="default"
      aria-label={t.about(action, name)}
    >
      {action}
    </ButtonLink>
  )
}
