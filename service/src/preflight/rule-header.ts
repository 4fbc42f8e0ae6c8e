import type { Finding, Rule } from './finding.js'
import { TEXTS } from './texts.js'

const ISO_DATE = /^\d{4}-\d\d-\d\d$/
const ISO_TIME = /^\d\d:\d\d:\d\d$/

/** What stands at the head of the document, without which 1C stops or loses it. */
export const checkHeader: Rule = (document, limits) => {
  const findings: Finding[] = []
  const fatal = (message: string): void => void findings.push({ level: 'fatal', message })
  if (document.operation !== 'goods-order') {
    if (limits.client === 'bp') findings.push({ level: 'warning', message: TEXTS.otherOperationInBp })
    else fatal(TEXTS.otherOperation(limits))
  }
  if (document.id === '') fatal(TEXTS.missing('Ид'))
  if (document.number === '') fatal(TEXTS.missing('Номер'))
  if (document.currency === '') fatal(TEXTS.missing('Валюта'))
  if (!ISO_DATE.test(document.date))
    findings.push({ level: 'dropped', message: TEXTS.badDate(document.date) })
  if (document.time !== undefined && !ISO_TIME.test(document.time)) {
    findings.push({ level: 'warning', message: TEXTS.badTime(document.time) })
  }
  if (document.currency !== '' && document.currency !== 'RUB') {
    findings.push({ level: 'note', message: TEXTS.foreignCurrency(document.currency) })
  }
  return findings
}
