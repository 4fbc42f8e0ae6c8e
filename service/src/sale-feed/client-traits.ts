import type { Client } from '../integrations/settings.js'

/** In what the answer to one client differs from the superset that all of them read alike. */
export interface ClientTraits {
  /** What a second `query` of a session gives: the same orders anew, or those that follow, until none is left. */
  nextQuery: 'same-orders' | 'following-orders'
  /** Reads `ПодчиненныеДокументы` once it announced `cmlVersion` ≥ 2.10; the others pass over them. */
  readsPaymentDocuments: boolean
}

export const CLIENT_TRAITS = {
  bp: { nextQuery: 'same-orders', readsPaymentDocuments: true },
  unf: { nextQuery: 'same-orders', readsPaymentDocuments: true },
  ut: { nextQuery: 'same-orders', readsPaymentDocuments: false },
  rt: { nextQuery: 'same-orders', readsPaymentDocuments: false },
  bitrix: { nextQuery: 'following-orders', readsPaymentDocuments: true },
} as const satisfies Record<Client, ClientTraits>
