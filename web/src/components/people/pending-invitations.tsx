import type { Role } from '@obmen/contract'
import type { Invitation } from '@obmen/contract/rest'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { invitationsQuery, revokeInvitation } from '../../api/people/people.js'
import { useTexts } from '../../texts/language.js'
import { ConfirmedButton } from '../forms/confirmed-button.js'
import { type Column, DataTable } from '../layout/data-table.js'
import { Failure } from '../layout/failure.js'
import { ShortTime } from '../relative-time.js'
import classes from './people.module.css'
import { texts } from './texts.js'

/** Nothing at all while nobody is invited. */
export function PendingInvitations({ role }: { role: Role }) {
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
