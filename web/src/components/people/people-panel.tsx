import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Role } from '@obmen/contract'
import type { Invitation, User } from '@obmen/contract/rest'
import { IconUserPlus } from '@tabler/icons-react'
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useId } from 'react'
import { companyQuery } from '../../api/companies.js'
import { useMe } from '../../api/people/me.js'
import { invitationsQuery, revokeInvitation, usersQuery } from '../../api/people/people.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { ConfirmedButton } from '../forms/confirmed-button.js'
import { type Column, DataTable } from '../layout/data-table.js'
import { Failure, Loaded } from '../layout/loaded.js'
import { RelativeTime, ShortTime } from '../relative-time.js'
import { Status } from '../status.js'
import classes from './people.module.css'
import { texts } from './texts.js'
import { UserActions } from './user-actions.js'

const InviteDialog = lazy(() => import('./invite-dialog.js'))

export function PeoplePanel({ of: role }: { of: Role }) {
  const t = useTexts(texts)
  const query = useQuery(usersQuery(role))
  const heading = useId()
  const [inviting, dialog] = useDisclosure(false)
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {t.lists[role]}
      </h2>
      <Group justify="space-between" mb="md">
        <Text c="dimmed" maw="64ch">
          {t.about[role]}
        </Text>
        <Button leftSection={<IconUserPlus size={16} />} onClick={dialog.open}>
          {t.invites[role]}
        </Button>
      </Group>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? null : <UsersTable role={role} users={items} />)}
      </Loaded>
      <PendingInvitations role={role} />
      <Suspense fallback={null}>
        <InviteDialog role={role} opened={inviting} onClose={dialog.close} />
      </Suspense>
    </section>
  )
}

/** Nothing at all while nobody is invited. */
function PendingInvitations({ role }: { role: Role }) {
  const t = useTexts(texts).pending
  const query = useQuery(invitationsQuery(role))
  const items = query.data?.items ?? []
  const columns: Column<Invitation>[] = [
    { id: 'email', title: t.email, onCard: 'title', cell: ({ email }) => email },
    { id: 'created', title: t.created, cell: ({ createdAt }) => <ShortTime at={createdAt} /> },
    { id: 'expires', title: t.expires, cell: ({ expiresAt }) => <ShortTime at={expiresAt} /> },
    {
      id: 'revoke',
      title: t.revoke,
      align: 'end',
      width: '1%',
      onCard: 'plain',
      cell: invitation => <RevokeInvitation role={role} invitation={invitation} />,
    },
  ]
  if (query.isError && query.data === undefined)
    return <Failure error={query.error} retry={() => void query.refetch()} />
  if (items.length === 0) return null
  return (
    <section className={classes.pending}>
      <h3>{t.title}</h3>
      <p>{t.text}</p>
      <DataTable label={t.title} columns={columns} rows={items} rowKey={({ id }) => id} />
    </section>
  )
}

function RevokeInvitation({ role, invitation: { id, email } }: { role: Role; invitation: Invitation }) {
  const t = useTexts(texts).pending
  const queryClient = useQueryClient()
  const { title, text, action } = t.question

  async function revoke() {
    await revokeInvitation(role, id)
    await queryClient.invalidateQueries({ queryKey: ['invitations', role] })
  }

  return (
    <ConfirmedButton
      label={t.revoke}
      name={t.revokeOf(email)}
      question={{ title: title(email), text, action }}
      act={revoke}
      done={t.revoked(email)}
    />
  )
}

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

function UsersTable({ role, users }: { role: Role; users: User[] }) {
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
