import type { SchemaVersion } from '@obmen/codec'
import type { FullSettings, PaymentRule } from '../integrations/settings.js'
import type { OfferedOrder } from '../orders/offer-page.js'
import { CLIENT_TRAITS, type ClientTraits } from './client-traits.js'
import { type WallClock, wallClockOf } from './wall-clock.js'

/** An order with the numbers that Obmen keeps for it. */
export type NumberedOrder = Pick<OfferedOrder, 'order' | 'sequenceNumber' | 'paymentNumbers'>

/** All that one answer's documents have in common: made once, used for every order. */
export interface Feed {
  settings: FullSettings
  traits: ClientTraits
  version: SchemaVersion
  /** Payments as requisites of the order, or as `ПодчиненныеДокументы` for a client that announced `cmlVersion` ≥ 2.10. */
  payments: 'requisites' | 'documents'
  clock: WallClock
  /** Gateways whose payments this 1C is told of; undefined = all, because a rule names none. */
  gateways: ReadonlySet<string> | undefined
}

/** `timezone`: IANA name of the location; `cmlVersion`: what the client announced in `init`, if anything. */
export function openFeed(settings: FullSettings, timezone: string, cmlVersion: string | undefined): Feed {
  const documents = cmlVersion !== undefined && isAtLeast210(cmlVersion)
  return {
    settings,
    traits: CLIENT_TRAITS[settings.client],
    version: documents ? '2.10' : settings.schemaversion,
    payments: documents ? 'documents' : 'requisites',
    clock: wallClockOf(timezone),
    gateways: gatewaysOf(settings.paymentrules),
  }
}

function gatewaysOf(rules: readonly PaymentRule[]): ReadonlySet<string> | undefined {
  const named = rules.map(rule => rule.gateway)
  return named.includes(undefined) ? undefined : new Set(named as string[])
}

function isAtLeast210(cmlVersion: string): boolean {
  const match = /^(\d+)(?:\.(\d+))?/.exec(cmlVersion.trim())
  if (!match) return false
  const major = Number(match[1])
  return major > 2 || (major === 2 && Number(match[2] ?? 0) >= 10)
}
