import type { PaymentRule, Settings } from './settings.js'
import { RULES_TEXTS as TEXTS } from './texts-rules.js'

/** Which orders the rules match, and with which payment method, as one Russian sentence per rule. */
export function explainRules(
  settings: Pick<Settings, 'paymentrules' | 'paymentmethodname' | 'ordersfrom'>,
): string {
  const { paymentrules: rules, paymentmethodname: method, ordersfrom } = settings
  const everything = rules.findIndex(rule => rule.status === undefined && rule.gateway === undefined)
  const effective = everything < 0 ? rules : rules.slice(0, everything + 1)
  const ownMethods = effective.some(rule => (rule.paymentmethodname ?? method) !== method)
  const from = ordersfrom === undefined ? '' : TEXTS.from(russianDate(ordersfrom))

  if (!ownMethods) {
    const which = everything >= 0 ? TEXTS.all : TEXTS.joined(mergeByStatus(effective).map(describe))
    return TEXTS.sentence(which, from, method)
  }
  const parts = effective.map(rule => TEXTS.withMethod(describe(rule), rule.paymentmethodname ?? method))
  return TEXTS.list(parts, from)
}

interface Conditions {
  status?: string
  gateways: string[]
}

/** Merges rules that differ only by gateway. */
function mergeByStatus(rules: readonly PaymentRule[]): Conditions[] {
  const merged: Conditions[] = []
  for (const rule of rules) {
    const same = merged.find(
      one => one.status === rule.status && one.gateways.length > 0 && rule.gateway !== undefined,
    )
    if (same) same.gateways.push(rule.gateway!)
    else merged.push(conditions(rule))
  }
  return merged
}

function conditions({ status, gateway }: PaymentRule): Conditions {
  return { ...(status === undefined ? {} : { status }), gateways: gateway === undefined ? [] : [gateway] }
}

function describe(rule: PaymentRule | Conditions): string {
  const { status, gateways } = 'gateways' in rule ? rule : conditions(rule)
  const known = [...new Set(gateways)]
  if (status === undefined) return known.length === 0 ? TEXTS.all : TEXTS.withGateway(known)
  return known.length === 0 ? TEXTS.withStatus(status) : TEXTS.withBoth(status, known)
}

function russianDate(date: string): string {
  return date.split('-').reverse().join('.')
}
