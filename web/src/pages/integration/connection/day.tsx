import type { Exchange, Integration, LatestDocuments } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { exchangesQuery } from '../../../api/exchanges.js'
import { tasksQuery } from '../../../api/findings.js'
import { latestDocumentsQuery } from '../../../api/integrations.js'
import { ExchangeTicks } from '../../../components/exchanges/exchange-ticks.js'
import { FailureLine, Loading } from '../../../components/layout/loaded.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts as accountingTexts } from '../../order/accounting/texts-accounting.js'
import classes from './day.module.css'
import { texts } from './texts-day.js'

const STRIP = 20

/**
 * How the day goes of a 1C that has connected: its last exchanges, what waits, is held and is to be done, and
 * what came last; then the rest of the tab, which doesn't slide down as this loads.
 */
export function Day({ integration, children }: { integration: Integration; children: ReactNode }) {
  const { id, firstSeenAt } = integration
  const t = useTexts(texts)
  const enabled = firstSeenAt !== null
  const last = exchangesQuery({ integrationId: id, limit: STRIP })
  const exchanges = useQuery({ ...last, enabled })
  useLiveRefresh(last.queryKey, event => event.integrationId === id)
  const tasks = useQuery({
    ...tasksQuery({ state: 'open', integrationId: id, count: true, limit: 1 }),
    enabled,
  })
  const latest = useQuery({ ...latestDocumentsQuery(id), enabled })
  useLiveRefresh(latestDocumentsQuery(id).queryKey, event => event.integrationId === id)
  const missing = [exchanges, tasks, latest].filter(({ data }) => data === undefined)
  const failed = missing.find(({ isError }) => isError)
  const loading = enabled && missing.length > 0 && failed === undefined
  return (
    <>
      {loading && <Loading />}
      {failed && (
        <FailureLine
          title={t.failed}
          query={{ ...failed, refetch: () => Promise.all(missing.map(({ refetch }) => refetch())) }}
        />
      )}
      {exchanges.data && tasks.data && latest.data && (
        <section className={classes.day} aria-label={t.title}>
          <Facts integration={integration} exchanges={exchanges.data.items} tasks={tasks.data.total} />
          <Latest {...latest.data} />
        </section>
      )}
      <div hidden={loading}>{children}</div>
    </>
  )
}

interface FactsProps {
  integration: Integration
  exchanges: Exchange[]
  tasks: { count: number } | undefined
}

function Facts({ integration: { id, counts }, exchanges, tasks }: FactsProps) {
  const t = useTexts(texts)
  const { number, counted, shortTime } = useFormats()
  const upload = exchanges.find(({ ending }) => ending.uploaded)
  return (
    <>
      <ExchangeTicks exchanges={exchanges} className={classes.strip} />
      <ul className={classes.facts}>
        <li>
          <Link to="/integrations/$integrationId" params={{ integrationId: id }} search={{ tab: 'owed' }}>
            {t.owed(...counted(counts.owed))}
          </Link>
        </li>
        <li>
          <Link to="/orders" search={{ integrationId: id, state: 'held' }}>
            {t.held(counted(counts.held)[1])}
          </Link>
        </li>
        <li>
          <Link to="/tasks" search={{ integrationId: id }}>
            {t.tasks(number(tasks?.count ?? 0))}
          </Link>
        </li>
        <li>
          <Link to="/orders" search={{ integrationId: id, state: 'confirmed' }}>
            {t.confirmed(number(counts.confirmed))}
          </Link>
        </li>
        {upload && (
          <li>
            <Link to="/exchanges/$exchangeId" params={{ exchangeId: String(upload.id) }}>
              {t.uploaded(shortTime(upload.startedAt))}
            </Link>
          </li>
        )}
      </ul>
    </>
  )
}

/** What came last of this 1C, each with its order. */
function Latest({ reported, items }: LatestDocuments) {
  const t = useTexts(texts).latest
  const { document } = useTexts(accountingTexts)
  const { money, shortTime } = useFormats()
  if (items.length === 0) return null
  return (
    <div className={classes.latest}>
      <h3>{reported ? t.documents : t.confirmed}</h3>
      <ul>
        {items.map(({ orderId, numberIn1c, documentNumber, documentDate, total, currency, at }) => (
          <li key={orderId}>
            <Link to="/orders/$orderId" params={{ orderId }}>
              {documentNumber === null
                ? t.order(numberIn1c)
                : t.ofOrder(document(documentNumber, documentDate), numberIn1c)}
            </Link>{' '}
            · {money(total, currency)} · {shortTime(at)}
          </li>
        ))}
      </ul>
    </div>
  )
}
