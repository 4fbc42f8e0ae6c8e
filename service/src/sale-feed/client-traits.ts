import type { Client } from '../integrations/settings.js'

/** In what the answer to one client differs, so that all five read the same of it. */
export interface ClientTraits {
  /** What a second `query` of a session gives: the same orders anew, or those that follow, until none is left. */
  nextQuery: 'same-orders' | 'following-orders'
  /** УТ makes an entrepreneur of every person who has one, also of a private one. */
  innOfPrivatePerson: 'told' | 'withheld'
}

export const CLIENT_TRAITS = {
  bp: { nextQuery: 'same-orders', innOfPrivatePerson: 'told' },
  unf: { nextQuery: 'same-orders', innOfPrivatePerson: 'told' },
  ut: { nextQuery: 'same-orders', innOfPrivatePerson: 'withheld' },
  rt: { nextQuery: 'same-orders', innOfPrivatePerson: 'told' },
  bitrix: { nextQuery: 'following-orders', innOfPrivatePerson: 'told' },
} as const satisfies Record<Client, ClientTraits>
