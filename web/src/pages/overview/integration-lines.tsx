import type { Attention, OverviewIntegration } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { useAdministers } from '../../api/people/me.js'
import { ExchangeTicks } from '../../components/exchanges/exchange-ticks.js'
import { IntegrationAction, IntegrationState, StateSince } from '../../components/integrations/state-note.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './integration-lines.module.css'
import { texts } from './texts.js'

const SHOWN = 10
const LAST = Number.MAX_SAFE_INTEGER

interface Props {
  integrations: OverviewIntegration[]
  attention: Attention
}

/** One line per integration, those in trouble first, worst first; the others by name. Accountants see all. */
export function IntegrationLines({ integrations, attention }: Props) {
  const t = useTexts(texts).integrations
  const administers = useAdministers()
  const troubled = attention.items.flatMap(item =>
    item.kind === 'held'
      ? item.integrations.map(({ integrationId }) => integrationId)
      : 'integrationId' in item
        ? [item.integrationId]
        : [],
  )
  const place = ({ id }: OverviewIntegration) => (troubled.includes(id) ? troubled.indexOf(id) : LAST)
  const sorted = integrations.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
  const shown = administers ? sorted.slice(0, SHOWN) : sorted
  const isLate = ({ id, state }: OverviewIntegration) =>
    state === 'exchanging' &&
    attention.items.some(item => item.kind === 'integration' && item.integrationId === id)
  return (
    <section aria-label={t.title} className={classes.lines}>
      {shown.map(integration => (
        <IntegrationLine key={integration.id} integration={integration} late={isLate(integration)} />
      ))}
      {shown.length < integrations.length && (
        <Link to="/settings" search={{ tab: 'integrations' }} className={classes.all}>
          {t.all}
        </Link>
      )}
    </section>
  )
}

function IntegrationLine({ integration, late }: { integration: OverviewIntegration; late: boolean }) {
  const t = useTexts(texts).integrations
  const { counted } = useFormats()
  const { id, name, companyName, counts, lastExchanges } = integration
  return (
    <article className={classes.line}>
      <div className={classes.who}>
        <h2 className={classes.name}>
          <Link to="/integrations/$integrationId" params={{ integrationId: id }} className={classes.link}>
            {name}
          </Link>
        </h2>
        <div className={classes.quiet}>{companyName}</div>
      </div>
      <div className={classes.state}>
        <IntegrationState integration={integration} />
        <div className={classes.quiet}>
          <StateSince integration={integration} />
        </div>
      </div>
      <div className={classes.strip}>
        {lastExchanges.length > 0 && <ExchangeTicks exchanges={lastExchanges} />}
      </div>
      <div className={classes.counts}>
        <Link
          to="/integrations/$integrationId"
          params={{ integrationId: id }}
          search={{ tab: 'owed' }}
          className={classes.count}
          aria-label={`${t.owed(...counted(counts.owed))}: ${name}`}
          title={t.owedTitle}
        >
          {t.owed(...counted(counts.owed))}
        </Link>
        {counts.offered > 0 && <span className={classes.quiet}>{t.offered(counted(counts.offered)[1])}</span>}
        {counts.held > 0 && (
          <Link
            to="/orders"
            search={{ integrationId: id, state: 'held' }}
            className={classes.count}
            aria-label={`${t.held(...counted(counts.held))}: ${name}`}
            title={t.heldTitle}
          >
            {t.held(...counted(counts.held))}
          </Link>
        )}
      </div>
      <div className={classes.action}>
        <IntegrationAction integration={integration} late={late} size="compact-sm" />
      </div>
    </article>
  )
}
