import { ActionIcon, Alert } from '@mantine/core'
import { useDisclosure, useMediaQuery, useNetwork } from '@mantine/hooks'
import { IconMenu2, IconWifiOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react'
import { hasLocation, useMe } from '../../api/people/me.js'
import { askReachable, useReachable } from '../../api/request/reachable.js'
import { onSignInNeeded } from '../../api/request/sign-in-again.js'
import { useDrawnLater } from '../../hooks/use-drawn-later.js'
import { useTexts } from '../../texts/language.js'
import { focusPage } from '../page-focus.js'
import { onPaletteAsked } from '../palette/open-palette.js'
import { texts } from '../texts.js'
import { Bell } from './bell.js'
import { Logo } from './logo.js'
import classes from './shell.module.css'
import { Shortcuts } from './shortcuts.js'
import { SideMenu } from './side-menu.js'

const ASK_MS = 15_000

/** Reports a lost network or server, and reloads everything on the page when it is back. */
function OfflineBanner() {
  const t = useTexts(texts)
  const { online: network } = useNetwork()
  const online = useReachable() && network
  const queryClient = useQueryClient()
  const wasOffline = useRef(false)

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && void askReachable(), ASK_MS)
    return () => clearInterval(timer)
  }, [])

  useEffect(() => {
    if (online && wasOffline.current) void queryClient.invalidateQueries()
    wasOffline.current = !online
  }, [online, queryClient])

  if (online) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconWifiOff size={18} />} mb="lg" role="status">
      {t.offline}
    </Alert>
  )
}

const MenuDrawer = lazy(() => import('./menu-drawer.js'))

/** Frame of every page behind the sign-in; drawn in a transition, which gives way to the browser. */
export function Shell() {
  const router = useRouter()
  const drawn = useDrawnLater('frame')
  // Not in the frame: it is not there yet when a sign-in has led here.
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation !== undefined) focusPage()
      }),
    [router],
  )
  return drawn && <Frame />
}

/** Side menu (a drawer on narrow screens), page, keyboard, sign-in over the page. */
function Frame() {
  const t = useTexts(texts)
  const router = useRouter()
  const { data: me } = useMe()
  const [opened, drawer] = useDisclosure(false)
  // The page is drawn in a transition after the frame, so that the browser isn't blocked by both.
  const drawn = useDeferredValue(true, false)
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false })

  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged }) => {
        if (pathChanged) drawer.close()
      }),
    [router, drawer],
  )

  return (
    <div className={classes.shell}>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is a link; with <base> its address must not be followed */}
      <a className={classes.skip} href="#page" onClick={focusPage}>
        {t.skip}
      </a>
      {narrow ? (
        <nav className={classes.bar} aria-label={t.menu}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.openMenu} onClick={drawer.open}>
            <IconMenu2 size={20} />
          </ActionIcon>
          <Logo />
          {hasLocation(me) && <Bell />}
          <Suspense fallback={null}>
            <MenuDrawer opened={opened} onClose={drawer.close} />
          </Suspense>
        </nav>
      ) : (
        <aside className={classes.side} aria-label={t.menu}>
          <SideMenu />
        </aside>
      )}
      <main id="page" className={classes.page} tabIndex={-1}>
        <OfflineBanner />
        {drawn && <Outlet />}
      </main>
      <Shortcuts />
      <Palette />
      <SignInAgain />
    </div>
  )
}

const SignInAgainWindow = lazy(() => import('../session/sign-in-again-window.js'))

function SignInAgain() {
  // Undefined until it is needed: only then its code is loaded.
  const [opened, setOpened] = useState<boolean>()
  useEffect(() => onSignInNeeded(setOpened), [])
  if (opened === undefined) return null
  return (
    <Suspense fallback={null}>
      <SignInAgainWindow opened={opened} />
    </Suspense>
  )
}

const PaletteWindow = lazy(() => import('../palette/palette-window.js'))

function Palette() {
  const [opened, setOpened] = useState<boolean>()
  useEffect(() => onPaletteAsked(() => setOpened(true)), [])
  if (opened === undefined) return null
  return (
    <Suspense fallback={null}>
      <PaletteWindow opened={opened} onClose={() => setOpened(false)} />
    </Suspense>
  )
}
