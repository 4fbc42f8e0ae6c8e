import { type Client, fillSettings, type Settings } from '@obmen/contract/settings'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import type { ClientSigns } from '../integrations/recognition/client-signs.js'
import { possibleClients } from '../integrations/recognition/recognize-client.js'
import { mapOrder } from '../sale-feed/document/map-order.js'
import { type Feed, type NumberedOrder, openFeed } from '../sale-feed/feed.js'
import { includedPayments } from '../sale-feed/payments/included-payments.js'
import { NO_OTHER_ORDERS, type OrderHistory, type PreflightInput } from './preflight-input.js'

/** The facts about an integration that decide its findings, besides the order and its history. */
interface PreflightProfile {
  settings: Settings
  signs: ClientSigns | null
  timezone: string
  lastCmlVersion: string | null
  connectedAt: Date
}

export interface OpenProfile {
  feed: Feed
  possible: readonly Client[]
  announcesDocuments: boolean
  connectedOn: string
}

export function openProfile(profile: PreflightProfile): OpenProfile {
  const { timezone, lastCmlVersion, connectedAt } = profile
  const settings = fillSettings(profile.settings)
  const feed = openFeed(settings, timezone, decidePaymentForm(settings, lastCmlVersion))
  return {
    feed,
    possible: settings.client === 'auto' ? possibleClients(profile.signs) : [settings.client],
    announcesDocuments: decidePaymentForm({ payments: 'auto' }, lastCmlVersion) === 'documents',
    connectedOn: feed.clock(connectedAt.toISOString()).date,
  }
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
