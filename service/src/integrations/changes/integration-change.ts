import type { ChangeKind } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import type { Integration } from '../integration.js'

/** Who made a change: a person, or a program by its token; neither: a command on the server. */
export interface Author {
  userId?: string
  tokenId?: string
}

/** The parts of an integration whose changes are recorded: people change them, except the recognized client. */
export type ChangeableParts = Pick<Integration, 'name' | 'enabled' | 'settings'> & {
  recognizedClient?: Client | null
}

/** One change: `before` and `after` contain only what changed; both are null if that is a secret. */
export interface IntegrationChange {
  id: number
  at: Date
  kind: ChangeKind
  by: { kind: 'person' | 'token'; name: string } | null
  before: Partial<ChangeableParts> | null
  after: Partial<ChangeableParts> | null
}
