import { identify } from '../../src/app/sign-in.js'
import type { Database } from '../../src/db/database.js'
import type { Secrets } from '../../src/db/secrets/open-secrets.js'
import { openHashing } from '../../src/people/sign-in/open-hashing.js'
import type { SignInRule } from '../../src/people/sign-in/sign-in.js'
import { CHEAP_HASH_COST } from './location.js'

/** Nobody has a second factor. */
const NO_SECRETS: Secrets = { seal: async (_tx, text) => text, open: sealed => sealed }

/** The default rule, or with changes. */
export function signInRule(changes: Partial<SignInRule> = {}): SignInRule & { sessionDays: number } {
  const hashing = openHashing({ atOnce: 2, queue: 50, cost: Number(CHEAP_HASH_COST) })
  const failures = { signInAttempts: 10, signInAddressAttempts: 100, signInLoginAttempts: 100 }
  return { ...failures, signInLockMinutes: 10, sessionDays: 30, hashing, secrets: NO_SECRETS, ...changes }
}

/** The integration that a 1C signs in to with this login and password. */
export async function signInAs1c(db: Database, login: string, password: string) {
  const asking = { cookie: undefined, address: '10.0.0.7', opens: true, asksOrders: false }
  const rule = { idleSeconds: 60, attempts: 10 }
  return (await identify(db, { credentials: { login, password }, ...asking }, rule)).integration
}
