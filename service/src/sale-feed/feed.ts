import type { SchemaVersion } from '@obmen/codec'
import type { FullSettings, PaymentRule } from '@obmen/contract/settings'
import { type ClientProfile, PROFILES } from '../clients/index.js'
import { type PaymentForm, schemaVersionOf } from '../integrations/connection/payment-form.js'
import type { OfferedOrder } from '../orders/routing/offer-page.js'
import { type WallClock, wallClockOf } from './wall-clock.js'

/**
 * An order with its numbers in a 1C, how its payments were sent there before, and the catalogue items that
 * its lines are linked to.
 */
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
