import { afterAll } from 'vitest'
import { openHashing } from '../../src/people/sign-in/open-hashing.js'
import type { SignInRule } from '../../src/people/sign-in/sign-in.js'
import { CHEAP_HASH_COST } from './location.js'

/** The default rule, or with changes; its hashing threads end after the file's tests. */
export function signInRule(changes: Partial<SignInRule> = {}): SignInRule & { sessionDays: number } {
  const hashing = openHashing({ atOnce: 2, queue: 50, cost: Number(CHEAP_HASH_COST) })
  afterAll(() => hashing[Symbol.asyncDispose]())
  const limits = { attempts: 10, addressAttempts: 100, loginAttempts: 100, minutes: 10 }
  return { ...limits, sessionDays: 30, hashing, ...changes }
}
