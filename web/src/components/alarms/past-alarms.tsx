import { describeAlarm } from '@obmen/contract'
import type { Alarm } from '@obmen/contract/rest'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type AlarmRole, pastAlarmsQuery } from '../../api/alarms.js'
import { useMe } from '../../api/people/me.js'
import type { PagingSearch } from '../../app/search.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { type Column, DataTable } from '../layout/data-table.js'
import { Listed } from '../layout/listed.js'
import { Empty } from '../layout/loaded.js'
import { ShortTime } from '../relative-time.js'
import { texts } from './texts.js'

const ROWS = 50

/** What was told of and is over, newest first. */
export default function PastAlarms({ of: role }: { of: AlarmRole }) {
  const t = useTexts(texts).past
  const { language } = useLanguage()
  const timezone = useMe().data?.location?.timezone
  const { cursor }: PagingSearch = useSearch({ strict: false })
  const query = useQuery(pastAlarmsQuery(role, { limit: ROWS, cursor }))
  const columns: Column<Alarm, typeof t.columns>[] = [
    {
      id: 'what',
      onCard: 'title',
      width: '60%',
      cell: alarm => {
        const { subject, why } = describeAlarm(alarm.cause, alarm.facts, language, timezone)
        return (
          <>
            <Place alarm={alarm}>{subject}</Place>
            {why !== '' && <div>{why}</div>}
          </>
        )
      },
    },
    { id: 'since', cell: ({ since }) => <ShortTime at={since} /> },
    { id: 'ended', cell: ({ endedAt, since }) => <ShortTime at={endedAt ?? since} /> },
  ]
  return (
    <Listed empty={<Empty icon={IconHistory} title={t.none} text={t.noneText} />} query={query}>
      {(items, stale) => (
        <DataTable label={t.title} titles={t.columns} columns={columns} rows={items} stale={stale} />
      )}
    </Listed>
  )
}

function Place({ alarm: { integrationId, webhookId }, children }: { alarm: Alarm; children: ReactNode }) {
  if (integrationId !== null)
    return (
      <Link to="/integrations/$integrationId" params={{ integrationId }}>
        {children}
      </Link>
    )
  if (webhookId !== null)
    return (
      <Link to="/settings/webhooks/$webhookId" params={{ webhookId }}>
        {children}
      </Link>
    )
  return <b>{children}</b>
}
