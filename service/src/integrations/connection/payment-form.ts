import type { FullSettings, SchemaVersion } from '@obmen/contract/settings'

/** Payments as requisites of the order, or as `ПодчиненныеДокументы`. */
export type PaymentForm = 'requisites' | 'documents'

/** How payments are sent: as the settings say, else as documents to a 1C that announced 2.10 or later. */
export function decidePaymentForm(
  { payments }: Pick<FullSettings, 'payments'>,
  cmlVersion: string | null | undefined,
): PaymentForm {
  if (payments !== 'auto') return payments
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(cmlVersion ?? '') ?? []
  const announced = Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 10)
  return announced ? 'documents' : 'requisites'
}

/** The version that XML is written in: only 2.10 has subordinate documents. */
export function schemaVersionOf(
  { schemaversion }: Pick<FullSettings, 'schemaversion'>,
  payments: PaymentForm,
): SchemaVersion {
  return payments === 'documents' ? '2.10' : schemaversion
}
