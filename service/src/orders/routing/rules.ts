import type { Mismatch, Order, Payment, RuleMismatch } from '@obmen/contract'
import type { PaymentRule, Settings } from '@obmen/contract/settings'
import type { RoutingSettings } from '../../integrations/routing-settings.js'
import { startOfDay } from '../start-of-day.js'

export type RuleSettings = Pick<Settings, 'paymentrules' | 'ordersfrom' | 'paymentmethodname'>
export type RuleSubject = Pick<Order, 'status' | 'placedAt'> & {
  payments: readonly Pick<Payment, 'gateway' | 'status'>[]
}

/** The properties of an order that rules check. */
export interface RuleFacts {
  status: string
  /** Of payments that are neither failed nor canceled, each once. */
  gateways: readonly string[]
  /** Milliseconds since 1970. */
  placedAt: number
}

export function ruleFacts({ status, placedAt, payments }: RuleSubject): RuleFacts {
  const gateways = new Set<string>()
  for (const payment of payments)
    if (payment.status !== 'failed' && payment.status !== 'canceled') gateways.add(payment.gateway)
  return { status, gateways: [...gateways], placedAt: Date.parse(placedAt) }
}

export type RuleMatch = { matches: true; rule: number; methodName: string } | { matches: false }

/** Whether an order matches, by which rule (the first, from 0), under which name of payment method. */
export function matchesRules(order: RuleSubject, settings: RuleSettings, timezone: string): RuleMatch {
  return matchFacts(ruleFacts(order), settings, timezone)
}

/** matchesRules for facts that are known already. */
export function matchFacts(
  { status, gateways, placedAt }: RuleFacts,
  settings: RuleSettings,
  timezone: string,
): RuleMatch {
  if (isTooEarly(placedAt, settings, timezone)) return { matches: false }
  const has = new Set(gateways)
  const meets = (rule: PaymentRule): boolean =>
    (rule.status === undefined || rule.status === status) &&
    (rule.gateway === undefined || has.has(rule.gateway))
  const rule = settings.paymentrules.findIndex(meets)
  if (rule < 0) return { matches: false }
  const methodName = settings.paymentrules[rule]!.paymentmethodname ?? settings.paymentmethodname
  return { matches: true, rule, methodName }
}

/** Why facts don't match. Lists the first `most` rules and gateways, counts the others. */
export function mismatchOf(
  { status, gateways, placedAt }: RuleFacts,
  settings: RuleSettings,
  timezone: string,
  most: number,
): Mismatch {
  const { paymentrules } = settings
  if (isTooEarly(placedAt, settings, timezone)) return { code: 'too-early', from: settings.ordersfrom! }
  if (paymentrules.length === 0) return { code: 'no-rules' }
  const all = new Set(gateways)
  const has = { has: gateways.slice(0, most), ...more(gateways, most) }
  const misses = paymentrules.slice(0, most).map(
    ({ status: expected, gateway }, rule): RuleMismatch => ({
      rule,
      ...(expected !== undefined && expected !== status && { status: { expected, is: status } }),
      ...(gateway !== undefined && !all.has(gateway) && { gateway: { expected: gateway, ...has } }),
    }),
  )
  return { code: 'rules', misses, ...more(paymentrules, most) }
}

function isTooEarly(placedAt: number, { ordersfrom }: RuleSettings, timezone: string): boolean {
  return ordersfrom !== undefined && placedAt < startOfDay(ordersfrom, timezone)
}

function more(list: readonly unknown[], most: number): { more?: number } {
  return list.length > most ? { more: list.length - most } : {}
}

/** A piece of SQL and the values of its parameters, which begin at `$<first>`. */
export interface Condition {
  sql: string
  values: unknown[]
}

/** matchesRules as a condition on `sale_order o`. */
export function rulesCondition(settings: RoutingSettings, timezone: string, first: number): Condition {
  const values: unknown[] = []
  const parameter = (value: unknown): string => `$${first - 1 + values.push(value)}`
  const from =
    settings.ordersfrom === undefined
      ? ''
      : `o.placed_at >= ${parameter(new Date(startOfDay(settings.ordersfrom, timezone)))} and `
  const rules = settings.rules.map(({ status, gateway }) => {
    const parts = [
      ...(status === undefined ? [] : [`o.status = ${parameter(status)}`]),
      ...(gateway === undefined ? [] : [`${parameter(gateway)} = any(o.gateways)`]),
    ]
    return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`
  })
  return { sql: `(${from}(${rules.length === 0 ? 'false' : rules.join(' or ')}))`, values }
}
