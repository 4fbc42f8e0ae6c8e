import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Role } from '@obmen/contract'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { usersQuery } from '../../api/people/people.js'
import { useTexts } from '../../texts/language.js'
import { Loaded } from '../layout/loaded.js'
import { InviteDialog } from './invite-dialog.js'
import { PendingInvitations } from './pending-invitations.js'
import { texts } from './texts.js'
import { UsersTable } from './users-table.js'

/** Who holds a role, who is invited to it, and the door for others. */
export function PeoplePanel({ of: role }: { of: Role }) {
  const t = useTexts(texts)
  const query = useQuery(usersQuery(role))
  const [inviting, dialog] = useDisclosure(false)
  return (
    <>
      <Group justify="space-between" mb="md">
        <Text c="dimmed" maw="64ch">
          {t.about[role]}
        </Text>
        <Button leftSection={<IconUserPlus size={16} />} onClick={dialog.open}>
          {t.invite}
        </Button>
      </Group>
      <Loaded query={query}>{({ items }) => <UsersTable role={role} users={items} />}</Loaded>
      <PendingInvitations role={role} />
      <InviteDialog role={role} opened={inviting} onClose={dialog.close} />
    </>
  )
}
