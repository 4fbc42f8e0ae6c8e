import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { DEFAULT_HASH_COST } from './derive-key.js'
import { type Hashing, openHashing } from './open-hashing.js'
import { hashPassword, verifyPassword } from './password-hash.js'

let hashing: Hashing
afterEach(() => hashing[Symbol.asyncDispose]())
let logins = 0
const hash = (password = 'some password', login = `login ${logins++}`) =>
  hashing.enter(login, keys => hashPassword(password, keys))

it('a hash made on a thread is known everywhere, and the other way round', async () => {
  hashing = openHashing({ atOnce: 1, queue: 1, cost: DEFAULT_HASH_COST })
  const made = await hash('пароль')
  expect(made).toMatch(/^scrypt\$32768\$8\$1\$[\w+/=]{24}\$[\w+/=]{44}$/)
  expect(await verifyPassword('пароль', made)).toBe('right')
  const here = await hashPassword('пароль')
  expect(await hashing.enter('login', keys => verifyPassword('пароль', here, keys))).toBe('right')
  expect(await hashing.enter('login', keys => verifyPassword('other', here, keys))).toBe('wrong')
})

it('a password hashed for less than a hash costs now is right, but outdated; one hashed for more is not', async () => {
  hashing = openHashing({ atOnce: 1, queue: 1, cost: 11 })
  const made = await hash('пароль')
  expect(made).toMatch(/^scrypt\$2048\$8\$1\$/)
  const check = () => hashing.enter('login', keys => verifyPassword('пароль', made, keys))
  expect(await check()).toBe('right')
  for (const [cost, expected] of [
    [12, 'outdated'],
    [10, 'right'],
  ] as const) {
    await hashing[Symbol.asyncDispose]()
    hashing = openHashing({ atOnce: 1, queue: 1, cost })
    expect(await check()).toBe(expected)
  }
})

it('compression never waits for passwords that are being hashed', async () => {
  hashing = openHashing({ atOnce: 2, queue: 50, cost: DEFAULT_HASH_COST })
  await hash()
  let done = 0
  const hashes = Array.from({ length: 30 }, () => hash().then(() => done++))
  await promisify(gzip)('a page of orders')
  expect(done).toBeLessThan(15)
  await Promise.all(hashes)
})

it('whoever finds the queue full is refused at once, with the time to come back, and the next is served', async () => {
  hashing = openHashing({ atOnce: 2, queue: 3, cost: DEFAULT_HASH_COST })
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => hash()))
  const refused = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toHaveLength(3)
  for (const reason of refused)
    expect(reason).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: expect.any(Number) })
  await hash()
})

it('one login takes half of the places at most, so that another one still enters', async () => {
  hashing = openHashing({ atOnce: 2, queue: 3, cost: DEFAULT_HASH_COST })
  const results = Promise.allSettled(Array.from({ length: 8 }, () => hash('password', 'one')))
  await hash('password', 'another')
  expect((await results).filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  await hash('password', 'one')
})
