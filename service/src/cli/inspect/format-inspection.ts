import type { ReportedDocument, Settled } from '../../accounting/reported-document.js'
import { lineText } from '../../accounting/texts.js'
import type { CatalogueChanges } from '../../catalogue/inspection/catalogue-comparison.js'
import type { InspectedCatalogueEntry } from '../../catalogue/inspection/inspect-catalogue.js'
import type { Inspected } from '../../inspection/inspect-document.js'
import type { InspectedFile } from '../../inspection/inspect-file.js'
import { INSPECT_TEXTS as texts } from './texts.js'

/** A file with what each of its documents would change, if an integration was named. */
export type Inspection = InspectedFile<{ reported: ReportedDocument; change: Inspected | null }>

export function formatInspection(files: readonly Inspection[], changes: CatalogueChanges | null): string {
  return [...files.flatMap(formatFile), ...(changes ? formatChanges(changes) : [])].join('\n')
}

function formatFile({ name, kind, count, documents, catalogue, failure }: Inspection): string[] {
  if (failure !== null) return [failure]
  if (catalogue)
    return [
      texts.catalogue(name, catalogue),
      ...catalogue.entries.map(formatEntry),
      ...(catalogue.entries.length < count ? [texts.more(count - catalogue.entries.length)] : []),
    ]
  return [
    texts.file(name, kind, count),
    ...documents.flatMap(({ reported, change }) => [
      '',
      ...formatReported(reported),
      ...formatChange(change),
    ]),
  ]
}

function formatEntry(entry: InspectedCatalogueEntry): string {
  const { itemId, name, article, unitName, vat, deleted, characteristics, prices, quantity, outcome } = entry
  const facts = [
    article !== null && texts.article(article),
    ...characteristics.map(({ name, value }) => `${name}: ${value}`),
    unitName,
    vat !== null && texts.vat(vat),
    ...prices.map(({ price, currency }) => texts.price(price, currency)),
    quantity !== null && texts.quantity(quantity),
    deleted && texts.deleted,
  ].filter(fact => typeof fact === 'string')
  const became = outcome === null ? '' : ` → ${texts.outcomes[outcome]}`
  return `  ${[name ?? itemId, ...facts].join(', ')}${became}`
}

function formatChanges({ added, changed, gone, goneItems, brokenLinks }: CatalogueChanges): string[] {
  return [
    '',
    texts.catalogueChanges(added, changed, gone),
    ...goneItems.map(({ itemId, name }) => `  ${name || itemId} → ${texts.outcomes.gone}`),
    ...(goneItems.length < gone ? [texts.more(gone - goneItems.length)] : []),
    ...(brokenLinks.length > 0 ? [texts.brokenLinks(brokenLinks)] : []),
  ]
}

function formatReported(reported: ReportedDocument): string[] {
  const facts = [
    reported.posted && texts.posted,
    reported.paid && texts.paid(settled(reported.paid)),
    reported.shipped && texts.shipped(settled(reported.shipped)),
    reported.canceled && texts.canceled,
    reported.deleted && texts.deleted,
    reported.status !== null && texts.status(reported.status),
  ].filter(fact => typeof fact === 'string')
  return [
    texts.document(reported),
    ...(facts.length > 0 ? [`  ${facts.join(', ')}`] : []),
    ...(reported.customer ? [texts.customer(reported.customer.name)] : []),
    ...(reported.lines ?? []).map(({ name, quantity, amount }) => texts.line(name, quantity, amount)),
    ...reported.payments.map(({ number, date, amount }) => texts.payment(number, date, amount)),
    ...reported.shipments.map(({ number, date }) => texts.shipment(number, date)),
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
  return [texts.changes(change.orderId ?? '', parts), ...lines.map(line => `    ${lineText(line, 'ru')}`)]
}
