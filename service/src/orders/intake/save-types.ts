import type { Queryable } from '../../db/database.js'
import type { Precondition } from '../../db/precondition.js'
import type { AppError } from '../../errors/app-error.js'
import type { NameParts } from '../names/parse-name.js'
import type { OrderWarning } from '../warnings/order-warning.js'
import type { SaveContextCompany } from './load-save-context.js'
import type { StoredOrder } from './load-stored.js'
import type { ReadOrder } from './read/read-order.js'

export interface IncomingOrder {
  order: ReadOrder
  precondition: Precondition | undefined
}

/** An order that will be written. */
export interface PutOrder {
  key: number
  order: ReadOrder
  company: SaveContextCompany
  stored: StoredOrder | undefined
}

export interface SavedOrder {
  id: string
  /** 201: the order is new. */
  status: 200 | 201
  /** The sequence number for 1C, digits. */
  number: string
  revision: number
  changed: boolean
  /** Ids of the integrations that are owed the order now, also when nothing changed. */
  owedTo: string[]
  /** What the sender should look at; of the same content the same, also when nothing changed. */
  warnings: OrderWarning[]
  /** A person's name that came in one string, in its parts. */
  customer?: NameParts
}

export interface RefusedOrder {
  /** As far as it could be read. */
  id: string | undefined
  error: AppError
}

export type SaveResult = SavedOrder | RefusedOrder

export interface OrderInput {
  /** The parsed JSON that the platform sent (or what `read` makes an order of), or why there is none. */
  body: unknown | AppError
  /** The id of the address (PUT). */
  id?: string
  precondition?: Precondition
}

/** An input that can be saved, or why it can't be. */
export type ReadInput = IncomingOrder | RefusedOrder

/** sameContent, in whatever thread. */
export type CompareContents = (one: string, other: string) => boolean | Promise<boolean>

/** An order that was put: whether it is new, changed, or as it was. */
export interface PutToInspect {
  key: number
  change: 'new' | 'changed' | 'none'
}

/**
 * Looks at what each 1C will make of orders that were just put, in the transaction that saves them, and keeps it; gives what to tell
 * the sender of each, by its key. `preflight/` knows how.
 */
export type InspectPuts = (
  tx: Queryable,
  orders: readonly PutToInspect[],
) => Promise<ReadonlyMap<number, OrderWarning[]>>
