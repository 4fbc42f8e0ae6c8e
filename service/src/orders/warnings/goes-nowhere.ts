import type { RuleMismatch } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { recordEvents } from '../../events/record-events.js'
import { accepted, type Put } from '../intake/put.js'
import { matchFacts, mismatchOf } from '../routing/rules.js'
import type { OrderWarning } from './order-warnings.js'
import { inEachLanguage, type NearestRule } from './texts.js'

/** Of this many gateways and rules the nearest is searched and told. */
const MOST = 20

/** Warns of paid orders that no integration of their company takes, by key; written ones are events, too. */
export async function warnOfUnmatched(
  tx: Queryable,
  puts: readonly Put[],
  timezone: string,
): Promise<Map<number, OrderWarning>> {
  const unmatched = accepted(puts).filter(put => goesNowhere(put, timezone))
  await recordEvents(
    tx,
    unmatched
      .filter(({ unchanged }) => !unchanged)
      .map(({ key, revision, order: { status, gateways } }) => ({
        type: 'order.not-matching',
        orderKey: key,
        data: { revision, status, gateways: [...gateways] },
      })),
  )
  // A rule for a status that means a cancellation would do harm: another warning says what to do.
  const advised = unmatched.filter(put =>
    put.order.warnings.every(has => has.code !== 'status-means-canceled'),
  )
  return new Map(
    advised.map(put => {
      const nearest = nearestRule(put, timezone)
      const message = inEachLanguage(texts => texts.goesNowhere(nearest))
      return [put.key, { code: 'paid-but-goes-nowhere', path: '/status', message }]
    }),
  )
}

/** Nothing is told while nothing is connected, or of orders that `ordersfrom` leaves out on purpose. */
function goesNowhere({ order, company: { integrations } }: Put, timezone: string): boolean {
  if (!order.isPaid || order.canceled || integrations.length === 0) return false
  return integrations.every(
    ({ settings }) =>
      !matchFacts(order, settings, timezone).matches &&
      mismatchOf(order, settings, timezone, 1).code !== 'too-early',
  )
}

/** The rule that misses the least, best of all by nothing but the case of its letters. */
function nearestRule({ order, company }: Put, timezone: string): NearestRule | undefined {
  let nearest: (NearestRule & { cost: number }) | undefined
  for (const { name: integration, settings } of company.integrations) {
    const mismatch = mismatchOf(order, settings, timezone, MOST)
    if (mismatch.code !== 'rules') continue
    for (const miss of mismatch.misses) {
      const cost = costOf(miss)
      if (!nearest || cost < nearest.cost) nearest = { cost, integration, miss }
    }
  }
  return nearest
}

function costOf({ status, gateway }: RuleMismatch): number {
  const of = (expected: string, has: readonly string[]): number =>
    has.some(one => plain(one) === plain(expected)) ? 1 : 3
  return (status ? of(status.expected, [status.is]) : 0) + (gateway ? of(gateway.expected, gateway.has) : 0)
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
