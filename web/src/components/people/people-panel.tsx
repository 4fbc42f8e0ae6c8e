import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Role } from '@obmen/contract'
import type { Invitation } from '@obmen/contract/rest'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useId } from 'react'
import { invitationsQuery, revokeInvitation, usersQuery } from '../../api/people/people.js'
import { useTexts } from '../../texts/language.js'
import { ConfirmedButton } from '../forms/confirmed-button.js'
import { type Column, DataTable } from '../layout/data-table.js'
import { Failure } from '../layout/failure.js'
import { Loaded } from '../layout/loaded.js'
import { ShortTime } from '../relative-time.js'
import classes from './people.module.css'
import { texts } from './texts.js'
import { UsersTable } from './users-table.js'

const InviteDialog = lazy(() => import('./invite-dialog.js'))

/** People who hold a role, pending invitations to it, and the button to invite others. */
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
