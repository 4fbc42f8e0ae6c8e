import type { TaskCode } from '@obmen/contract'
import type { SettlingDocument, TaskOfOrder } from '../tasks/task.js'
import type { PreflightInput } from './preflight-input.js'

/** What to do in 1C about an order of which a reading found no document, or more than one. */
export function reconciliationTasks({ history }: PreflightInput): TaskOfOrder[] {
  const { reconciled, owed, held } = history
  if (!reconciled) return []
  const { state, since, documents } = reconciled
  if (state === 'doubled') {
    const refs = documents.map(({ ref }) => ref).sort()
    const named = documents.map(({ number, date }) => `${number} (${date.split('-').reverse().join('.')})`)
    return [
      { event: `doubled:${refs.join()}`, code: 'remove-double', params: { documents: named.join(', ') } },
    ]
  }
  // The next exchange brings it again.
  if (state !== 'missing' || (owed && !held)) return []
  // An instant of UTC, as any session writes it (db/database.ts): another text would be another task.
  const was = documents.at(-1)?.number
  return [{ event: `missing:${since}`, code: 'find-missing', params: was === undefined ? {} : { was } }]
}

const SETTLES: Readonly<Record<'payment' | 'refund' | 'shipment', readonly TaskCode[]>> = {
  payment: ['enter-payment', 'enter-overpayment', 'check-payment', 'check-canceled'],
  refund: ['enter-refund', 'undo-payment'],
  shipment: [],
}

/** The documents that were read in 1C, by which tasks may have settled themselves. */
export function settlingDocuments({ history }: PreflightInput): SettlingDocument[] {
  const { read, reconciled } = history
  const settling = (read?.documents ?? []).map(({ type, kind, number, date, since }) => {
    return { kind, number, date, since, settles: SETTLES[type] }
  })
  if (reconciled?.state !== 'found') return settling
  const { since } = reconciled
  return [
    ...settling,
    ...reconciled.documents.map(({ kind, number, date }) => {
      return { kind, number, date, since, settles: ['find-missing' as const] }
    }),
  ]
}
