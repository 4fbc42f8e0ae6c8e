import type { Finding, Rule } from './finding.js'
import { TEXTS } from './texts.js'

/** Whether 1C will know the buyer, and as whom. 1C reads the first counterparty alone. */
export const checkBuyer: Rule = (document, { client }) => {
  const [buyer] = document.counterparties
  if (!buyer)
    return [{ level: client === 'unf' ? 'dropped' : 'fatal', message: TEXTS.missing('Контрагенты') }]
  const findings: Finding[] = []
  const phone = buyer.contacts?.some(({ type }) => type === 'phone-work') ?? false
  if (!buyer.id && client === 'bp') findings.push({ level: 'warning', message: TEXTS.buyerWithoutId })
  if (!buyer.name && client === 'ut') findings.push({ level: 'dropped', message: TEXTS.buyerWithoutName })
  if (client === 'rt' && !buyer.inn && !phone)
    findings.push({ level: 'dropped', message: TEXTS.buyerUnknownInRt })
  if (client === 'bp' && buyer.kind === 'organization' && buyer.inn?.length === 10 && !buyer.kpp) {
    findings.push({ level: 'note', message: TEXTS.organizationWithoutKpp })
  }
  for (const contact of buyer.contacts ?? []) {
    if (contact.value === '' || contact.type === '')
      findings.push({ level: 'fatal', message: TEXTS.contactWithoutValue })
  }
  if (buyer.address && buyer.address.text === '')
    findings.push({ level: 'fatal', message: TEXTS.addressWithoutText })
  return findings
}
