import type { Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import type { Precondition } from '../../db/precondition.js'
import type { AppError } from '../../errors/app-error.js'
import type { OfferStatus } from '../../outbox/batches/offer-status.js'
import type { NameParts } from '../names/parse-name.js'
import type { RuleFacts } from '../routing/rules.js'
import type { OrderWarning } from '../warnings/order-warnings.js'
import type { ComparedOrder, OtherOrders } from '../warnings/other-orders.js'
import type { ReadOnlyFields } from './read/order-schema.js'

export interface OrderInput {
  /** The parsed JSON that the platform sent (or whatever `read` takes), or the error of parsing it. */
  body: unknown | AppError
  /** The id in the URL (PUT). */
  id?: string
  precondition?: Precondition
  origin?: string | undefined
}

/** What saving needs of an order: plain values, which may come from another thread. */
export interface ReadOrder extends RuleFacts, ComparedOrder {
  id: string
  number: string | undefined
  canceled: boolean
  /** It has a payment that is paid. */
  isPaid: boolean
  currency: string
  total: string
  /** As lists show it. */
  customerName: string
  /** Its search words, a tsvector as text. */
  search: string
  /** The canonical form, JSON. */
  content: string
  /** Bytes of the content. */
  size: number
  paymentIds: string[]
  /** The parts of a person's name that came in one string. */
  nameParts: NameParts | undefined
  broughtBack: ReadOnlyFields | undefined
  /** Warnings that follow from the order alone. */
  warnings: OrderWarning[]
}

/** An order that was read. */
export interface IncomingOrder {
  order: ReadOrder
  precondition: Precondition | undefined
  /** Id of the integration whose 1C this change was adopted from. */
  origin: string | undefined
}

export interface PutIntegration {
  key: number
  id: string
  name: string
  /** With the recognized client, if the settings leave it open. */
  settings: Settings
  /** Whether its 1C knows some orders by other numbers than their sequence numbers. */
  ownNumbers: boolean
}

export interface PutCompany {
  id: string
  name: string
  archived: boolean
  integrations: PutIntegration[]
}

/** What a put needs of the stored order. */
export interface StoredOrder {
  key: number
  id: string
  companyId: string
  /** The platform's number, if it has one. */
  number: string | null
  sequenceNumber: number
  revision: number
  /** Null if it is so much larger than the incoming one that they can't be equal. */
  content: string | null
  placedAt: Date
  createdAt: Date
  updatedAt: Date
  paymentNumbers: Record<string, number>
}

/** An order on its way through the steps that save it. A step refuses it, or adds what it learned. */
export interface Put extends IncomingOrder {
  /** Its answer, if a step refused it. */
  refusal: AppError | undefined
  /** Its company; missing only if it was refused. */
  company: PutCompany
  /** The order as it was. */
  stored: StoredOrder | undefined
  /** The content is the stored one: nothing is written (O6). */
  unchanged: boolean
  /** Whether a 1C has the stored order; known where that matters. */
  offer: OfferStatus | undefined
  key: number
  sequenceNumber: number
  revision: number
  /** By payment id; a number is kept even if its payment is removed from the order. */
  paymentNumbers: Record<string, number>
  /** Keys of the integrations that are owed it now. */
  owedTo: number[]
  warnings: OrderWarning[]
}

/** The puts that no step has refused. */
export function accepted(puts: readonly Put[]): Put[] {
  return puts.filter(({ refusal }) => !refusal)
}

/** The puts that are written: new orders and changed ones. */
export function written(puts: readonly Put[]): Put[] {
  return puts.filter(({ refusal, unchanged }) => !refusal && !unchanged)
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

/** The accepted orders of a put. */
export interface PutsToInspect {
  /** Keys of new and changed orders. */
  written: readonly number[]
  /** Those of them that are new. */
  fresh: ReadonlySet<number>
  unchanged: readonly number[]
  /** By order key. */
  others: ReadonlyMap<number, OtherOrders>
}

/** Stores findings in the transaction that saves orders; returns warnings by key. In `preflight/`. */
export type InspectPuts = (tx: Queryable, puts: PutsToInspect) => Promise<ReadonlyMap<number, OrderWarning[]>>
