import { distance } from 'fastest-levenshtein'
import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values/storable.js'

/** Letters by which a mistyped login may differ. */
const MOST_TYPOS = 2
const LONGEST_LOGIN = 100
const SHORTEST_STEM = 4

/**
 * Records that a sign-in with this login failed, with the integration it was meant for: the login's own, or the only one it
 * resembles. Returns that integration's key; undefined: nobody's.
 */
export async function recordRefusal(
  db: Queryable,
  login: string,
  now: Date,
): Promise<{ key: number } | undefined> {
  const typed = storable(login, LONGEST_LOGIN)
  const meant = await findMeant(db, typed)
  if (!meant) return undefined
  await db.query(
    `update integration i
        set refused_since = case when i.refused_at > i.password_changed_at then i.refused_since else $2 end,
            refused_at = $2, refused_login = $3
       from (select key from integration where key = $1 for no key update skip locked) free
      where i.key = free.key`,
    [meant.key, now, meant.login === typed ? null : typed],
  )
  return { key: meant.key }
}

interface Known {
  key: number
  login: string
}

async function findMeant(db: Queryable, typed: string): Promise<Known | undefined> {
  const { rows } = await db.query<Known & { own: boolean }>(
    `select key, login, login = $1 as own from integration
      where not exists (select from removed_integration where login = $1)
        and (length(login) between $2 and $3 or length(split_part(login, '-', 1)) between $2 and $3)
      order by own desc`,
    [typed, typed.length - MOST_TYPOS, typed.length + MOST_TYPOS],
  )
  if (rows[0]?.own) return rows[0]
  const near = rows.filter(({ login }) => resembles(typed.toLowerCase(), login))
  return near.length === 1 ? near[0] : undefined
}

/** Two letters off, or one without the suffix: `kasssa-7f3a` and `kasssa` for `kassa-7f3a`. */
function resembles(typed: string, login: string): boolean {
  const stem = login.split('-', 1)[0]!
  return distance(typed, login) <= MOST_TYPOS || (stem.length >= SHORTEST_STEM && distance(typed, stem) <= 1)
}
