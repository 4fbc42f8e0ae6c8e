import type { Attention, OverviewIntegration } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { useAdministers } from '../../api/people/me.js'
import { isTroubled } from '../../components/integrations/is-troubled.js'
import { IntegrationState, StateSentence } from '../../components/integrations/state-note.js'
import { RelativeTime } from '../../components/relative-time.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './integration-cards.module.css'
import { texts } from './texts.js'

const HEIGHT = 34
const STEP = 4
const BAR = 2.6
const LOWEST = 1.5

function Sparkline({ values }: { values: number[] }) {
  const t = useTexts(texts).integrations
  const { number } = useFormats()
  const total = values.reduce((sum, value) => sum + value, 0)
  const most = Math.max(...values, 1)
  return (
    <figure className={classes.spark}>
      <svg
        viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.spark(total, number(total))}
      >
        {values.map((value, day) => {
          const height = value === 0 ? LOWEST : Math.max((value / most) * HEIGHT, 3)
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its day
              key={day}
              x={day * STEP + (STEP - BAR) / 2}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              data-empty={value === 0 || undefined}
            />
          )
        })}
      </svg>
      <figcaption>
        {number(total)} {t.perMonth(total)}
      </figcaption>
    </figure>
  )
}

const SHOWN = 6
const SHOWN_LAST = Number.MAX_SAFE_INTEGER
const COUNTS = ['owed', 'offered', 'confirmed', 'held'] as const

interface Props {
  integrations: OverviewIntegration[]
  attention: Attention
}

/** One card per integration, those in trouble first, worst first; the others by name. Accountants see all. */
export function IntegrationCards({ integrations, attention }: Props) {
  const t = useTexts(texts).integrations
  const administers = useAdministers()
  const troubled = attention.items.flatMap(item => ('integrationId' in item ? [item.integrationId] : []))
  const place = ({ id }: OverviewIntegration) => (troubled.includes(id) ? troubled.indexOf(id) : SHOWN_LAST)
  const sorted = integrations.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
  const shown = administers ? sorted.slice(0, SHOWN) : sorted
  return (
    <section aria-label={t.title}>
      <div className={classes.cards}>
        {shown.map(integration => (
          <IntegrationCard key={integration.id} integration={integration} />
        ))}
      </div>
      {shown.length < integrations.length && (
        <Link to="/settings" search={{ tab: 'integrations' }} className={classes.all}>
          {t.all}
        </Link>
      )}
    </section>
  )
}

function IntegrationCard({ integration }: { integration: OverviewIntegration }) {
  const t = useTexts(texts).integrations
  const { counted, number } = useFormats()
  const administers = useAdministers()
  const { id, name, companyName, counts, lastSeenAt, confirmedByDay } = integration
  return (
    <article className={classes.card}>
      <header className={classes.header}>
        <h2 className={classes.name}>
          <Link to="/integrations/$integrationId" params={{ integrationId: id }} className={classes.link}>
            {name}
          </Link>
        </h2>
        <div className={classes.company}>{companyName}</div>
      </header>
      <div className={classes.state}>
        <IntegrationState integration={integration} />
        {lastSeenAt !== null && (
          <span className={classes.seen}>
            <RelativeTime at={lastSeenAt} />
          </span>
        )}
      </div>
      {isTroubled(integration) && (
        <p className={classes.reason}>
          <StateSentence integration={integration} />
        </p>
      )}
      <dl className={classes.counts}>
        {COUNTS.filter(count => count !== 'held' || counts.held > 0).map(count => (
          <div key={count} title={t.counts[count]} data-zero={counts[count] === 0 || undefined}>
            <dt>{t[count]}</dt>
            <dd>{count === 'confirmed' ? number(counts[count]) : counted(counts[count])[1]}</dd>
          </div>
        ))}
      </dl>
      {lastSeenAt !== null ? (
        <Sparkline values={confirmedByDay} />
      ) : administers ? (
        <Link
          to="/integrations/$integrationId"
          params={{ integrationId: id }}
          search={{ tab: 'connection' }}
          className={classes.connect}
          aria-label={`${t.howToConnect}: ${name}`}
        >
          {t.howToConnect}
        </Link>
      ) : null}
    </article>
  )
}
