import type { Queryable } from '../../db/database.js'
import type { Precondition } from '../../db/precondition.js'
import type { AppError } from '../../errors/app-error.js'
import type { NameParts } from '../names/parse-name.js'
import type { OrderWarning } from '../warnings/order-warning.js'
import type { OtherOrders } from '../warnings/other-orders.js'
import type { SaveContext, SaveContextCompany } from './load-save-context.js'
import type { StoredOrder } from './load-stored.js'
import type { ReadOrder } from './read/read-order.js'

export interface IncomingOrder {
  order: ReadOrder
  precondition: Precondition | undefined
  /** Id of the integration whose 1C this change was taken over from. */
  origin?: string | undefined
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
  /** The order is new (201). */
  status: 200 | 201
  /** The sequence number for 1C, digits. */
  number: string
  revision: number
  changed: boolean
  /** Ids of the integrations that are owed the order now, also when nothing changed. */
  owedTo: string[]
  /** What the sender should check; the same for the same content, even if nothing changed. */
  warnings: OrderWarning[]
  /** The parts of a person's name that came in one string. */
  customer?: NameParts
}

export interface RefusedOrder {
  /** The id, if it could be read. */
  id: string | undefined
  error: AppError
}

export type SaveResult = SavedOrder | RefusedOrder

export interface OrderInput {
  /** The parsed JSON that the platform sent (or whatever `read` takes), or the error of parsing it. */
  body: unknown | AppError
  /** The id in the URL (PUT). */
  id?: string
  precondition?: Precondition
  origin?: string | undefined
}

/** An order read from its input, or the error. */
export type ReadInput = IncomingOrder | RefusedOrder

/** sameContent of a stored and an incoming order, possibly in another thread. */
export type CompareContents = (stored: string, put: string) => boolean | Promise<boolean>

/** A new order that is being written. */
export interface NewOrder {
  key: number
  order: ReadOrder
  sequenceNumber: number
  paymentNumbers: ReadonlyMap<string, number>
  /** Keys of the integrations that are owed it. */
  owedTo: ReadonlySet<number>
  others: OtherOrders
}

/** The orders of a put, by outcome. */
export interface PutsToInspect {
  context: SaveContext
  fresh: readonly NewOrder[]
  /** Keys. */
  changed: readonly number[]
  unchanged: readonly number[]
}

export interface InspectedPuts {
  /** Warnings for the sender, by order key. */
  warnings: ReadonlyMap<number, OrderWarning[]>
  /** Keys of the orders that were held, or may have been released. */
  held: readonly number[]
}

/**
 * Determines and stores the findings of a put's orders for each 1C, in the transaction that saves them. Implemented by `preflight/`.
 */
export type InspectPuts = (tx: Queryable, puts: PutsToInspect) => Promise<InspectedPuts>
