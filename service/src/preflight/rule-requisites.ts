import type { Finding, Rule } from './finding.js'
import { requisiteOf } from './requisite-of.js'
import { TEXTS } from './texts.js'

/** Named values: none may be empty, none may come twice; and what a cancellation does. */
export const checkRequisites: Rule = (document, limits) => {
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { name, value } of document.requisites ?? []) {
    if (value === '')
      findings.push({
        level: limits.client === 'ut' || limits.client === 'rt' ? 'warning' : 'note',
        message: TEXTS.emptyRequisite(name),
      })
    if (seen.has(name)) findings.push({ level: 'note', message: TEXTS.requisiteTwice(name) })
    seen.add(name)
  }
  const delivery = requisiteOf(document, 'Способ доставки')
  if (limits.client === 'bp' && delivery !== undefined)
    findings.push({ level: 'note', message: TEXTS.deliveryByName(delivery) })
  if (requisiteOf(document, 'Отменен') === 'true')
    findings.push({ level: 'note', message: TEXTS.canceled(limits) })
  return findings
}
