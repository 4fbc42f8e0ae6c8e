import type { Counts, Finding, Severity } from '../result.js'
import type { Paint } from './paint.js'
import { severityText, reportText as text } from './texts.js'

const ORDER: Severity[] = ['batch', 'queue', 'silent', 'warning', 'note']
const EXAMPLES = 5

interface Found {
  findings: readonly Finding[]
  /** All of each code, also those that `findings` has no room for. */
  counts: Pick<Counts, 'findings'>
}

/** Findings by severity; equal ones of many orders once, with the first orders named. */
export function findingLines(result: Found, paint: Paint, explainSite: boolean): string[] {
  return ORDER.flatMap(severity => {
    const groups = grouped(result.findings.filter(finding => finding.severity === severity))
    if (groups.length === 0) return []
    const color =
      severity === 'batch' || severity === 'queue' ? paint.bad : severity === 'note' ? paint.dim : paint.warn
    return [
      color(`${severityText[severity]}:`),
      ...groups.flatMap(group => groupLines(group, result, paint, explainSite)),
    ]
  })
}

function groupLines(group: Finding[], result: Found, paint: Paint, explainSite: boolean): string[] {
  const [first] = group as [Finding]
  const remedy =
    explainSite || first.remedyFor === '1c' ? [paint.dim(`    ${text.remedy(first.remedy)}`)] : []
  if (group.length === 1 && (result.counts.findings[first.code] ?? 1) <= 1)
    return [`  – ${withOrder(first)}`, ...remedy]
  const texts = new Map<string, Set<string>>()
  for (const finding of group)
    texts.set(finding.text, (texts.get(finding.text) ?? new Set()).add(finding.order ?? ''))
  const lines = [...texts]
    .slice(0, EXAMPLES)
    .map(([sentence, orders]) => `  – ${sentence}${ordersText([...orders])}`)
  const unseen =
    (result.counts.findings[first.code] ?? group.length) - group.length + Math.max(0, texts.size - EXAMPLES)
  return [...lines, ...(unseen > 0 ? [`    ${text.andMore(unseen)}`] : []), ...remedy]
}

function withOrder(finding: Finding): string {
  return finding.order === null || finding.order === ''
    ? finding.text
    : `${text.oneOrder(finding.order)}: ${finding.text}`
}

function ordersText(orders: string[]): string {
  const named = orders.filter(order => order !== '')
  if (named.length === 0) return ''
  const list =
    named.length === 1
      ? text.oneOrder(named[0] ?? '')
      : text.exampleOrders(named.slice(0, EXAMPLES), named.length - EXAMPLES)
  return ` ${text.ordersOf(list)}`
}

function grouped(findings: Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.code)
    if (group === undefined) groups.set(finding.code, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}
