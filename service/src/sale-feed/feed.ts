import type { SchemaVersion } from '@obmen/codec'
import type { FullSettings, PaymentRule } from '@obmen/contract/settings'
import { type PaymentForm, schemaVersionOf } from '../integrations/connection/payment-form.js'
import type { OfferedOrder } from '../orders/routing/offer-page.js'
import { CLIENT_TRAITS, type ClientTraits } from './client-traits.js'
import { type WallClock, wallClockOf } from './wall-clock.js'

/** An order with the numbers that Obmen keeps for it, and how this 1C was told of its payments before. */
export type NumberedOrder = Pick<OfferedOrder, 'order' | 'number' | 'paymentNumbers'> &
  Partial<Pick<OfferedOrder, 'exports'>>

/** All that one answer's documents have in common: made once, used for every order. */
export interface Feed {
  settings: FullSettings
  traits: ClientTraits
  version: SchemaVersion
  /** How payments of an order are told of which nothing was told yet. */
  payments: PaymentForm
  clock: WallClock
  /** Gateways whose payments this 1C is told of; undefined = all, because a rule names none. */
  gateways: ReadonlySet<string> | undefined
}

/** `timezone`: IANA name of the location. */
export function openFeed(settings: FullSettings, timezone: string, payments: PaymentForm): Feed {
  return {
    settings,
    traits: CLIENT_TRAITS[settings.client],
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
