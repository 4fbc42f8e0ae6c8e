import { type DescribedProblem, describeProblem } from '@obmen/contract'
import { closest, distance } from 'fastest-levenshtein'
import type { Queryable } from '../db/database.js'
import { refusalAt } from '../errors/app-error.js'

const MAX_TYPOS = 4

/** The canonical IANA name, or the problem with it. Aliases such as `UTC` are accepted as they are. */
export function readTimezone(text: string): { timezone: string } | { problem: DescribedProblem } {
  const name = text.trim()
  const names = Intl.supportedValuesOf('timeZone')
  const listed = names.find(known => known.toLowerCase() === name.toLowerCase())
  if (listed !== undefined) return { timezone: listed }
  // Offsets ("+05:00") are accepted by newer Node versions only, and PostgreSQL inverts their sign.
  if (/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name) && isKnownToIntl(name))
    return { timezone: name }
  const suggestion = name.length > 2 ? closest(name, names) : ''
  return {
    problem:
      suggestion !== '' && distance(suggestion, name) <= MAX_TYPOS
        ? describeProblem('timezone-unknown-near', { timezone: name, near: suggestion })
        : describeProblem('timezone-unknown', { timezone: name }),
  }
}

function isKnownToIntl(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
    return true
  } catch {
    return false
  }
}

/** Refuses a zone unknown to this PostgreSQL, which aborts the transaction. */
export async function requireDatabaseTimezone(tx: Queryable, timezone: string, path: string): Promise<void> {
  try {
    await tx.query('select now() at time zone $1', [timezone])
  } catch (error) {
    if ((error as { code?: string }).code !== '22023') throw error
    const problem = describeProblem('timezone-unknown-to-database', { timezone })
    throw refusalAt('invalid', path, problem, error)
  }
}
