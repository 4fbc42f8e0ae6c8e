import { type Client, fillSettings, type Settings } from '@obmen/contract/settings'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import type { ClientSigns } from '../integrations/recognition/client-signs.js'
import { possibleClients } from '../integrations/recognition/recognize-client.js'
import type { SaveContext } from '../orders/intake/load-save-context.js'
import { NOBODY_ELSE } from '../orders/warnings/other-orders.js'
import { mapOrder } from '../sale-feed/document/map-order.js'
import { type Feed, type NumberedOrder, openFeed } from '../sale-feed/feed.js'
import { includedPayments } from '../sale-feed/payments/included-payments.js'
import { CLIENT_LIMITS, type ClientLimits } from './client-limits.js'
import type { OrderHistory } from './order-history.js'
import type { PreflightInput } from './preflight-input.js'

/** What of an integration decides what is found of an order, beside the order and its history. */
export interface Ground {
  companyId: string
  integrationKey: number
  settings: Settings
  signs: ClientSigns | null
  timezone: string
  lastCmlVersion: string | null
  connectedAt: Date
}

/** A ground as a text, which can be compared and go to another thread. */
export type GroundText = string

export interface OpenGround extends Pick<Ground, 'companyId' | 'integrationKey' | 'timezone'> {
  feed: Feed
  possible: readonly Client[]
  limits: ClientLimits
  announcesDocuments: boolean
  connectedOn: string
}

export function openGround(ground: Ground): OpenGround {
  const { companyId, integrationKey, timezone, lastCmlVersion, connectedAt } = ground
  const settings = fillSettings(ground.settings)
  const feed = openFeed(settings, timezone, decidePaymentForm(settings, lastCmlVersion))
  return {
    ...{ companyId, integrationKey, timezone, feed, limits: CLIENT_LIMITS[settings.client] },
    possible: settings.client === 'auto' ? possibleClients(ground.signs) : [settings.client],
    announcesDocuments: decidePaymentForm({ payments: 'auto' }, lastCmlVersion) === 'documents',
    connectedOn: feed.clock(connectedAt.toISOString()).date,
  }
}

/** The grounds of all integrations that orders of these companies may go to, by integration. */
export function groundsOf({
  timezone,
  companies,
}: Pick<SaveContext, 'timezone' | 'companies'>): Map<number, GroundText> {
  const grounds = new Map<number, GroundText>()
  for (const { id: companyId, integrations } of companies.values())
    for (const { key: integrationKey, settings, signs, lastCmlVersion, connectedAt } of integrations) {
      const ground: Ground = {
        ...{ companyId, integrationKey, settings, signs, timezone, lastCmlVersion, connectedAt },
      }
      grounds.set(integrationKey, JSON.stringify(ground))
    }
  return grounds
}

const REMEMBERED = 200
const opened = new Map<GroundText, OpenGround>()

/** openGround of a text, remembered: an integration's ground stays the same for many orders. */
export function groundOf(text: GroundText): OpenGround {
  const known = opened.get(text)
  if (known) return known
  const plain = JSON.parse(text) as Ground
  const ground = openGround({ ...plain, connectedAt: new Date(plain.connectedAt) })
  if (opened.size >= REMEMBERED) opened.clear()
  opened.set(text, ground)
  return ground
}

/** The rules' input, without what other orders tell. */
export function openInput(
  numbered: NumberedOrder,
  history: OrderHistory,
  { feed, possible, limits, announcesDocuments, connectedOn }: OpenGround,
  today: string,
): PreflightInput {
  const told = includedPayments(numbered, feed)
  const { settings, gateways, clock } = feed
  // Without spreads: one of these is made of every order for every 1C.
  return {
    client: settings.client,
    possible,
    limits,
    settings,
    order: numbered.order,
    items: numbered.items ?? null,
    document: mapOrder(numbered, feed, told),
    told,
    gateways,
    announcesDocuments,
    dayOf: moment => clock(moment).date,
    today,
    connectedOn,
    history,
    others: NOBODY_ELSE,
  }
}

/** Today on a ground's calendar. */
export function todayOn({ feed }: OpenGround, now = new Date()): string {
  return feed.clock(now.toISOString()).date
}
