import type { ChangeKind } from '@obmen/contract'
import type { Integration } from '../integration.js'

/** Who made a change: a person, or a program by its token; neither: a command on the server. */
export interface Author {
  userId?: string
  tokenId?: string
}

/** What a person can change of an integration. */
export type ChangeableParts = Pick<Integration, 'name' | 'enabled' | 'settings'>

/** One change: `before` and `after` hold only what changed; both are null when that is a secret. */
export interface IntegrationChange {
  id: number
  at: Date
  kind: ChangeKind
  by: { kind: 'person' | 'token'; name: string } | null
  before: Partial<ChangeableParts> | null
  after: Partial<ChangeableParts> | null
}
