import type { Exchange } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { ExchangeOutcome } from '../../components/exchanges/exchange-outcome.js'
import { useIntegrationName } from '../../components/integrations/integration-name.js'
import { Section } from '../../components/layout/section.js'
import { RelativeTime } from '../../components/relative-time.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './overview.module.css'
import { texts } from './texts.js'

export function RecentExchanges({ exchanges }: { exchanges: Exchange[] }) {
  const t = useTexts(texts).recent
  const { shortTime } = useFormats()
  const nameOf = useIntegrationName()
  return (
    <Section
      title={t.title}
      actions={
        exchanges.length > 0 && (
          <Link to="/exchanges" className={classes.all}>
            {t.all}
          </Link>
        )
      }
    >
      {exchanges.length === 0 && <p className={classes.nothing}>{t.empty}</p>}
      <ul className={classes.list}>
        {exchanges.map(exchange => {
          const name = nameOf(exchange)
          return (
            <li key={exchange.id} className={classes.row}>
              <div className={classes.main}>
                <Link
                  to="/exchanges/$exchangeId"
                  params={{ exchangeId: String(exchange.id) }}
                  className={classes.link}
                  aria-label={t.open(name, shortTime(exchange.startedAt))}
                >
                  {name}
                </Link>
                <ExchangeOutcome exchange={exchange} />
              </div>
              <span className={classes.time}>
                <RelativeTime at={exchange.startedAt} />
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
