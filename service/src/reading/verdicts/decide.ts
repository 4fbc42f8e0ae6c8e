import { isCanceled, type Payment } from '@obmen/contract'
import type { ReconciliationItem } from '@obmen/contract/rest'
import { moneyText, scaled } from '../../orders/decimal.js'

export type Difference = ReconciliationItem['differences'][number]

/** A document that 1C has for an order, as a reading saw it. */
export interface FoundDocument {
  ref: string
  number: string | null
  /** By the clock of 1C: `2026-11-17T12:15:07`. */
  date: string | null
  /** Null: not known. */
  organization: string | null
  customerAgrees: boolean | null
  posted: boolean
  deleted: boolean
  total: string | null
  /** Null: not read. */
  status: string | null
  /** 1C has it for another order, too. */
  shared: boolean
  /** Kopecks that its books have for it, less what was returned; null: not read. */
  paid: bigint | null
}

/** A revision of the order that 1C may have. */
export interface HeldRevision {
  revision: number
  status: string
  canceled: boolean
  total: string
  payments: readonly Payment[]
}

export interface JudgedOrder {
  /** 1C confirmed it before the reading began. */
  confirmed: boolean
  /** The one that 1C confirmed, then a later one that it was sent since; empty: none of them is stored. */
  held: readonly HeldRevision[]
  /** By id: the payments that this 1C was told. */
  told: ReadonlySet<string>
  /** By the location's clock: `2026-11-17`. */
  placedOn: string
  customerName: string
  /** The best first: the one that was known to be its own, then those that say it themselves. */
  documents: readonly FoundDocument[]
  /** 1C had a document of it, and has it no more. */
  gone: boolean
}

export interface JudgingReading {
  partial: boolean
  startDate: string | null
  /** Whose documents were read; null: not known. */
  organization: string | null
  /** Whether it shows what money was returned. */
  refundsRead: boolean
}

export interface Verdict {
  state: ReconciliationItem['state']
  differences: readonly Difference[]
  /** Why it is not loaded: `start-date`, `canceled`. */
  reason: string | null
  /** The one that counts as the order's, of several the best. */
  document: FoundDocument | undefined
  /** The revision that this document shows to be loaded, if it is not certain that the confirmed one is. */
  loadedRevision: number | null
}

export const isCanceledStatus = (status: string | null): boolean => /^отмен/i.test(status ?? '')

/** How an order stands by a complete reading; undefined: it says nothing of it. Pure. */
export function decide(order: JudgedOrder, reading: JudgingReading): Verdict | undefined {
  const { documents, held } = order
  if (documents.length === 0) return withoutDocument(order, reading)
  const live = documents.filter(({ deleted, status }) => !deleted && !isCanceledStatus(status))
  const own = live.filter(({ shared }) => !shared)
  if (own.length > 1)
    return { state: 'doubled', differences: [], reason: null, document: own[0], loadedRevision: null }
  const document = own[0] ?? live[0] ?? documents[0]!
  const compared = (held.length > 0 ? held : [undefined]).map(revision =>
    differencesOf(document, revision, order, reading),
  )
  const best = compared.reduce((least, found) => (found.length < least.length ? found : least))
  const isAlike = compared.every(found => found.length === best.length)
  const loaded = order.confirmed && isAlike ? undefined : held[compared.indexOf(best)]
  return {
    state: best.length > 0 ? 'differs' : 'agrees',
    differences: best,
    reason: null,
    document,
    loadedRevision: loaded?.revision ?? null,
  }
}

function withoutDocument(
  { confirmed, held, placedOn, gone }: JudgedOrder,
  { partial, startDate }: JudgingReading,
): Verdict | undefined {
  const nothing = { differences: [], reason: null, document: undefined, loadedRevision: null }
  const canceled = held[0] !== undefined && isCanceled(held[0])
  if (gone && canceled) return { ...nothing, state: 'agrees' }
  if (!gone && !confirmed) return { ...nothing, state: 'unknown' }
  if (partial) return undefined
  if (gone) return { ...nothing, state: 'missing' }
  if (startDate !== null && placedOn < startDate)
    return { ...nothing, state: 'not-loaded', reason: 'start-date' }
  if (canceled) return { ...nothing, state: 'not-loaded', reason: 'canceled' }
  return { ...nothing, state: 'missing' }
}

function differencesOf(
  document: FoundDocument,
  held: HeldRevision | undefined,
  { told, customerName }: JudgedOrder,
  { partial, organization, refundsRead }: JudgingReading,
): Difference[] {
  const differences: Difference[] = []
  const add = (what: Difference['what'], platform: string | null, in1c: string | null): void =>
    void differences.push({ what, platform, in1c })
  const { deleted, status, total, paid } = document
  const canceledIn1c = isCanceledStatus(status)
  const canceled = held !== undefined && isCanceled(held)
  if (canceled && !deleted && !canceledIn1c && status !== null) add('canceled', held.status, status)
  if (!canceled && deleted) add('deleted', null, null)
  if (!canceled && !deleted) {
    if (held && canceledIn1c) add('canceled', held.status, status)
    if (!document.posted) add('unposted', null, null)
    if (held && total !== null && scaled(total, 2) !== scaled(held.total, 2)) add('total', held.total, total)
    if (document.customerAgrees === false) add('customer', customerName, null)
    if (organization !== null && document.organization !== null && document.organization !== organization)
      add('organization', null, null)
  }
  if (held && paid !== null && !(deleted && !canceled)) {
    const { least, most, wentBack } = expectedMoney(held, told)
    // What rights hide may be the rest.
    if (paid < least && !partial) add('payments', moneyText(least), moneyText(paid))
    else if (paid > most && (refundsRead || !wentBack)) add('payments', moneyText(most), moneyText(paid))
  }
  return differences
}

/**
 * Of what 1C may have for an order, in kopecks. At least what it was told and was not returned; at most its
 * total besides, for it may be paid by other means, unless it was canceled or money went back.
 */
function expectedMoney(
  held: HeldRevision,
  told: ReadonlySet<string>,
): { least: bigint; most: bigint; wentBack: boolean } {
  const least = netOf(held.payments.filter(({ id }) => told.has(id)))
  const wentBack = held.payments.some(
    ({ status, refunds = [] }) => status === 'refunded' || refunds.length > 0,
  )
  const payable = isCanceled(held) || wentBack ? 0n : scaled(held.total, 2)
  const all = netOf(held.payments)
  return { least, most: [least, all, payable].reduce((most, sum) => (sum > most ? sum : most)), wentBack }
}

function netOf(payments: readonly Payment[]): bigint {
  return payments
    .filter(({ status }) => status === 'paid')
    .reduce((sum, { amount, refunds = [] }) => {
      const back = refunds.reduce((all, refund) => all + scaled(refund.amount, 2), 0n)
      return sum + scaled(amount, 2) - back
    }, 0n)
}
