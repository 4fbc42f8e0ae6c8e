import type { TaxRegime } from '@obmen/contract'
import { type Client, fillSettings, type Settings } from '@obmen/contract/settings'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import type { ClientSigns } from '../integrations/recognition/client-signs.js'
import { possibleClients } from '../integrations/recognition/recognize-client.js'
import { NO_OTHER_ORDERS, type OtherOrders } from '../orders/warnings/other-orders.js'
import { mapOrder } from '../sale-feed/document/map-order.js'
import { type Feed, type NumberedOrder, openFeed } from '../sale-feed/feed.js'
import { includedPayments } from '../sale-feed/payments/included-payments.js'
import type { OrderHistory, PreflightInput } from './preflight-input.js'

/** The facts about an integration that decide its findings, besides the order and its history. */
interface PreflightProfile {
  settings: Settings
  signs: ClientSigns | null
  timezone: string
  lastCmlVersion: string | null
  connectedAt: Date
  /** Its company's. */
  regimes?: readonly TaxRegime[]
}

export interface OpenProfile {
  feed: Feed
  possible: readonly Client[]
  regimes: readonly TaxRegime[]
  announcesDocuments: boolean
  connectedOn: string
  /** Today's date in the profile's time zone. */
  today: string
}

export function openProfile(profile: PreflightProfile, now = new Date()): OpenProfile {
  const { timezone, lastCmlVersion, connectedAt, regimes = [] } = profile
  const settings = fillSettings(profile.settings)
  const feed = openFeed(settings, timezone, decidePaymentForm(settings, lastCmlVersion))
  return {
    feed,
    possible: settings.client === 'auto' ? possibleClients(profile.signs) : [settings.client],
    regimes,
    announcesDocuments: decidePaymentForm({ payments: 'auto' }, lastCmlVersion) === 'documents',
    connectedOn: feed.clock(connectedAt.toISOString()).date,
    today: feed.clock(now.toISOString()).date,
  }
}

/** The rules' input. */
export function openInput(
  numbered: NumberedOrder,
  history: OrderHistory,
  { feed, possible, regimes, announcesDocuments, connectedOn, today }: OpenProfile,
  others: OtherOrders = NO_OTHER_ORDERS,
): PreflightInput {
  const included = includedPayments(numbered, feed)
  const { settings, gateways, clock } = feed
  // Built without spreads, for speed: there is one for every order and every 1C.
  return {
    profile: feed.profile,
    possible,
    settings,
    regimes,
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
    others,
  }
}
