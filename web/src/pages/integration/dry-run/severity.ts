import type { DryRun } from '@obmen/contract/rest'

export type DryRunDocument = DryRun['documents'][number]
export type DryRunFinding = DryRun['findings'][number]

const SEVERITY_ORDER: Record<DryRunFinding['level'], number> = { fatal: 0, dropped: 1, warning: 2, note: 3 }
const NONE = 4
const MADE: readonly DryRunDocument['action'][] = ['created', 'updated', 'canceled']

/** 1C then has a document of the order. */
export function isMade({ action }: DryRunDocument): boolean {
  return MADE.includes(action)
}

function bySeverity(findings: readonly DryRunFinding[]): DryRunFinding[] {
  return findings.toSorted((a, b) => SEVERITY_ORDER[a.level] - SEVERITY_ORDER[b.level])
}

export interface DryRunOrder {
  document: DryRunDocument
  findings: DryRunFinding[]
}

/** Documents with the findings of their orders, most severe first. `common`: of no single order. */
export function groupFindings({ documents, findings }: Pick<DryRun, 'documents' | 'findings'>): {
  orders: DryRunOrder[]
  common: DryRunFinding[]
} {
  const numbers = new Set(documents.map(({ orderNumber }) => orderNumber))
  const orders = documents.map(document => ({
    document,
    findings: bySeverity(findings.filter(({ orderNumber }) => orderNumber === document.orderNumber)),
  }))
  return {
    orders: orders.toSorted((a, b) => worst(a) - worst(b)),
    common: bySeverity(
      findings.filter(({ orderNumber }) => orderNumber === null || !numbers.has(orderNumber)),
    ),
  }
}

function worst({ document, findings }: DryRunOrder): number {
  return Math.min(isMade(document) ? NONE : 0, ...findings.map(({ level }) => SEVERITY_ORDER[level]))
}
