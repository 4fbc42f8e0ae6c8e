import type { Locale } from '../enumerations.js'
import { dayInWords } from '../numbers-in-words.js'
import type { PaymentRule, Settings } from './settings.js'
import { RULES_TEXTS } from './texts-rules.js'

/** Which orders the rules match, and with which payment method, in a sentence. */
export function explainRules(
  settings: Pick<Settings, 'paymentrules' | 'paymentmethodname' | 'ordersfrom'>,
  language: Locale = 'ru',
): string {
  const texts = RULES_TEXTS[language]
  const { paymentrules: rules, paymentmethodname: method, ordersfrom } = settings
  const everything = rules.findIndex(rule => rule.status === undefined && rule.gateway === undefined)
  const effective = everything < 0 ? rules : rules.slice(0, everything + 1)
  const ownMethods = effective.some(rule => (rule.paymentmethodname ?? method) !== method)
  const from = ordersfrom === undefined ? '' : texts.from(dayInWords(ordersfrom, 'ru'))

  if (!ownMethods) {
    const which =
      everything >= 0 ? texts.all : texts.joined(mergeByStatus(effective).map(rule => describe(rule, texts)))
    return texts.sentence(which, from, method)
  }
  const parts = effective.map(rule =>
    texts.withMethod(describe(rule, texts), rule.paymentmethodname ?? method),
  )
  return texts.list(parts, from)
}

interface Conditions {
  status?: string
  gateways: string[]
}

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

function describe(rule: PaymentRule | Conditions, texts: (typeof RULES_TEXTS)[Locale]): string {
  const { status, gateways } = 'gateways' in rule ? rule : conditions(rule)
  const known = [...new Set(gateways)]
  if (status === undefined) return known.length === 0 ? texts.all : texts.withGateway(known)
  return known.length === 0 ? texts.withStatus(status) : texts.withBoth(status, known)
}
