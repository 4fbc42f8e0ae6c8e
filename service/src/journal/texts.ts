export const JOURNAL_TEXTS = {
  badTime: 'Время нужно указать в ISO 8601, например 2026-11-17T12:15:00+03:00.',
}
