import type { Order } from '@obmen/contract'
import { CLIENTS, type ClientChoice, fillSettings, type Settings } from '@obmen/contract/settings'
import { decidePaymentForm } from '../../../src/integrations/connection/payment-form.js'
import {
  NO_HISTORY,
  NO_OTHER_ORDERS,
  type OrderHistory,
  type PreflightInput,
} from '../../../src/preflight/preflight-input.js'
import { mapOrder } from '../../../src/sale-feed/document/map-order.js'
import { type NumberedOrder, openFeed } from '../../../src/sale-feed/feed.js'
import { includedPayments } from '../../../src/sale-feed/payments/included-payments.js'
import { numbered, TIMEZONE } from '../sale-feed/order.js'

export interface InputChanges {
  order?: Partial<Order>
  settings?: Partial<Settings>
  history?: Partial<OrderHistory>
  /** What the 1C announced. */
  cmlVersion?: string
  others?: PreflightInput['others']
  number?: string
  items?: NumberedOrder['items']
}

/** The input of the rules, without a database: the sample order, on the day after it was placed. */
export function inputOf(client: ClientChoice, changes: InputChanges = {}): PreflightInput {
  const made = numbered(changes.order ?? {})
  return inputOfNumbered(
    client,
    { ...made, number: changes.number ?? made.number, items: changes.items ?? null },
    changes,
  )
}

export function inputOfNumbered(
  client: ClientChoice,
  order: NumberedOrder,
  {
    settings = {},
    history,
    cmlVersion,
    others = NO_OTHER_ORDERS,
  }: Omit<InputChanges, 'order' | 'number' | 'items'> = {},
): PreflightInput {
  const full = fillSettings({
    ...{ paymentrules: [{}], paymentmethodname: 'Оплата картой внешняя', client },
    ...settings,
  })
  const feed = openFeed(full, TIMEZONE, decidePaymentForm(full, cmlVersion))
  const included: NumberedOrder = { ...order, exports: history?.payments ?? null }
  return {
    possible: client === 'auto' ? CLIENTS : [client],
    ...{ profile: feed.profile, settings: full, order: order.order },
    items: order.items ?? null,
    document: mapOrder(included, feed),
    included: includedPayments(included, feed),
    gateways: feed.gateways,
    announcesDocuments: decidePaymentForm({ payments: 'auto' }, cmlVersion) === 'documents',
    dayOf: moment => feed.clock(moment).date,
    ...{ today: '2026-11-18', connectedOn: '2026-11-01' },
    history: { ...NO_HISTORY, ...history },
    others,
  }
}
