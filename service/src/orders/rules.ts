import type { PaymentRule, Settings } from '../integrations/settings.js'
import type { Order } from './order.js'
import { startOfDay } from './start-of-day.js'

export type RuleSettings = Pick<Settings, 'paymentrules' | 'ordersfrom' | 'paymentmethodname'>
export type RuleSubject = Pick<Order, 'status' | 'placedAt'> & {
  payments: readonly Pick<Order['payments'][number], 'gateway' | 'status'>[]
}

/** Which part of a rule an order lacks; undefined = that part is met or not asked for. */
export interface RuleMiss {
  rule: number
  status?: { wanted: string; is: string }
  gateway?: { wanted: string; has: string[] }
}

export type RuleMatch =
  | { matches: true; rule: number; methodName: string }
  | { matches: false; tooEarly?: { from: string }; misses: RuleMiss[] }

/**
 * Whether an order goes to an integration by its settings, by which rule (the first one met, from 0) and under which name of the
 * payment method; else what each rule misses. `timezone`: the location's, in which `ordersfrom` is a day.
 */
export function matchesRules(order: RuleSubject, settings: RuleSettings, timezone: string): RuleMatch {
  const gateways = liveGateways(order.payments)
  const misses: RuleMiss[] = []
  const tooEarly =
    settings.ordersfrom !== undefined &&
    Date.parse(order.placedAt) < startOfDay(settings.ordersfrom, timezone)
  for (const [index, rule] of settings.paymentrules.entries()) {
    const miss = missOf(rule, index, order.status, gateways)
    if (miss) misses.push(miss)
    else if (!tooEarly)
      return { matches: true, rule: index, methodName: rule.paymentmethodname ?? settings.paymentmethodname }
  }
  return { matches: false, misses, ...(tooEarly ? { tooEarly: { from: settings.ordersfrom! } } : {}) }
}

/** The gateways that rules look at: of payments that are neither failed nor canceled, each once. */
export function liveGateways(payments: RuleSubject['payments']): string[] {
  if (payments.length === 0) return []
  return [
    ...new Set(
      payments
        .filter(({ status }) => status !== 'failed' && status !== 'canceled')
        .map(({ gateway }) => gateway),
    ),
  ]
}

function missOf(rule: PaymentRule, index: number, status: string, gateways: string[]): RuleMiss | undefined {
  const miss: RuleMiss = { rule: index }
  if (rule.status !== undefined && rule.status !== status) miss.status = { wanted: rule.status, is: status }
  if (rule.gateway !== undefined && !gateways.includes(rule.gateway))
    miss.gateway = { wanted: rule.gateway, has: gateways }
  return miss.status || miss.gateway ? miss : undefined
}

/** A piece of SQL and the values of its parameters, which begin at `$<first>`. */
export interface Condition {
  sql: string
  values: unknown[]
}

/** matchesRules as a condition on `sale_order o`. */
export function rulesCondition(settings: RuleSettings, timezone: string, first: number): Condition {
  const values: unknown[] = []
  const parameter = (value: unknown): string => `$${first - 1 + values.push(value)}`
  const from =
    settings.ordersfrom === undefined
      ? ''
      : `o.placed_at >= ${parameter(new Date(startOfDay(settings.ordersfrom, timezone)))} and `
  const rules = settings.paymentrules.map(({ status, gateway }) => {
    const parts = [
      ...(status === undefined ? [] : [`o.status = ${parameter(status)}`]),
      ...(gateway === undefined ? [] : [`${parameter(gateway)} = any(o.gateways)`]),
    ]
    return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`
  })
  return { sql: `(${from}(${rules.length === 0 ? 'false' : rules.join(' or ')}))`, values }
}
