import { SEVERITIES } from '@obmen/contract'
import type { Finding } from '../findings/finding.js'
import { ORDER_LIMITS } from '../orders/intake/read/order-limits.js'
import type { PreflightInput } from './preflight-input.js'
import { FAMILIES } from './rules/index.js'

const RULES = FAMILIES.flatMap(({ rules }) => rules)

/** What the 1C of an integration does with an order, the gravest first. Pure. */
export function inspectOrder(input: PreflightInput): Finding[] {
  const findings: Finding[] = []
  for (const rule of RULES) {
    if (!rule.clients.includes(input.client)) continue
    const usual = typeof rule.severity === 'string' ? rule.severity : rule.severity[0]
    for (const { path, params = {}, severity = usual } of rule.check(input))
      findings.push({
        ...{ code: rule.code, severity, path, params },
        ...{ whileOwed: rule.whileOwed === true, outlook: rule.outlook === true },
      })
  }
  return findings.sort((a, b) => rank(a) - rank(b)).slice(0, ORDER_LIMITS.problems)
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity)
}
