import type { DocumentLine } from '@obmen/codec'
import type { Finding, Rule } from './finding.js'
import { TEXTS } from './texts.js'

/** Whether 1C will take the VAT that was meant. */
export const checkVat: Rule = (document, limits) => {
  const findings: Finding[] = []
  const tax = document.taxes?.find(({ name }) => name.toLowerCase() === 'ндс')
  if (!tax)
    findings.push({ level: 'warning', message: limits.client === 'unf' ? TEXTS.noTaxInUnf : TEXTS.noTax })
  else if (tax.included === undefined) findings.push({ level: 'warning', message: TEXTS.noTax })
  const unknown = new Set<string>()
  for (const line of document.lines ?? []) {
    const rate = rateOf(line)
    if (rate === undefined) findings.push({ level: 'warning', message: TEXTS.lineWithoutRate(line.name) })
    else if (!limits.vatRates.has(rate)) unknown.add(rate)
  }
  const instead = limits.zeroIsNoRate ? tax?.rate : undefined
  for (const rate of unknown)
    findings.push({ level: 'warning', message: TEXTS.unknownRate(limits, rate, instead) })
  if (limits.zeroIsNoRate && tax?.rate !== '0' && document.lines?.some(line => rateOf(line) === '0'))
    findings.push({ level: 'warning', message: TEXTS.zeroRate(limits) })
  return findings
}

function rateOf(line: DocumentLine): string | undefined {
  return line.taxRates?.[0]?.rate ?? line.taxes?.[0]?.rate
}
