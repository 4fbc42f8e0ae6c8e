import type { InvoiceStatus, OneC } from '../../base/base.js'
import { formatMoney, parseDecimal } from '../../reading/decimal.js'
import { managedOf, totalOf } from '../../upload/managed-document.js'

const NONE: InvoiceStatus = { paid: '', shipped: '' }

/**
 * The register's row after a payment was posted: «Оплачен» and «Отменен» stay whatever becomes of the money, and
 * unposting writes nothing.
 */
export function statusAfterPosting(base: OneC, documentId: number): InvoiceStatus {
  const before = base.statuses.get(documentId) ?? NONE
  if (before.paid === 'Оплачен' || before.paid === 'Отменен') return before
  const document = base.documents.get(documentId)
  const money = paidFor(base, documentId)
  if (document === undefined || money <= 0n) return before
  const total = parseDecimal(totalOf(document, managedOf(base, document))) ?? 0n
  return { ...before, paid: money >= total ? 'Оплачен' : 'ОплаченЧастично' }
}

export const canceledStatus = (base: OneC, documentId: number): InvoiceStatus => ({
  ...(base.statuses.get(documentId) ?? NONE),
  paid: 'Отменен',
})

export const shippedStatus = (base: OneC, documentId: number): InvoiceStatus => ({
  ...(base.statuses.get(documentId) ?? NONE),
  shipped: 'Отгружен',
})

/** What posted payments moved in «ОплатаСчетов»; refunds move nothing. */
function paidFor(base: OneC, documentId: number): bigint {
  const own = [...base.payments.values()].filter(
    ({ documentId: of, unposted, outcome }) => of === documentId && !unposted && !isRefund(outcome.amount),
  )
  const entered = (base.managed.get(documentId)?.payments ?? []).filter(({ unposted }) => !unposted)
  const amounts = [...own.map(({ outcome }) => outcome.amount), ...entered.map(({ amount }) => amount)]
  return amounts.reduce((sum, amount) => sum + (parseDecimal(amount ?? '') ?? 0n), 0n)
}

export const isRefund = (amount: string | null): boolean => (amount ?? '').startsWith('-')

/** What is paid for an invoice by the books; `3000.00`. */
export const paidText = (base: OneC, documentId: number): string => formatMoney(paidFor(base, documentId))
