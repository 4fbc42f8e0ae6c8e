import type { Right, System } from '@obmen/service/api-contract'

/**
 * Closed lists of the contract, for choices on a page. The contract is imported as types (its values bring all its schemas into the
 * browser), so the lists stand here as records: one word missing or unknown doesn't compile.
 */
export const RIGHTS = wordsOf<Right>({
  'orders:read': true,
  'orders:write': true,
  'integrations:read': true,
  'integrations:write': true,
  'companies:read': true,
  'companies:write': true,
  'journal:read': true,
  'events:read': true,
})

export const LOG_LEVELS = wordsOf<System['logLevel']>({
  trace: true,
  debug: true,
  info: true,
  warn: true,
  error: true,
  fatal: true,
  silent: true,
})

function wordsOf<Word extends string>(words: Record<Word, true>): readonly Word[] {
  return Object.keys(words) as Word[]
}
