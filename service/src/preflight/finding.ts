import type { SaleDocument } from '@obmen/codec'
import type { ClientLimits } from './client-limits.js'

/**
 * What a 1C will do with a document. `fatal`: the exchange stops here, nothing after it is loaded; `dropped`: the order or a part of
 * it does not reach 1C; `warning`: it reaches 1C, but not as meant; `note`: worth knowing.
 */
export interface Finding {
  level: 'fatal' | 'dropped' | 'warning' | 'note'
  /** One Russian sentence or two: what happens and what to do. */
  message: string
}

/** Looks at one side of a document. Pure. */
export type Rule = (document: SaleDocument, limits: ClientLimits) => Finding[]
