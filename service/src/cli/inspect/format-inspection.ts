import type { Inspected } from '../../accounting/inspection/inspect-document.js'
import type { InspectedFile } from '../../accounting/inspection/inspect-file.js'
import type { Said, Settled } from '../../accounting/said.js'
import { lineText } from '../../accounting/texts.js'
import { INSPECT_TEXTS as texts } from './texts.js'

/** A file with what each of its documents would change, if an integration was named. */
export interface Inspection extends Omit<InspectedFile, 'documents'> {
  documents: { said: Said; change: Inspected | null }[]
}

export function formatInspection(files: readonly Inspection[]): string {
  return files.flatMap(formatFile).join('\n')
}

function formatFile({ name, kind, count, documents, failure }: Inspection): string[] {
  if (failure !== null) return [failure]
  const heading = texts.file(name, kind, count)
  return [
    heading,
    ...documents.flatMap(({ said, change }) => ['', ...formatSaid(said), ...formatChange(change)]),
  ]
}

function formatSaid(said: Said): string[] {
  const facts = [
    said.posted && texts.posted,
    said.paid && texts.paid(settled(said.paid)),
    said.shipped && texts.shipped(settled(said.shipped)),
    said.canceled && texts.canceled,
    said.deleted && texts.deleted,
    said.status !== null && texts.status(said.status),
  ].filter(fact => typeof fact === 'string')
  return [
    texts.document(said),
    ...(facts.length > 0 ? [`  ${facts.join(', ')}`] : []),
    ...(said.customer ? [texts.customer(said.customer.name)] : []),
    ...said.lines.map(({ name, quantity, amount }) => texts.line(name, quantity, amount)),
    ...said.payments.map(({ number, date, amount }) => texts.payment(number, date, amount)),
    ...said.shipments.map(({ number, date }) => texts.shipment(number, date)),
  ]
}

function settled({ number, date }: Settled): string {
  return [number && `№ ${number}`, date].filter(Boolean).join(', ')
}

function formatChange(change: Inspected | null): string[] {
  if (!change) return []
  if (change.outcome === 'unknown') return [texts.unknown]
  if (change.outcome !== 'changed') return [texts.unchanged(change.orderId ?? '')]
  const { parts = [], lines = [] } = change.changes ?? {}
  return [texts.changes(change.orderId ?? '', parts), ...lines.map(line => `    ${lineText(line)}`)]
}
