import type { RuleMatch, RuleMismatch } from './rules.js'
import { RULE_TEXTS as TEXTS } from './texts-rules.js'

/** Why an order is not exported, as a Russian sentence; undefined when it is. */
export function explainMismatch(match: RuleMatch): string | undefined {
  if (match.matches) return undefined
  const { tooEarly, misses } = match
  if (tooEarly) return TEXTS.tooEarly(tooEarly.from)
  const [only] = misses
  if (!only) return TEXTS.noRules
  if (misses.length === 1) return TEXTS.sentence(wordsOf(only))
  return TEXTS.sentence(misses.map(miss => `${TEXTS.rule(miss.rule + 1)}: ${wordsOf(miss)}`).join('; '))
}

function wordsOf({ status, gateway }: RuleMismatch): string {
  return [
    ...(status ? [TEXTS.status(status.is, status.expected)] : []),
    ...(gateway ? [TEXTS.gateway(gateway.has, gateway.expected)] : []),
  ].join(', ')
}
