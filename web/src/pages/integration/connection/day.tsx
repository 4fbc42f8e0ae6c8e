import type { Integration } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { exchangesQuery } from '../../../api/exchanges.js'
import { tasksQuery } from '../../../api/findings.js'
import { latestDocumentsQuery } from '../../../api/integrations.js'
import { ExchangeTicks } from '../../../components/exchanges/exchange-ticks.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts as accountingTexts } from '../../order/accounting/texts-accounting.js'
import classes from './day.module.css'
import { texts } from './texts-day.js'

const STRIP = 20

/** How the day goes of a 1C that has connected: its last exchanges, what waits, is held and is to be done. */
export function Day({ integration: { id, counts } }: { integration: Integration }) {
  const t = useTexts(texts)
  const { number, counted, shortTime } = useFormats()
  const query = exchangesQuery({ integrationId: id, limit: STRIP })
  const exchanges = useQuery(query).data?.items ?? []
  useLiveRefresh(query.queryKey, event => event.integrationId === id)
  const tasks = useQuery(tasksQuery({ state: 'open', integrationId: id, count: true, limit: 1 })).data?.total
  const upload = exchanges.find(({ ending }) => ending.uploaded)
  return (
    <section className={classes.day} aria-label={t.title}>
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
      <Latest integrationId={id} />
    </section>
  )
}

/** What came last of this 1C, each with its order. */
function Latest({ integrationId }: { integrationId: string }) {
  const t = useTexts(texts).latest
  const { document } = useTexts(accountingTexts)
  const { money, shortTime } = useFormats()
  const query = latestDocumentsQuery(integrationId)
  useLiveRefresh(query.queryKey, event => event.integrationId === integrationId)
  const { reported, items = [] } = useQuery(query).data ?? {}
  if (items.length === 0) return null
  return (
    <div className={classes.latest}>
      <h3>{reported ? t.documents : t.confirmed}</h3>
      <ul>
        {items.map(({ orderId, number, documentNumber, documentDate, total, currency, at }) => (
          <li key={orderId}>
            <Link to="/orders/$orderId" params={{ orderId }}>
              {documentNumber === null
                ? t.order(number)
                : t.ofOrder(document(documentNumber, documentDate), number)}
            </Link>{' '}
            · {money(total, currency)} · {shortTime(at)}
          </li>
        ))}
      </ul>
    </div>
  )
}
