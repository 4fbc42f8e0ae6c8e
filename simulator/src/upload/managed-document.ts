import { randomUUID } from 'node:crypto'
import type { ManagedDocument, ManagedPayment, OneC, StoredDocument } from '../base/base.js'
import { wallClock } from '../reading/dates.js'
import {
  CENT,
  type Decimal,
  divide,
  formatMoney,
  formatQuantity,
  multiply,
  parseDecimal,
} from '../reading/decimal.js'
import type { LineOutcome } from '../result.js'

/** Actions of a manager on an order's document, to be applied in sequence; each marks it for upload. */
export const MANAGER_ACTIONS = [
  'post',
  'pay',
  'pay-part',
  'ship',
  'change',
  'add-line',
  'remove-line',
  'cancel',
  'delete',
] as const
export type ManagerAction = (typeof MANAGER_ACTIONS)[number]

/** Applies an action to the document of an order and marks it for the next upload. */
export function manage(base: OneC, document: StoredDocument, action: ManagerAction, now: Date): void {
  const before = managedOf(base, document)
  base.managed.set(document.id, {
    ...before,
    ...changesOf({ base, now }, document, before, action),
    waits: true,
  })
}

/** What people did with a document, or nothing so far. */
export function managedOf(base: OneC, { id, outcome }: StoredDocument): ManagedDocument {
  return (
    base.managed.get(id) ?? {
      documentId: id,
      guid: randomUUID(),
      posted: outcome.posted,
      canceled: outcome.canceled,
      deleted: false,
      lines: undefined,
      payments: [],
      shipments: [],
      waits: false,
    }
  )
}

function changesOf(
  { base, now }: { base: OneC; now: Date },
  document: StoredDocument,
  before: ManagedDocument,
  action: ManagerAction,
): Partial<ManagedDocument> {
  const lines = linesOf(document, before)
  const open = amountOf(totalOf(document, before)) - paidBy(before)
  const changed = (kept: LineOutcome[]) => ({ lines: { of: document.fingerprint, lines: kept } })
  switch (action) {
    case 'post':
      return { posted: true, deleted: false }
    case 'pay':
      return { posted: true, payments: [...before.payments, payment(base, open, now)] }
    case 'pay-part':
      return {
        posted: true,
        payments: [...before.payments, payment(base, divide(open / 2n, CENT) * CENT, now)],
      }
    case 'ship':
      return {
        posted: true,
        shipments: [
          ...before.shipments,
          { guid: randomUUID(), number: nextNumber(base), date: wallClock(now), lines },
        ],
      }
    case 'change':
      return changed(lines.map((line, index) => (index === 0 ? oneMore(line) : line)))
    case 'add-line':
      return changed([...lines, ADDED])
    case 'remove-line':
      return changed(lines.slice(0, -1))
    case 'cancel':
      // УТ has no cancellation mark: its manager removes the lines.
      return base.client === 'unf' ? { canceled: true } : { canceled: true, ...changed([]) }
    case 'delete':
      return { deleted: true, posted: false }
  }
}

export function linesOf(document: StoredDocument, managed: ManagedDocument): LineOutcome[] {
  return changedLines(document, managed) ?? document.outcome.lines
}

function changedLines(
  { fingerprint }: StoredDocument,
  { lines }: ManagedDocument,
): LineOutcome[] | undefined {
  return lines?.of === fingerprint ? lines.lines : undefined
}

/** Whether people left no line of the document. */
export function isEmptied(document: StoredDocument, managed: ManagedDocument | undefined): boolean {
  return managed !== undefined && changedLines(document, managed)?.length === 0
}

/** The document's total including manual changes to its lines; `3000.00`. */
export function totalOf(document: StoredDocument, managed: ManagedDocument): string {
  const lines = changedLines(document, managed)
  if (lines === undefined) return document.outcome.total
  const vatOnTop = document.outcome.vatIncluded ? 0n : 1n
  return formatMoney(
    lines.reduce((sum, { amount, vatAmount }) => sum + amountOf(amount) + vatOnTop * amountOf(vatAmount), 0n),
  )
}

export function isPaid(document: StoredDocument, managed: ManagedDocument): boolean {
  return managed.payments.length > 0 && paidBy(managed) >= amountOf(totalOf(document, managed))
}

function paidBy({ payments }: ManagedDocument): Decimal {
  return payments.reduce((sum, { amount, unposted }) => (unposted ? sum : sum + amountOf(amount)), 0n)
}

function amountOf(text: string): Decimal {
  return parseDecimal(text) ?? 0n
}

function payment(base: OneC, amount: Decimal, now: Date): ManagedPayment {
  return {
    guid: randomUUID(),
    number: nextNumber(base),
    date: wallClock(now),
    amount: formatMoney(amount > 0n ? amount : 0n),
  }
}

function nextNumber(base: OneC): string {
  const given = [...base.managed.values()].reduce(
    (count, { payments, shipments }) => count + payments.length + shipments.length,
    0,
  )
  return base.client === 'bp'
    ? `0000-${String(given + 1).padStart(6, '0')}`
    : String(given + 1).padStart(9, '0')
}

function oneMore(line: LineOutcome): LineOutcome {
  const before = amountOf(line.quantity)
  const quantity = before + 10_000n
  const scaled = (text: string): string =>
    formatMoney(before === 0n ? amountOf(text) : divide(amountOf(text) * quantity, before))
  const amount = before === 0n ? formatMoney(multiply(amountOf(line.price), quantity)) : scaled(line.amount)
  return { ...line, quantity: formatQuantity(quantity), amount, vatAmount: scaled(line.vatAmount) }
}

const ADDED: LineOutcome = {
  siteId: null,
  article: null,
  name: 'Доставка документов курьером',
  item: 'found',
  service: true,
  quantity: '1',
  price: '350.00',
  amount: '350.00',
  vat: 'Без НДС',
  vatAmount: '0.00',
}
