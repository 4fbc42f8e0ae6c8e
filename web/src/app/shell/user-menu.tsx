import type { Me } from '@obmen/contract/rest'
import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { UserButton } from './user-button.js'

/** The person at the foot of the side menu. */
export function UserMenu({ me }: { me: Me }) {
  const { Loaded, button } = useLazyComponent(() => import('./user-menu-list.js'))
  return Loaded ? <Loaded me={me} /> : <UserButton me={me} aria-haspopup="menu" {...button} />
}
