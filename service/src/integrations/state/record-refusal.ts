import { distance } from 'fastest-levenshtein'
import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values.js'

/** How many letters of a mistyped login may differ. */
const MAX_TYPOS = 2
const MAX_LOGIN_LENGTH = 100
const MIN_STEM_LENGTH = 4

/**
 * Records a failed sign-in with the integration that the login was meant for: the one that has it, or the
 * only one with a similar login. Returns that integration's key; undefined: there is none.
 */
export async function recordRefusal(
  db: Queryable,
  login: string,
  now: Date,
): Promise<{ key: number } | undefined> {
  const typed = storable(login, MAX_LOGIN_LENGTH)
  const intended = await findIntended(db, typed)
  if (!intended) return undefined
  await db.query(
    `update integration i
        set refused_since = case when i.refused_at > i.password_changed_at then i.refused_since else $2 end,
            refused_at = $2, refused_login = $3
       from (select key from integration where key = $1 for no key update skip locked) free
      where i.key = free.key`,
    [intended.key, now, intended.login === typed ? null : typed],
  )
  return { key: intended.key }
}

interface Known {
  key: number
  login: string
}

async function findIntended(db: Queryable, typed: string): Promise<Known | undefined> {
  const { rows } = await db.query<Known & { own: boolean }>(
    `select key, login, login = $1 as own from integration
      where not exists (select from removed_integration where login = $1)
        and (length(login) between $2 and $3 or length(split_part(login, '-', 1)) between $2 and $3)
      order by own desc`,
    [typed, typed.length - MAX_TYPOS, typed.length + MAX_TYPOS],
  )
  if (rows[0]?.own) return rows[0]
  const near = rows.filter(({ login }) => resembles(typed.toLowerCase(), login))
  return near.length === 1 ? near[0] : undefined
}

/** At most two letters differ, or one without the suffix: `kasssa` resembles `kassa-7f3a`. */
function resembles(typed: string, login: string): boolean {
  const stem = login.split('-', 1)[0]!
  return distance(typed, login) <= MAX_TYPOS || (stem.length >= MIN_STEM_LENGTH && distance(typed, stem) <= 1)
}
