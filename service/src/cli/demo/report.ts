import type { ExchangeResult } from '@obmen/simulator'
import { DEMO_TEXTS as TEXTS } from './texts.js'

const SHOWN = 4

export function reportExchange(
  { documents, payments, counts }: ExchangeResult,
  print: (text: string) => void,
): void {
  for (const document of documents.slice(0, SHOWN)) {
    print(
      TEXTS.document(
        document.kind,
        document.number ?? '—',
        TEXTS.sum(document.total),
        document.customer?.name ?? '',
      ),
    )
    const payment = payments.find(
      ({ documentNumber, action }) => documentNumber === document.number && action === 'created',
    )
    if (payment) print(TEXTS.payment(payment.kind, payment.number ?? ''))
  }
  if (documents.length > SHOWN) print(TEXTS.more(documents.length - SHOWN))
  print(TEXTS.made(counts.created + counts.updated, counts.paymentsCreated))
}

export interface Guarantees {
  expect(kept: boolean, promise: string): void
  readonly broken: readonly string[]
}

/** Prints each guarantee as it is checked, kept or broken. */
export function openGuarantees(print: (text: string) => void): Guarantees {
  const broken: string[] = []
  return {
    broken,
    expect(kept, promise) {
      print(kept ? TEXTS.kept(promise) : TEXTS.broken(promise))
      if (!kept) broken.push(promise)
    },
  }
}
