import { ActionIcon, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Role } from '@obmen/contract'
import type { User } from '@obmen/contract/rest'
import { IconBuilding, IconDots, IconUserCheck, IconUserMinus, IconUserOff } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { setUserDisabled } from '../../api/people/people.js'
import { useAction } from '../../hooks/use-action.js'
import { useTexts } from '../../texts/language.js'
import { useConfirm } from '../forms/confirm.js'
import { texts } from './texts.js'

const ChooseCompanies = lazy(() => import('./choose-companies.js'))
const RemoveUser = lazy(() => import('./remove-user.js'))

interface Props {
  role: Role
  user: User
  own: boolean
}

export function UserActions({ role, user, own }: Props) {
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
      <Suspense fallback={null}>
        {role === 'accountant' && <ChooseCompanies user={user} opened={choosing} onClose={choice.close} />}
        <RemoveUser role={role} user={user} own={own} opened={removing} onClose={removal.close} />
      </Suspense>
    </>
  )
}
