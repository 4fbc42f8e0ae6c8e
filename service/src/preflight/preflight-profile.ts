import { type Client, fillSettings, type Settings } from '@obmen/contract/settings'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import type { ClientSigns } from '../integrations/recognition/client-signs.js'
import { possibleClients } from '../integrations/recognition/recognize-client.js'
import type { SaveContext } from '../orders/intake/load-save-context.js'
import { NO_OTHER_ORDERS } from '../orders/warnings/other-orders.js'
import { mapOrder } from '../sale-feed/document/map-order.js'
import { type Feed, type NumberedOrder, openFeed } from '../sale-feed/feed.js'
import { includedPayments } from '../sale-feed/payments/included-payments.js'
import type { OrderHistory } from './order-history.js'
import type { PreflightInput } from './preflight-input.js'

/** The facts about an integration that decide its findings, besides the order and its history. */
export interface PreflightProfile {
  companyId: string
  integrationKey: number
  settings: Settings
  signs: ClientSigns | null
  timezone: string
  lastCmlVersion: string | null
  connectedAt: Date
}

/** A profile as JSON, to be compared and sent to a worker thread. */
export type SerializedProfile = string

export interface OpenProfile extends Pick<PreflightProfile, 'companyId' | 'integrationKey' | 'timezone'> {
  feed: Feed
  possible: readonly Client[]
  announcesDocuments: boolean
  connectedOn: string
}

export function openProfile(profile: PreflightProfile): OpenProfile {
  const { companyId, integrationKey, timezone, lastCmlVersion, connectedAt } = profile
  const settings = fillSettings(profile.settings)
  const feed = openFeed(settings, timezone, decidePaymentForm(settings, lastCmlVersion))
  return {
    ...{ companyId, integrationKey, timezone, feed },
    possible: settings.client === 'auto' ? possibleClients(profile.signs) : [settings.client],
    announcesDocuments: decidePaymentForm({ payments: 'auto' }, lastCmlVersion) === 'documents',
    connectedOn: feed.clock(connectedAt.toISOString()).date,
  }
}

/** Profiles of all integrations of these companies, by integration key. */
export function profilesOf({
  timezone,
  companies,
}: Pick<SaveContext, 'timezone' | 'companies'>): Map<number, SerializedProfile> {
  const profiles = new Map<number, SerializedProfile>()
  for (const { id: companyId, integrations } of companies.values())
    for (const { key: integrationKey, settings, signs, lastCmlVersion, connectedAt } of integrations) {
      const profile: PreflightProfile = {
        ...{ companyId, integrationKey, settings, signs, timezone, lastCmlVersion, connectedAt },
      }
      profiles.set(integrationKey, JSON.stringify(profile))
    }
  return profiles
}

const MAX_CACHED = 200
const opened = new Map<SerializedProfile, OpenProfile>()

/** Opens a serialized profile. Cached, because an integration keeps its profile over many orders. */
export function openSerializedProfile(text: SerializedProfile): OpenProfile {
  const known = opened.get(text)
  if (known) return known
  const plain = JSON.parse(text) as PreflightProfile
  const profile = openProfile({ ...plain, connectedAt: new Date(plain.connectedAt) })
  if (opened.size >= MAX_CACHED) opened.clear()
  opened.set(text, profile)
  return profile
}

/** The rules' input, without what is known from other orders. */
export function openInput(
  numbered: NumberedOrder,
  history: OrderHistory,
  { feed, possible, announcesDocuments, connectedOn }: OpenProfile,
  today: string,
): PreflightInput {
  const included = includedPayments(numbered, feed)
  const { settings, gateways, clock } = feed
  // Built without spreads, for speed: there is one for every order and every 1C.
  return {
    profile: feed.profile,
    possible,
    settings,
    order: numbered.order,
    items: numbered.items ?? null,
    document: mapOrder(numbered, feed, included),
    included,
    gateways,
    announcesDocuments,
    dayOf: moment => clock(moment).date,
    today,
    connectedOn,
    history,
    others: NO_OTHER_ORDERS,
  }
}

/** Today's date in the profile's time zone. */
export function todayIn({ feed }: OpenProfile, now = new Date()): string {
  return feed.clock(now.toISOString()).date
}
