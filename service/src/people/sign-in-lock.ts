import type { Queryable } from '../db/database.js'

/** After `attempts` failures within `minutes`, sign-in is refused for `minutes` (settings SIGN_IN_ATTEMPTS, SIGN_IN_LOCK_MINUTES). */
export interface LockRule {
  attempts: number
  minutes: number
}

/** Who tries: one login from one address. Scope `web` are people, `exchange` are 1C bases. */
export interface SignInAttempt {
  scope: 'web' | 'exchange'
  login: string
  address: string
}

const LOGIN_KEPT = 200

/** Whole seconds until the next attempt will be looked at; 0 = now. */
export async function lockedFor(
  db: Queryable,
  attempt: SignInAttempt,
  rule: LockRule,
  now: Date,
): Promise<number> {
  const { rows } = await db.query<{ newest: Date; oldest: Date }>(
    `select max(failed_at) as newest, min(failed_at) as oldest
       from (select failed_at from sign_in_failure
              where scope = $1 and login = $2 and address = $3 and failed_at > $4::timestamptz - $5 * interval '2 minutes'
              order by failed_at desc limit $6) latest
     having count(*) >= $6`,
    [...keyOf(attempt), now, rule.minutes, rule.attempts],
  )
  const latest = rows[0]
  if (!latest) return 0
  const windowMs = rule.minutes * 60_000
  if (latest.newest.getTime() - latest.oldest.getTime() > windowMs) return 0
  return Math.max(0, Math.ceil((latest.newest.getTime() + windowMs - now.getTime()) / 1000))
}

/** Counts a failed attempt; attempts refused because of the lock are not to be counted, or it would never end. */
export async function noteFailure(db: Queryable, attempt: SignInAttempt, now: Date): Promise<void> {
  await db.query('insert into sign_in_failure (scope, login, address, failed_at) values ($1, $2, $3, $4)', [
    ...keyOf(attempt),
    now,
  ])
}

/** The failures within the rule's minutes, this one included if it was noted. */
export async function countFailures(
  db: Queryable,
  attempt: SignInAttempt,
  rule: LockRule,
  now: Date,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from sign_in_failure
      where scope = $1 and login = $2 and address = $3 and failed_at > $4::timestamptz - $5 * interval '1 minute'`,
    [...keyOf(attempt), now, rule.minutes],
  )
  return rows[0]!.count
}

/** After a good sign-in. */
export async function forgetFailures(db: Queryable, attempt: SignInAttempt): Promise<void> {
  await db.query(
    'delete from sign_in_failure where scope = $1 and login = $2 and address = $3',
    keyOf(attempt),
  )
}

function keyOf({ scope, login, address }: SignInAttempt): [string, string, string] {
  return [scope, storable(login), storable(address)]
}

/** A login comes from outside: cut to what is worth keeping, without the NUL that PostgreSQL can't hold. */
function storable(text: string): string {
  return text.replaceAll('\0', '').slice(0, LOGIN_KEPT)
}
