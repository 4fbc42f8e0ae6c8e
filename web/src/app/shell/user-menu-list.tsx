import { Menu, useMantineColorScheme } from '@mantine/core'
import type { Me } from '@obmen/contract/rest'
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { meQuery, patchMe, signOut } from '../../api/people/me.js'
import { finishActs, useAction } from '../../hooks/use-action.js'
import { useOpenOnMount } from '../../hooks/use-lazy-component.js'
import { mayLeave } from '../../hooks/use-leave-guard.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { showShortcuts } from './shortcuts.js'
import { UserButton } from './user-button.js'
import classes from './user-menu.module.css'

const SCHEMES = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const

export default function UserMenuList({ me }: { me: Me }) {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const t = useTexts(texts)
  const { language, setLanguage } = useLanguage()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { act } = useAction()

  useOpenOnMount(button, () => setOpened(true))

  async function leave() {
    // Before the session ends: who stays must still be able to save.
    if (!(await mayLeave())) return
    await act(async () => {
      await finishActs()
      await signOut()
      queryClient.clear()
      queryClient.setQueryData(meQuery.queryKey, null)
      await navigate({ to: '/sign-in', search: {}, ignoreBlocker: true })
    })
  }

  function switchLanguage() {
    const next = language === 'ru' ? 'en' : 'ru'
    setLanguage(next)
    // Messages from the server follow this language too; a failure here doesn't prevent the switch.
    patchMe({ locale: next }).catch(() => {})
  }

  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="top-start"
      width={240}
      shadow="md"
      returnFocus
      withinPortal={false}
    >
      <Menu.Target>
        <UserButton me={me} ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUser size={16} />} onClick={() => void navigate({ to: '/account' })}>
          {t.account}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={showShortcuts}>
          {t.keys}
        </Menu.Item>
        <Menu.Item leftSection={<IconLanguage size={16} />} closeMenuOnClick={false} onClick={switchLanguage}>
          {t.otherLanguage}
        </Menu.Item>
        <Menu.Divider role="separator" />
        <ThemeChoice />
        <Menu.Divider role="separator" />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function ThemeChoice() {
  const t = useTexts(texts)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t.theme}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={value => setColorScheme(value as (typeof SCHEMES)[number]['value'])}
      >
        {SCHEMES.map(({ value, icon: SchemeIcon }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            rightSection={<SchemeIcon size={16} className={classes.schemeIcon} />}
          >
            {t.themes[value]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
