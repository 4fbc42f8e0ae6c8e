import type { Integration } from '@obmen/contract/rest'
import { IconAlertTriangle, IconPlayerPause, IconPlugConnected } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { exchangesQuery } from '../../../api/exchanges.js'
import { integrationQuery } from '../../../api/integrations.js'
import { useLiveEvents } from '../../../api/request/live-events.js'
import { knownClient } from '../../../components/integrations/known-client.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import { texts } from '../texts.js'
import classes from './connection.module.css'

const POLL_MS = 5000

/** «Ждём первое обращение…» → «1С подключилась: …», told by events; asked every few seconds too, should they not come through. */
export function ConnectionLive({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { shortTime } = useFormats()
  const { id, firstSeenAt, client, enabled } = integration
  const waiting = firstSeenAt === null
  const refetchInterval = waiting ? POLL_MS : false
  useQuery({ ...integrationQuery(id), refetchInterval })
  const exchanges = useQuery({ ...exchangesQuery({ integrationId: id, limit: 1 }), refetchInterval })
  useLiveEvents(event => event.integrationId === id && void exchanges.refetch())
  const last = exchanges.data?.items[0]

  if (!enabled)
    return (
      <Panel tone="bad" sign={<IconPlayerPause size={18} />} heading={t.live.paused}>
        {last?.summary}
      </Panel>
    )
  if (waiting && last?.outcome === 'refused')
    return (
      <Panel tone="bad" sign={<IconAlertTriangle size={18} />} heading={t.live.refused}>
        <ShortTime at={last.lastCallAt} />. {last.summary}
      </Panel>
    )
  if (waiting)
    return (
      <Panel tone="plain" sign={<span className={classes.pulse} />} heading={t.live.waiting}>
        {t.live.waitingText}
      </Panel>
    )
  return (
    <Panel
      tone="good"
      sign={<IconPlugConnected size={18} />}
      heading={t.live.connected(knownClient(client ?? '', t.enterprise))}
    >
      {t.live.first(shortTime(firstSeenAt))}{' '}
      {last && (
        <>
          <Link to="/exchanges/$exchangeId" params={{ exchangeId: String(last.id) }}>
            {t.live.last}
          </Link>
          : <ShortTime at={last.lastCallAt} />. {last.summary}
        </>
      )}
    </Panel>
  )
}

interface PanelProps {
  tone: 'plain' | 'good' | 'bad'
  sign: ReactNode
  heading: string
  children: ReactNode
}

function Panel({ tone, sign, heading, children }: PanelProps) {
  return (
    <div className={classes.panel} data-tone={tone} role="status">
      <span className={classes.sign} aria-hidden="true">
        {sign}
      </span>
      <div>
        <h2 className={classes.heading}>{heading}</h2>
        <div className={classes.note}>{children}</div>
      </div>
    </div>
  )
}
