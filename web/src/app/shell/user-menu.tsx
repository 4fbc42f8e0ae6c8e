import type { Me } from '@obmen/contract/rest'
import { useLater } from '../../hooks/use-later.js'
import { UserButton } from './user-button.js'

/** The person at the foot of the side menu. */
export function UserMenu({ me }: { me: Me }) {
  const { Loaded, button } = useLater(() => import('./user-menu-list.js'))
  return Loaded ? <Loaded me={me} /> : <UserButton me={me} aria-haspopup="menu" {...button} />
}
