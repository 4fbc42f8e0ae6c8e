import type { Rehearsal } from '@obmen/service/api-contract'

export type CheckedDocument = Rehearsal['documents'][number]
export type CheckedFinding = Rehearsal['findings'][number]

const GRAVITY: Record<CheckedFinding['level'], number> = { fatal: 0, dropped: 1, warning: 2, note: 3 }
const NONE = 4
const MADE: readonly CheckedDocument['action'][] = ['created', 'updated', 'canceled']

/** 1C has a document of the order afterwards. */
export function isMade({ action }: CheckedDocument): boolean {
  return MADE.includes(action)
}

/** The gravest first, otherwise as they came. */
function byGravity(findings: readonly CheckedFinding[]): CheckedFinding[] {
  return findings.toSorted((a, b) => GRAVITY[a.level] - GRAVITY[b.level])
}

export interface CheckedOrder {
  document: CheckedDocument
  findings: CheckedFinding[]
}

/** Each document with what was found of its order; what needs a look first. `common` is about none of them. */
export function sortOut({ documents, findings }: Pick<Rehearsal, 'documents' | 'findings'>): {
  orders: CheckedOrder[]
  common: CheckedFinding[]
} {
  const numbers = new Set(documents.map(({ orderNumber }) => orderNumber))
  const orders = documents.map(document => ({
    document,
    findings: byGravity(findings.filter(({ orderNumber }) => orderNumber === document.orderNumber)),
  }))
  return {
    orders: orders.toSorted((a, b) => worst(a) - worst(b)),
    common: byGravity(
      findings.filter(({ orderNumber }) => orderNumber === null || !numbers.has(orderNumber)),
    ),
  }
}

function worst({ document, findings }: CheckedOrder): number {
  return Math.min(isMade(document) ? NONE : 0, ...findings.map(({ level }) => GRAVITY[level]))
}
