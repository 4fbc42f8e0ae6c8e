import { NativeSelect } from '@mantine/core'
import type { Me } from '@obmen/contract/rest'
import {
  IconAdjustments,
  IconArrowsExchange,
  IconBuilding,
  IconBuildingSkyscraper,
  IconChecklist,
  IconHelpCircle,
  IconLayoutDashboard,
  IconMapPin,
  IconNotebook,
  IconPlugConnected,
  IconReceipt,
  IconScale,
  IconSearch,
  IconServer,
  IconSettings,
  IconSitemap,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { attentionQuery } from '../../api/attention.js'
import { hasLocation, hasRole, useMe } from '../../api/people/me.js'
import { chooseLocation } from '../../api/request/location.js'
import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { useFormats, useTexts } from '../../texts/language.js'
import {
  type Interface,
  interfaceOf,
  interfacesOf,
  rememberedInterface,
  rememberInterface,
} from '../interfaces.js'
import { openPalette } from '../palette/open-palette.js'
import { texts } from '../texts.js'
import { Bell } from './bell.js'
import choiceClasses from './location-choice.module.css'
import { Logo } from './logo.js'
import classes from './side-menu.module.css'
import { UserButton } from './user-button.js'

type Icon = ComponentType<{ size?: number; stroke?: number }>

const LINKS = {
  ecosystem: [
    { to: '/desk', text: 'desk', icon: IconNotebook, accountants: true },
    { to: '/overview', text: 'overview', icon: IconLayoutDashboard },
    { to: '/orders', text: 'orders', icon: IconReceipt },
    { to: '/exchanges', text: 'exchanges', icon: IconArrowsExchange },
    { to: '/tasks', text: 'tasks', icon: IconChecklist },
    { to: '/reconciliation', text: 'reconciliation', icon: IconScale },
    { to: '/platform', text: 'platform', icon: IconPlugConnected, administrators: true },
    { to: '/companies', text: 'companies', icon: IconBuilding },
    { to: '/location', text: 'location', icon: IconMapPin, administrators: true },
    { to: '/structure', text: 'structure', icon: IconSitemap, administrators: true },
    { to: '/settings', text: 'settings', icon: IconSettings, administrators: true },
  ],
  infrastructure: [{ to: '/infrastructure', text: 'system', icon: IconServer }],
} as const

const FACES: Record<Interface, Icon> = { ecosystem: IconBuildingSkyscraper, infrastructure: IconAdjustments }

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

export function SideMenu() {
  const t = useTexts(texts)
  const { data: me } = useMe()
  const path = useRouterState({ select: state => state.location.pathname })
  if (!me) return null
  const shown = path.startsWith('/infrastructure') ? 'infrastructure' : interfaceHere(path, me)

  return (
    <div className={classes.menu}>
      <div className={classes.logo}>
        <Logo />
        {shown === 'ecosystem' && hasLocation(me) && <Bell />}
      </div>
      <nav className={classes.faces} aria-label={t.interfaceChoice}>
        {interfacesOf(me).map(face => {
          const FaceIcon = FACES[face.id]
          return (
            <Link
              key={face.id}
              to={face.to}
              className={classes.face}
              data-active={shown === face.id || undefined}
              aria-current={shown === face.id ? 'true' : undefined}
              onClick={() => rememberInterface(face.id)}
            >
              <FaceIcon size={17} stroke={1.7} />
              {t.interfaces[face.id]}
            </Link>
          )
        })}
      </nav>
      {shown === 'ecosystem' && <LocationChoice me={me} />}
      <button type="button" className={classes.find} onClick={openPalette}>
        <IconSearch size={17} stroke={1.7} />
        {t.find}
        <span aria-hidden="true">{IS_MAC ? '⌘K' : 'Ctrl K'}</span>
      </button>
      <nav className={classes.links} aria-label={t.sections}>
        {LINKS[shown]
          .filter(link => !('accountants' in link) || hasRole(me, 'accountant'))
          .filter(link => !('administrators' in link) || hasRole(me, 'location-administrator'))
          .map(({ to, text, icon: LinkIcon }) => (
            <Link
              key={to}
              to={to}
              className={classes.link}
              activeProps={{ 'data-active': true }}
              activeOptions={{ includeSearch: false }}
            >
              <LinkIcon size={18} stroke={1.7} />
              {t.links[text]}
              {to === '/tasks' && <Count of="tasks" words={t.openTasks} />}
              {to === '/orders' && <Count of="held" words={t.heldOrders} />}
            </Link>
          ))}
      </nav>
      <Link
        to="/help/$chapter"
        params={{ chapter: 'README' }}
        className={classes.link}
        activeProps={{ 'data-active': true }}
      >
        <IconHelpCircle size={18} stroke={1.7} />
        {t.links.help}
      </Link>
      <UserMenu me={me} />
    </div>
  )
}

function Count({ of, words }: { of: 'tasks' | 'held'; words: (count: string) => string }) {
  const { counted } = useFormats()
  const { data } = useQuery(attentionQuery)
  const count = data?.[of] ?? 0
  if (count === 0) return null
  const [, shown] = counted(count)
  return (
    <span className={`${classes.count} numbers`} data-of={of} title={words(shown)}>
      {shown}
    </span>
  )
}

/** Pages of both interfaces (the account) keep the one that was chosen last. */
function interfaceHere(path: string, me: Me): Interface {
  return path.startsWith('/account') ? interfaceOf(rememberedInterface(), me) : 'ecosystem'
}

function UserMenu({ me }: { me: Me }) {
  const { Loaded, button } = useLazyComponent(() => import('./user-menu-list.js'))
  return Loaded ? <Loaded me={me} /> : <UserButton me={me} aria-haspopup="menu" {...button} />
}

function LocationChoice({ me: { roles, location } }: { me: Me }) {
  const t = useTexts(texts)
  const names = new Map(roles.map(({ locationId, locationName }) => [locationId, locationName]))
  const locations = [...names].flatMap(([value, label]) =>
    value === null ? [] : [{ value, label: label ?? value }],
  )
  if (location === null) return null
  if (locations.length < 2) return <p className={choiceClasses.name}>{location.name}</p>
  return (
    <NativeSelect
      className={choiceClasses.choice ?? ''}
      aria-label={t.locationChoice}
      size="xs"
      data={locations}
      value={location.id}
      onChange={event => {
        chooseLocation(event.currentTarget.value)
        // Everything on the page belongs to the location: it is reloaded, including the live connection.
        window.location.reload()
      }}
    />
  )
}
