import type { Role } from '@obmen/contract'
import type { Me } from '@obmen/contract/rest'
import { hasRole } from '../api/people/me.js'

/** The two faces of the app; each belongs to a role. */
export type Interface = 'ecosystem' | 'infrastructure'

export const INTERFACES = [
  { id: 'ecosystem', role: 'location-administrator', to: '/overview' },
  { id: 'infrastructure', role: 'system-operator', to: '/infrastructure' },
] as const satisfies readonly { id: Interface; role: Role; to: string }[]

const STORAGE_KEY = 'obmen-interface'

export function rememberedInterface(): Interface {
  return localStorage.getItem(STORAGE_KEY) === 'infrastructure' ? 'infrastructure' : 'ecosystem'
}

export function rememberInterface(chosen: Interface): void {
  localStorage.setItem(STORAGE_KEY, chosen)
}

/** The wanted interface if the person has its role, else the one they have. */
export function interfaceOf(wanted: Interface, me: Me): Interface {
  const open = INTERFACES.filter(face => hasRole(me, face.role))
  return (open.find(face => face.id === wanted) ?? open[0])?.id ?? 'ecosystem'
}
