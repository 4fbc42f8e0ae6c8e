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
  const gateways: string[] = []
  for (const payment of payments)
    if (payment.status !== 'failed' && payment.status !== 'canceled' && !gateways.includes(payment.gateway))
      gateways.push(payment.gateway)
  return { status, gateways, placedAt: Date.parse(placedAt) }
}

export type RuleMatch =
  | { matches: true; rule: number; methodName: string }
  | { matches: false; tooEarly?: { from: string }; misses: RuleMismatch[] }

/**
 * Whether an order matches an integration's settings, by which rule (the first match, from 0) and under which name of the
 * payment method; else how each rule fails. `timezone`: the location's, in which `ordersfrom` is a day.
 */
export function matchesRules(order: RuleSubject, settings: RuleSettings, timezone: string): RuleMatch {
  return matchFacts(ruleFacts(order), settings, timezone)
}

/** matchesRules for precomputed facts instead of an order. */
export function matchFacts(
  { status, gateways, placedAt }: RuleFacts,
  { paymentrules, ordersfrom, paymentmethodname }: RuleSettings,
  timezone: string,
): RuleMatch {
  const misses: RuleMismatch[] = []
  const tooEarly = ordersfrom !== undefined && placedAt < startOfDay(ordersfrom, timezone)
  for (const [index, rule] of paymentrules.entries()) {
    const miss = mismatchOf(rule, index, status, gateways)
    if (miss) misses.push(miss)
    else if (!tooEarly)
      return { matches: true, rule: index, methodName: rule.paymentmethodname ?? paymentmethodname }
  }
  return { matches: false, misses, ...(tooEarly ? { tooEarly: { from: ordersfrom } } : {}) }
}

function mismatchOf(
  rule: PaymentRule,
  index: number,
  status: string,
  gateways: readonly string[],
): RuleMismatch | undefined {
  const miss: RuleMismatch = { rule: index }
  if (rule.status !== undefined && rule.status !== status) miss.status = { expected: rule.status, is: status }
  if (rule.gateway !== undefined && !gateways.includes(rule.gateway))
    miss.gateway = { expected: rule.gateway, has: gateways }
  return miss.status || miss.gateway ? miss : undefined
}

/** The reason for a failed match, as a code for people's messages. */
export function mismatchOfFacts({ tooEarly, misses }: Extract<RuleMatch, { matches: false }>): Mismatch {
  if (tooEarly) return { code: 'too-early', from: tooEarly.from }
  return misses.length === 0 ? { code: 'no-rules' } : { code: 'rules', misses }
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
