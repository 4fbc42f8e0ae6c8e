import { fillSettings, type Settings } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { decidePaymentForm, type PaymentForm } from '../integrations/connection/payment-form.js'
import { appliedSettings } from '../integrations/recognition/recognize-client.js'
import { type Feed, openFeed } from './feed.js'

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
