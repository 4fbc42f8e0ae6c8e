import type { Order } from '@obmen/contract'
import type { ClientChoice, Settings } from '@obmen/contract/settings'
import { NO_HISTORY, type OrderHistory, type PreflightInput } from '../../../src/preflight/preflight-input.js'
import { openInput, openProfile } from '../../../src/preflight/preflight-profile.js'
import type { NumberedOrder } from '../../../src/sale-feed/feed.js'
import { numbered, TIMEZONE } from '../sale-feed/order.js'

export interface InputChanges {
  order?: Partial<Order>
  settings?: Partial<Settings>
  history?: Partial<OrderHistory>
  /** What the 1C announced. */
  cmlVersion?: string
  regimes?: PreflightInput['regimes']
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
    others,
    regimes,
  }: Omit<InputChanges, 'order' | 'number' | 'items'> = {},
): PreflightInput {
  const profile = openProfile(
    {
      settings: {
        paymentrules: [{}],
        paymentmethodname: 'Оплата картой внешняя',
        client,
        ...settings,
      },
      signs: null,
      timezone: TIMEZONE,
      lastCmlVersion: cmlVersion ?? null,
      connectedAt: new Date('2026-11-01T12:00:00Z'),
      ...(regimes && { regimes }),
    },
    new Date('2026-11-18T12:00:00Z'),
  )
  const exported = { ...order, exports: history?.payments ?? null }
  return openInput(exported, { ...NO_HISTORY, ...history }, profile, others)
}
