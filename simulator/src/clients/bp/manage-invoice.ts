import type { ManagedDocument, ManagedShipment, OneC, StoredDocument } from '../../base/base.js'
import { manage, managedOf } from '../../upload/managed-document.js'
import { actByHand } from '../../walks/accountant.js'
import { invoiceKey } from './bp-skip.js'
import { canceledStatus, paidText, shippedStatus, statusAfterPosting } from './bp-status.js'

interface Act {
  base: OneC
  invoice: StoredDocument
  now: Date
}

/**
 * What people do in БП with an invoice. `pay`: a bank receipt; `unpay`: all its payments unposted; `mark-paid`: the
 * status alone; `ship`: a realization (`ship-by-line`: the invoice stands in its lines alone, `ship-upd`: a УПД);
 * `remove`: for good, with its payments; `renumber`: the next free number; `move-year`: to the year before;
 * `copy`: the order's second invoice, as a load under another prefix makes it; `reassign`: another organization.
 */
const ACTS = {
  post: act => write(act, { posted: true, deleted: false }),
  unpost: act => write(act, { posted: false }),
  change(act) {
    manage(act.base, act.invoice, 'change', act.now)
    write(act, {})
  },
  cancel: ({ base, invoice: { id } }) => base.statuses.set(id, canceledStatus(base, id)),
  delete: act => write(act, { deleted: true, posted: false }),
  undelete: act => write(act, { deleted: false }),
  remove,
  pay: act => pay(act, 'pay'),
  'pay-part': act => pay(act, 'pay-part'),
  unpay,
  'mark-paid': ({ base, invoice: { id } }) =>
    base.statuses.set(id, { shipped: '', ...base.statuses.get(id), paid: 'Оплачен' }),
  refund: ({ base, invoice: { id, outcome } }) =>
    actByHand(base, outcome.siteNumber ?? '', { act: 'refund', amount: paidText(base, id) }),
  ship: act => ship(act, {}),
  'ship-by-line': act => ship(act, { byLine: true }),
  'ship-upd': act => ship(act, { universal: true }),
  renumber: act => rename(act, { number: nextNumber(act) }),
  'move-year': act => rename(act, { date: yearBefore(act.invoice.outcome.date) }),
  copy,
  reassign(act) {
    if (act.base.settings.organizations[1] === undefined) throw new Error('the base has one organization')
    write(act, { organization: 1 })
  },
} satisfies Record<string, (act: Act) => unknown>
export type InvoiceAction = keyof typeof ACTS
export const INVOICE_ACTIONS = Object.keys(ACTS) as InvoiceAction[]

/** Does it to an invoice of a base of БП. Throws if there is no second organization to move it to. */
export function manageInvoice(base: OneC, invoice: StoredDocument, action: InvoiceAction, now: Date): void {
  ACTS[action]({ base, invoice, now })
}

/** Writes the invoice itself: its DataVersion changes. */
function write({ base, invoice }: Act, changes: Partial<ManagedDocument>): void {
  base.managed.set(invoice.id, { ...managedOf(base, invoice), ...changes })
  base.documents.set(invoice.id, { ...invoice, writes: (invoice.writes ?? 0) + 1 })
}

/** A payment posts no invoice. */
function pay({ base, invoice, now }: Act, action: 'pay' | 'pay-part'): void {
  const { posted } = managedOf(base, invoice)
  manage(base, invoice, action, now)
  base.managed.set(invoice.id, { ...managedOf(base, invoice), posted })
  base.statuses.set(invoice.id, statusAfterPosting(base, invoice.id))
}

function ship({ base, invoice, now }: Act, how: Pick<ManagedShipment, 'byLine' | 'universal'>): void {
  const { posted } = managedOf(base, invoice)
  manage(base, invoice, 'ship', now)
  const managed = managedOf(base, invoice)
  const shipments = managed.shipments.map((one, index, all) =>
    index === all.length - 1 ? { ...one, ...how } : one,
  )
  base.managed.set(invoice.id, { ...managed, posted, shipments })
  base.statuses.set(invoice.id, shippedStatus(base, invoice.id))
}

function unpay({ base, invoice: { id } }: Act): void {
  for (const payment of base.payments.values())
    if (payment.documentId === id) base.payments.set(payment.id, { ...payment, unposted: true })
  const managed = base.managed.get(id)
  const payments = managed?.payments.map(payment => ({ ...payment, unposted: true as const }))
  if (managed && payments) base.managed.set(id, { ...managed, payments })
}

function remove({ base, invoice: { id, outcome } }: Act): void {
  base.documents.delete(id)
  base.managed.delete(id)
  base.statuses.delete(id)
  for (const payment of [...base.payments.values()].filter(({ documentId }) => documentId === id)) {
    base.payments.delete(payment.id)
    base.index.delete(`payment:${id}:${payment.key}`)
  }
  base.index.delete(`last-payment-of:${id}`)
  base.index.delete(invoiceKey(outcome.number ?? '', outcome.date))
}

/** БП finds an invoice by number and year: under others it is blind to it, and makes another one. */
function rename({ base, invoice, now }: Act, changes: { number?: string; date?: string }): void {
  const { id, outcome } = invoice
  const named = { ...outcome, ...changes }
  base.index.delete(invoiceKey(outcome.number ?? '', outcome.date))
  base.index.set(invoiceKey(named.number ?? '', named.date), id)
  write({ base, invoice: { ...invoice, outcome: named }, now }, {})
}

function copy({ base, invoice }: Act): void {
  const id = ++base.lastId
  const number = `КП${(invoice.outcome.number ?? '').slice(2)}`
  base.documents.set(id, { ...invoice, id, writes: 0, outcome: { ...invoice.outcome, number } })
  base.index.set(invoiceKey(number, invoice.outcome.date), id)
}

function nextNumber({ base, invoice: { outcome } }: Act): string {
  const used = [...base.documents.values()].map(document => Number(document.outcome.number?.slice(5) ?? 0))
  return `${outcome.number?.slice(0, 5)}${String(Math.max(...used) + 1).padStart(6, '0')}`
}

const yearBefore = (date: string | null): string =>
  `${Number((date ?? '0002').slice(0, 4)) - 1}${(date ?? '0002-01-01T00:00:00').slice(4)}`
