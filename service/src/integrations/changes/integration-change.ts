import type { ChangeKind } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import type { Integration } from '../integration.js'

/** Who made a change: a person, or a program by its token; neither: a command on the server. */
export interface Author {
  userId?: string
  tokenId?: string
}

/** What changes of an integration: by a person, but for the program that its exchanges show. */
export type ChangeableParts = Pick<Integration, 'name' | 'enabled' | 'settings'> & {
  recognizedClient?: Client | null
}

/** One change: `before` and `after` hold only what changed; both are null when that is a secret. */
export interface IntegrationChange {
  id: number
  at: Date
  kind: ChangeKind
  by: { kind: 'person' | 'token'; name: string } | null
  before: Partial<ChangeableParts> | null
  after: Partial<ChangeableParts> | null
}
