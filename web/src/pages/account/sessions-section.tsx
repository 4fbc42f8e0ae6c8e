import type { Session } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { endOtherSessions, endSession, sessionsQuery } from '../../api/people/me.js'
import { ConfirmedButton } from '../../components/forms/confirmed-button.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Loaded } from '../../components/layout/loaded.js'
import { Section } from '../../components/layout/section.js'
import { RelativeTime, ShortTime } from '../../components/relative-time.js'
import { useTexts } from '../../texts/language.js'
import classes from './account.module.css'
import { browserName } from './browser-name.js'
import { texts } from './texts.js'

/** Where the person is signed in. */
export function SessionsSection() {
  const t = useTexts(texts).sessions
  const query = useQuery(sessionsQuery)
  const others = query.data?.items.some(({ current }) => !current)
  return (
    <Section
      title={t.title}
      description={t.text}
      actions={
        others && (
          <ConfirmedButton
            label={t.endOthers}
            name={t.endOthers}
            question={t.othersQuestion}
            act={endOtherSessions}
            renews={sessionsQuery.queryKey}
            done={t.othersEnded}
          />
        )
      }
    >
      <Loaded query={query}>{({ items }) => <SessionsTable sessions={items} />}</Loaded>
    </Section>
  )
}

function SessionsTable({ sessions }: { sessions: Session[] }) {
  const t = useTexts(texts).sessions
  const nameOf = ({ userAgent }: Session) => browserName(userAgent) || t.unknown
  const columns: Column<Session, typeof t.columns>[] = [
    {
      id: 'browser',
      onCard: 'title',
      cell: session => (
        <>
          <span title={session.userAgent}>{nameOf(session)}</span>
          {session.current && <span className={classes.current}>{t.current}</span>}
        </>
      ),
    },
    { id: 'address', cell: ({ address }) => address },
    { id: 'created', cell: ({ createdAt }) => <ShortTime at={createdAt} /> },
    { id: 'lastSeen', cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} /> },
    {
      id: 'end',
      align: 'end',
      width: '1%',
      onCard: 'plain',
      cell: session =>
        session.current ? null : (
          <ConfirmedButton
            label={t.end}
            name={t.endOf(nameOf(session))}
            question={t.question}
            act={() => endSession(session.id)}
            renews={sessionsQuery.queryKey}
            done={t.ended}
          />
        ),
    },
  ]
  return <DataTable titles={t.columns} label={t.title} columns={columns} rows={sessions} />
}
