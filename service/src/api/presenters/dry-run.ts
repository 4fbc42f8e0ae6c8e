import type { DryRun } from '@obmen/contract/rest'
import type { ExchangeResult } from '@obmen/simulator'
import { TEXTS } from '../texts.js'

const LEVELS = {
  batch: 'fatal',
  queue: 'fatal',
  silent: 'dropped',
  warning: 'warning',
  note: 'note',
} as const

type Payment = ExchangeResult['payments'][number]

export interface DryRunReport {
  result: ExchangeResult
  /** The order of each document in the package, by the document's id. */
  orderIds: ReadonlyMap<string, string>
  /** Whether the integration is owed more orders than were checked. */
  more: boolean
  /** The programs that were simulated, if the actual one is unknown: `result` is that of the worst. */
  insteadOf?: readonly string[]
}

export function presentDryRun({ result, orderIds, more, insteadOf }: DryRunReport): DryRun {
  const payments = new Map<string, Payment[]>()
  for (const payment of result.payments)
    payments.set(payment.siteNumber, [...(payments.get(payment.siteNumber) ?? []), payment])
  return {
    client: insteadOf ? TEXTS.anyClient(result.title, insteadOf.length) : result.title,
    outcome: result.summary,
    outcomeCode: result.outcome,
    confirmed: result.confirmed,
    documents: result.documents.map(document => {
      const own = payments.get(document.siteNumber ?? '') ?? []
      const made = own.filter(({ action }) => action === 'created' || action === 'updated')
      return {
        orderNumber: document.siteNumber ?? '',
        orderId: orderIds.get(document.siteId ?? '') ?? null,
        action: document.action,
        documentKind: document.kind,
        documentNumber: document.number ?? '',
        sum: document.total,
        currency: document.currency,
        customer: document.customer?.name ?? '',
        payment: made.map(paymentText).join(', ') || reasonOf(own[0]?.reason),
        paymentMade: made.length > 0,
        payments: made.map(({ kind, number, amount, method }) => ({ kind, number, amount, method })),
        reason: reasonOf(document.reason),
      }
    }),
    findings: result.findings.map(({ severity, order, code, values, text, remedy, remedyFor }) => ({
      level: LEVELS[severity],
      orderNumber: order,
      code,
      params: values,
      // The reader cannot change what Obmen itself sends.
      message: [text, remedyFor === '1c' ? remedy : ''].filter(Boolean).map(asSentence).join(' '),
    })),
    truncated: more,
  }
}

/** УТ keeps no number of the site's. */
function paymentText({ kind, number }: Payment): string {
  return number ? `${kind} ${number}` : kind
}

function reasonOf(reason: string | null | undefined): string | null {
  return reason ? asSentence(reason) : null
}

function asSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('ru') + text.slice(1) + (/[.!?…]$/.test(text) ? '' : '.')
}
