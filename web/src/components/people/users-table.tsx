import { Text } from '@mantine/core'
import type { Role } from '@obmen/contract'
import type { User } from '@obmen/contract/rest'
import { useQueries } from '@tanstack/react-query'
import { companyQuery } from '../../api/companies.js'
import { useMe } from '../../api/people/me.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { type Column, DataTable } from '../layout/data-table.js'
import { RelativeTime } from '../relative-time.js'
import { Status } from '../status.js'
import classes from './people.module.css'
import { texts } from './texts.js'
import { UserActions } from './user-actions.js'

/** Companies of an accountant whose names are written out. */
const NAMED = 5

function companiesColumn(title: string): Column<User> {
  return { id: 'companies', title, cell: ({ companyIds }) => <CompanyNames ids={companyIds ?? []} /> }
}

function CompanyNames({ ids }: { ids: string[] }) {
  const found = useQueries({ queries: ids.slice(0, NAMED).map(companyQuery) })
  const { number } = useFormats()
  const names = found.flatMap(({ data }) => (data ? [data.name] : []))
  const more = ids.length - NAMED
  return (
    <>
      {names.join(', ')}
      {more > 0 && ` +${number(more)}`}
    </>
  )
}

export function UsersTable({ role, users }: { role: Role; users: User[] }) {
  const t = useTexts(texts)
  const { data: me } = useMe()
  const columns: Column<User>[] = [
    {
      id: 'person',
      title: t.columns.person,
      onCard: 'title',
      cell: ({ id, name, email }) => (
        <>
          <span className={classes.name}>{name || email}</span>
          {id === me?.id && <span className={classes.you}>{t.you}</span>}
          {name !== '' && <div className={classes.email}>{email}</div>}
        </>
      ),
    },
    ...(role === 'accountant' ? [companiesColumn(t.columns.companies)] : []),
    {
      id: 'state',
      title: t.columns.state,
      cell: ({ disabled }) => (
        <Status tone={disabled ? 'none' : 'green'}>{disabled ? t.disabled : t.active}</Status>
      ),
    },
    {
      id: 'lastSeen',
      title: t.columns.lastSeen,
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? (
          <Text span c="dimmed">
            {t.never}
          </Text>
        ) : (
          <RelativeTime at={lastSeenAt} />
        ),
    },
    {
      id: 'actions',
      title: t.columns.actions,
      align: 'end',
      width: '1%',
      onCard: 'corner',
      cell: user => <UserActions role={role} user={user} own={user.id === me?.id} />,
    },
  ]
  return <DataTable label={t.lists[role]} columns={columns} rows={users} rowKey={({ id }) => id} />
}
