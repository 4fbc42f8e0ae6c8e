import { CLIENTS, type Client, type ClientChoice } from '@obmen/contract/settings'
import { profile as auto } from './auto.js'
import type { ClientProfile } from './client-profile.js'

export type { BuyerKeyKind, ClientProfile } from './client-profile.js'

/** The profile of each client of the contract's list is the file of its id. */
const named = await Promise.all(
  CLIENTS.map(async (client): Promise<[Client, ClientProfile]> => {
    const file: { profile: ClientProfile } = await import(/* @vite-ignore */ `./${client}.js`)
    return [client, file.profile]
  }),
)

/** What each kind of 1C does; `auto`: one that is not known yet. */
export const PROFILES = Object.fromEntries([['auto', auto], ...named]) as Readonly<
  Record<ClientChoice, ClientProfile>
>

export function clientsWhere(holds: (profile: ClientProfile) => boolean): Client[] {
  return CLIENTS.filter(client => holds(PROFILES[client]))
}

/** Clients to which a rule of preflight applies by name, and the one that is not known yet. */
export function clientsOfRule(code: ClientProfile['rules'][number]): ClientChoice[] {
  return [...clientsWhere(({ rules }) => rules.includes(code)), 'auto']
}
