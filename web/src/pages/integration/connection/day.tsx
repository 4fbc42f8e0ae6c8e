import type { Integration } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { exchangesQuery } from '../../../api/exchanges.js'
import { tasksQuery } from '../../../api/findings.js'
import { ExchangeTicks } from '../../../components/exchanges/exchange-ticks.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './day.module.css'
import { texts } from './texts-day.js'

const STRIP = 20
/** Tasks of its company that are looked through for its own. */
const TASKS = 500

/** How the day goes of a 1C that has connected: its last exchanges, what waits, is held and is to be done. */
export function Day({ integration: { id, companyId, counts } }: { integration: Integration }) {
  const t = useTexts(texts)
  const { number, counted, shortTime } = useFormats()
  const query = exchangesQuery({ integrationId: id, limit: STRIP })
  const exchanges = useQuery(query).data?.items ?? []
  useLiveRefresh(query.queryKey, event => event.integrationId === id)
  const { items: tasks = [], next = null } =
    useQuery(tasksQuery({ state: 'open', companyId, limit: TASKS })).data ?? {}
  const own = tasks.filter(({ integrationId }) => integrationId === id).length
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
          <Link to="/tasks" search={{ companyId }}>
            {t.tasks(next === null ? number(own) : t.atLeast(number(own)))}
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
    </section>
  )
}
