import type { Role } from '@obmen/contract'
import type { Me } from '@obmen/contract/rest'
import { hasRole } from '../api/people/me.js'

export type Interface = 'ecosystem' | 'infrastructure'

const INTERFACES = [
  { id: 'ecosystem', roles: ['location-administrator', 'accountant'], to: '/overview' },
  { id: 'infrastructure', roles: ['system-operator'], to: '/infrastructure' },
] as const satisfies readonly { id: Interface; roles: readonly Role[]; to: string }[]

const STORAGE_KEY = 'obmen-interface'

export function rememberedInterface(): Interface {
  return localStorage.getItem(STORAGE_KEY) === 'infrastructure' ? 'infrastructure' : 'ecosystem'
}

export function rememberInterface(chosen: Interface): void {
  localStorage.setItem(STORAGE_KEY, chosen)
}

export function interfacesOf(me: Me): (typeof INTERFACES)[number][] {
  return INTERFACES.filter(face => face.roles.some(role => hasRole(me, role)))
}

/** The preferred interface if the person may open it, otherwise one they may. */
export function interfaceOf(preferred: Interface, me: Me): Interface {
  const open = interfacesOf(me)
  return (open.find(face => face.id === preferred) ?? open[0])?.id ?? 'ecosystem'
}
