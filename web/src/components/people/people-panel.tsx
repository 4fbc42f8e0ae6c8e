import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Role } from '@obmen/contract'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useId } from 'react'
import { usersQuery } from '../../api/people/people.js'
import { useTexts } from '../../texts/language.js'
import { Loaded } from '../layout/loaded.js'
import { PendingInvitations } from './pending-invitations.js'
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
