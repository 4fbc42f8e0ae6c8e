import { isIP } from 'node:net'
import type { Queryable } from '../../db/database.js'

/** Failures allowed within `signInLockMinutes`; then the next is refused until so long after the last. */
export interface LockRule {
  signInAttempts: number
  signInAddressAttempts: number
  signInLoginAttempts: number
  signInLockMinutes: number
}

/** Who attempts to sign in: people (`web`) or 1C bases (`exchange`). */
export type SignInAttempt =
  | { scope: 'web' | 'exchange'; login: string; address: string }
  | { scope: 'exchange'; login?: undefined; address: string }
  /** A signed-in person who repeats the password: nobody else's attempts count against them. */
  | { scope: 'password'; userId: string }

/** Seconds until each counter lets the next attempt through; 0 = now. */
export interface LockWaits {
  pair: number
  address: number
  login: number
}

type CounterName = keyof LockWaits
type Counter = readonly [name: CounterName, login: string, address: string]
type CounterRow = { login: string; address: string; failures: number; seconds: number }

const LOGIN_LENGTH = 200
const ADDRESS_LENGTH = 100

/** Whether a counter's window has passed, so that it starts over. */
const HAS_EXPIRED = `(least(f.started_at, f.failed_at) <= now() - $4 * interval '1 minute')`
/** Seconds until a counter that reached its limit lets the next attempt through; negative once it does. */
const SECONDS_LEFT = `ceil(extract(epoch from f.failed_at + $4 * interval '1 minute' - now()))::int`

/** All times are of the database's clock: servers' clocks may differ. */
export const readLockWaits = waitsBy(
  `select f.login, f.address, f.failures, ${SECONDS_LEFT} as seconds
     from unnest($2::text[], $3::text[]) as counter(login, address)
     join sign_in_failure f on f.scope = $1 and f.login = counter.login and f.address = counter.address`,
  (failures, limit) => failures >= limit,
)

/** `revertAttempt` undoes it. Don't count one refused by a lock, or the lock would never end. */
export const countAttempt = waitsBy(
  `insert into sign_in_failure as f (scope, login, address, failures, started_at, failed_at)
   select $1, login, address, 1, now(), now()
     from unnest($2::text[], $3::text[]) with ordinality as counter(login, address, position)
       order by position
   on conflict (scope, login, address) do update
     set failures = case when ${HAS_EXPIRED} then 1 else f.failures + 1 end,
         started_at = case when ${HAS_EXPIRED} then excluded.started_at else f.started_at end,
         failed_at = excluded.failed_at
   returning login, address, failures, ${SECONDS_LEFT} as seconds`,
  (failures, limit) => failures > limit,
)

function waitsBy(statement: string, isExhausted: (failures: number, limit: number) => boolean) {
  return async (db: Queryable, attempt: SignInAttempt, rule: LockRule): Promise<LockWaits> => {
    const counters = countersOf(attempt)
    const { rows } = await db.query<CounterRow>(statement, [
      attempt.scope,
      counters.map(([, login]) => login),
      counters.map(([, , address]) => address),
      rule.signInLockMinutes,
    ])
    const { signInAttempts: pair, signInAddressAttempts: address, signInLoginAttempts: login } = rule
    const limits = { pair, address, login }
    const waits: LockWaits = { pair: 0, address: 0, login: 0 }
    for (const [name, login, address] of counters) {
      const row = rows.find(found => found.login === login && found.address === address)
      if (row && isExhausted(row.failures, limits[name])) waits[name] = Math.max(0, row.seconds)
    }
    return waits
  }
}

/**
 * After a success: takes this attempt back, and forgets failures of this login from this address; but not of
 * people: several may share an e-mail, and one of them must not excuse guesses at another.
 */
export async function revertAttempt(db: Queryable, attempt: SignInAttempt): Promise<void> {
  const counters = countersOf(attempt)
  if (attempt.scope !== 'web') {
    const [, login, address] = counters.shift()!
    await db.query('delete from sign_in_failure where scope = $1 and login = $2 and address = $3', [
      attempt.scope,
      login,
      address,
    ])
  }
  for (const [, login, address] of counters) {
    await db.query(
      `update sign_in_failure set failures = greatest(failures - 1, 0)
        where scope = $1 and login = $2 and address = $3`,
      [attempt.scope, login, address],
    )
  }
}

/** Always in this order, so that two attempts don't deadlock. */
function countersOf(attempt: SignInAttempt): Counter[] {
  if (attempt.scope === 'password') return [['pair', attempt.userId, '*']]
  const address = countedAddress(attempt.address)
  if (attempt.login === undefined) return [['address', '', address]]
  const login = storable(attempt.login, LOGIN_LENGTH)
  return [
    ['pair', login, address],
    ['address', '', address],
    ['login', login, ''],
  ]
}

export function countedAddress(address: string): string {
  return storable(addressGroup(address), ADDRESS_LENGTH)
}

/** A login comes from outside: truncated, without NUL, which PostgreSQL can't store; never empty. */
function storable(text: string, kept: number): string {
  return text.replaceAll('\0', '').slice(0, kept) || '?'
}

/**
 * An IPv4 address, or the /64 of an IPv6 one, which belongs to one subscriber; without the port that some
 * proxies add in X-Forwarded-For. A closed connection has no address any more.
 */
export function addressGroup(address: string | undefined): string {
  if (address === undefined) return ''
  const [plain = ''] = withoutPort(address).split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  const version = isIP(plain)
  if (version !== 6) return version === 4 ? plain : address
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? 0 : tail.split(':').length + (tail.includes('.') ? 1 : 0)
  const zeros = tail === undefined ? 0 : 8 - groups.length - after
  const all = [...groups, ...new Array<string>(zeros).fill('0'), ...(tail?.split(':') ?? [])]
  return `${all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

function withoutPort(address: string): string {
  return (
    /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address
  )
}
