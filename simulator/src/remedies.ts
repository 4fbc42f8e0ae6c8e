import type { FindingCode } from './texts.js'

/** Remedies for whoever runs a 1C or puts the orders; all others are for the author of the site. */
export const FOR_1C_ADMINISTRATOR: ReadonlySet<FindingCode> = new Set([
  ...(['address-with-question', 'not-authorised', 'redirect', 'no-answer', 'download-cut'] as const),
  ...(['query-failure', 'success-refused', 'success-refusal-unseen', 'init-failure-unseen'] as const),
  ...(['unknown-currency', 'before-exchange-start', 'unknown-status', 'forbidden-status'] as const),
  ...(['canceled-unknown', 'document-ignored', 'cancellation-not-kept', 'order-moved-on'] as const),
  ...(['lines-not-updated', 'method-needed', 'method-by-id', 'payment-not-created'] as const),
  ...(['payment-in-one-rate', 'document-locked', 'closed-period', 'customer-kept', 'currency-kept'] as const),
  ...([
    'comment-kept',
    'cancellation-kept',
    'unposted-unmatched',
    'order-not-posted',
    'customer-not-identified',
    'customers-alike',
  ] as const),
  ...(['not-reached', 'rolled-back', 'failure-confirmed', 'last-document-failed'] as const),
])
