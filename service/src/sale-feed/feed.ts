import type { SchemaVersion } from '@obmen/codec'
import { type FullSettings, fillSettings, type PaymentRule, type Settings } from '@obmen/contract/settings'
import { type ClientProfile, PROFILES } from '../clients/index.js'
import type { Queryable } from '../db/database.js'
import {
  decidePaymentForm,
  type PaymentForm,
  schemaVersionOf,
} from '../integrations/connection/payment-form.js'
import { appliedSettings } from '../integrations/recognition/recognize-client.js'
import type { OfferedOrder } from '../orders/routing/offer-page.js'
import { type WallClock, wallClockOf } from './wall-clock.js'

/** An order with its numbers, items and sent payments in a 1C. */
export type NumberedOrder = Pick<OfferedOrder, 'order' | 'number' | 'paymentNumbers'> &
  Partial<Pick<OfferedOrder, 'exports' | 'items'>>

export interface Feed {
  settings: FullSettings
  profile: ClientProfile
  version: SchemaVersion
  /** How to send the payments of an order if none was sent before. */
  payments: PaymentForm
  clock: WallClock
  /** Gateways whose payments are sent to this 1C; undefined: all, because a rule names none. */
  gateways: ReadonlySet<string> | undefined
}

export function openFeed(settings: FullSettings, timezone: string, payments: PaymentForm): Feed {
  return {
    settings,
    profile: PROFILES[settings.client],
    version: schemaVersionOf(settings, payments),
    payments,
    clock: wallClockOf(timezone),
    gateways: gatewaysOf(settings.paymentrules),
  }
}

function gatewaysOf(rules: readonly PaymentRule[]): ReadonlySet<string> | undefined {
  const named = rules.map(rule => rule.gateway)
  return named.includes(undefined) ? undefined : new Set(named as string[])
}

export interface LoadedFeed {
  feed: Feed
  companyId: string
}

/**
 * The recipient of an answer. How payments are sent follows from `payments`, the decision of its session,
 * otherwise from `cmlVersion`, otherwise from the version that the 1C announced last.
 */
export interface FeedReader {
  payments?: PaymentForm | undefined
  /** null: nothing was announced. */
  cmlVersion?: string | null | undefined
}

interface Row {
  settings: Settings
  timezone: string
  companyId: string
  lastCmlVersion: string | null
}

/** Loads what is needed to write an integration's answers; undefined if it no longer exists. */
export async function loadFeed(
  db: Queryable,
  integrationKey: number,
  { payments, cmlVersion }: FeedReader = {},
): Promise<LoadedFeed | undefined> {
  const { rows } = await db.query<Row>(
    `select ${appliedSettings('i')} as settings, l.timezone, i.company_id as "companyId",
            i.last_cml_version as "lastCmlVersion"
       from integration i join location l on l.id = i.location_id where i.key = $1`,
    [integrationKey],
  )
  const row = rows[0]
  if (!row) return undefined
  const settings = fillSettings(row.settings)
  const announced = cmlVersion === undefined ? row.lastCmlVersion : cmlVersion
  const form = payments ?? decidePaymentForm(settings, announced)
  return { feed: openFeed(settings, row.timezone, form), companyId: row.companyId }
}
