import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Role } from '@obmen/contract'
import type { Invitation, User } from '@obmen/contract/rest'
import {
  IconBuilding,
  IconDots,
  IconUserCheck,
  IconUserMinus,
  IconUserOff,
  IconUserPlus,
} from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { companyQuery } from '../../api/companies.js'
import { useMe } from '../../api/people/me.js'
import { invitationsQuery, revokeInvitation, setUserDisabled, usersQuery } from '../../api/people/people.js'
import { useAction } from '../../hooks/use-action.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { useConfirm } from '../forms/confirm.js'
import { ConfirmedButton } from '../forms/confirmed-button.js'
import { FormModal } from '../forms/form-modal.js'
import { type Column, DataTable } from '../layout/data-table.js'
import { Failure, Loaded } from '../layout/loaded.js'
import { useProblemText } from '../refusals/use-refusal.js'
import { RelativeTime, ShortTime } from '../relative-time.js'
import { Status } from '../status.js'
import classes from './people.module.css'
import { CompaniesForm, InviteForm, RemoveForm, type RemoveProps } from './people-forms.js'
import { texts } from './texts.js'

export default function PeoplePanel({ of: role }: { of: Role }) {
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
      <FormModal opened={inviting} onClose={dialog.close} title={t.invitation.title}>
        <InviteForm role={role} />
      </FormModal>
    </section>
  )
}

/** Nothing at all while nobody is invited. */
function PendingInvitations({ role }: { role: Role }) {
  const t = useTexts(texts).pending
  const problemText = useProblemText()
  const query = useQuery(invitationsQuery(role))
  const items = query.data?.items ?? []
  const titles = { email: t.email, created: t.created, expires: t.expires, revoke: t.revoke }
  const columns: Column<Invitation, typeof titles>[] = [
    {
      id: 'email',
      onCard: 'title',
      cell: ({ email, mailFailure, mailFailureReason }) => (
        <>
          {email}
          {mailFailure !== null && (
            <div className={classes.email}>{problemText({ message: mailFailure, ...mailFailureReason })}</div>
          )}
        </>
      ),
    },
    { id: 'created', cell: ({ createdAt }) => <ShortTime at={createdAt} /> },
    { id: 'expires', cell: ({ expiresAt }) => <ShortTime at={expiresAt} /> },
    {
      id: 'revoke',
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
      <DataTable titles={titles} label={t.title} columns={columns} rows={items} />
    </section>
  )
}

function RevokeInvitation({ role, invitation: { id, email } }: { role: Role; invitation: Invitation }) {
  const t = useTexts(texts).pending
  const { title, text, action } = t.question

  return (
    <ConfirmedButton
      label={t.revoke}
      name={t.revokeOf(email)}
      question={{ title: title(email), text, action }}
      act={() => revokeInvitation(role, id)}
      renews={['invitations', role]}
      done={t.revoked(email)}
    />
  )
}

const NAMED = 5

const COMPANIES = {
  id: 'companies',
  cell: ({ companyIds }: User) => <CompanyNames ids={companyIds ?? []} />,
} as const

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
  const columns: Column<User, typeof t.columns>[] = [
    {
      id: 'person',
      onCard: 'title',
      cell: ({ id, name, email }) => (
        <>
          <span className={classes.name}>{name || email}</span>
          {id === me?.id && <span className={classes.you}>{t.you}</span>}
          {name !== '' && <div className={classes.email}>{email}</div>}
        </>
      ),
    },
    ...(role === 'accountant' ? [COMPANIES] : []),
    {
      id: 'state',
      cell: ({ disabled }) => (
        <Status tone={disabled ? 'none' : 'green'}>{disabled ? t.disabled : t.active}</Status>
      ),
    },
    { id: 'lastSeen', cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} never={t.never} /> },
    {
      id: 'actions',
      align: 'end',
      width: '1%',
      onCard: 'corner',
      cell: user => <UserActions role={role} user={user} own={user.id === me?.id} />,
    },
  ]
  return <DataTable titles={t.columns} label={t.lists[role]} columns={columns} rows={users} />
}

function UserActions(who: RemoveProps) {
  const { role, user } = who
  const { id, email, disabled } = user
  const [removing, removal] = useDisclosure(false)
  const [choosing, choice] = useDisclosure(false)
  const t = useTexts(texts)
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [['users', role]] })

  async function toggleDisabled() {
    const { title, text, action } = t.disableQuestion
    if (!disabled && !(await confirm({ title: title(email), text, action, danger: true }))) return
    await act(
      () => setUserDisabled(role, id, !disabled),
      disabled ? t.enabledDone(email) : t.disabledDone(email),
    )
  }

  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" my={-4} aria-label={t.actionsOf(email)} loading={busy}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {role === 'accountant' && (
            <Menu.Item leftSection={<IconBuilding size={16} />} onClick={choice.open}>
              {t.chooseCompanies}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={disabled ? <IconUserCheck size={16} /> : <IconUserOff size={16} />}
            onClick={() => void toggleDisabled()}
          >
            {disabled ? t.enable : t.disable}
          </Menu.Item>
          <Menu.Item leftSection={<IconUserMinus size={16} />} onClick={removal.open}>
            {t.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FormModal opened={choosing} onClose={choice.close} title={t.companiesOf(email)}>
        <CompaniesForm user={user} />
      </FormModal>
      <FormModal opened={removing} onClose={removal.close} title={t.removeQuestion.title(email)}>
        <RemoveForm {...who} />
      </FormModal>
    </>
  )
}
