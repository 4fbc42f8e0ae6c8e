import type { SaleDocument } from '@obmen/codec'
import type { Client } from '@obmen/contract/settings'
import { CLIENT_LIMITS } from './client-limits.js'
import type { Finding, Rule } from './finding.js'
import { checkBuyer } from './rule-buyer.js'
import { checkHeader } from './rule-header.js'
import { checkLines } from './rule-lines.js'
import { checkNumber } from './rule-number.js'
import { checkPayment } from './rule-payment.js'
import { checkRequisites } from './rule-requisites.js'
import { checkVat } from './rule-vat.js'
import { TEXTS } from './texts.js'

const RULES: readonly Rule[] = [
  checkHeader,
  checkNumber,
  checkBuyer,
  checkLines,
  checkVat,
  checkRequisites,
  checkPayment,
]
const SEVERITY_ORDER = { fatal: 0, dropped: 1, warning: 2, note: 3 } as const satisfies Record<
  Finding['level'],
  number
>

/**
 * What the 1C of this kind will do with an order, the gravest first. The last note says what it makes of it, unless something fatal or
 * dropping came before.
 */
export function explainOrder(document: SaleDocument, client: Client): Finding[] {
  const limits = CLIENT_LIMITS[client]
  const findings = RULES.flatMap(rule => rule(document, limits))
  if (!findings.some(({ level }) => level === 'fatal')) {
    findings.push({
      level: 'note',
      message: TEXTS.makes(limits, document.number, document.total, document.currency),
    })
  }
  return findings.sort((a, b) => SEVERITY_ORDER[a.level] - SEVERITY_ORDER[b.level])
}
