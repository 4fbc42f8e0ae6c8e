import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { expect, it } from 'vitest'
import { type Hashing, type HashingCaller, openHashing } from './open-hashing.js'
import { hashPassword } from './password-hash.js'

let hashing: Hashing
let callers = 0
/** By default of another login at another address each time. */
const hash = (by: Partial<HashingCaller> = {}, password = 'some password') => {
  const number = callers++
  const caller = { login: `login ${number}`, address: `192.0.2.${number}`, ...by }
  return hashing.enter(caller, cost => hashPassword(password, cost))
}
const entered = (results: PromiseSettledResult<string>[]) =>
  results.filter(({ status }) => status === 'fulfilled').length

it('compression never waits for passwords that are being hashed', async () => {
  hashing = openHashing({ atOnce: 2, queue: 50, cost: 15 })
  await hash()
  let done = 0
  const hashes = Array.from({ length: 30 }, () => hash().then(() => done++))
  await promisify(gzip)('a page of orders')
  expect(done).toBeLessThan(15)
  await Promise.all(hashes)
})

it('who finds the queue full is refused at once', async () => {
  hashing = openHashing({ atOnce: 2, queue: 3, cost: 15 })
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => hash()))
  const refused = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toHaveLength(3)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'too-many-requests' })
  await hash()
})

it('one login takes a quarter of the places at most, at whatever addresses', async () => {
  hashing = openHashing({ atOnce: 2, queue: 50, cost: 10 })
  const results = Promise.allSettled(Array.from({ length: 52 }, () => hash({ login: 'one' })))
  await hash({ login: 'another' })
  expect(entered(await results)).toBe(13)
  await hash({ login: 'one' })
})

it('one address takes a quarter of the places at most, whatever the logins', async () => {
  hashing = openHashing({ atOnce: 2, queue: 50, cost: 10 })
  const results = Promise.allSettled(
    Array.from({ length: 52 }, (_, index) =>
      hash({ login: `person ${index % 13}`, address: `2001:db8:1:2::${index}` }),
    ),
  )
  await hash({ address: '2001:db8:1:3::1' })
  expect(entered(await results)).toBe(13)
})

it('people at one address are served one after the other, with the fewest places too', async () => {
  hashing = openHashing({ atOnce: 1, queue: 0, cost: 10 })
  for (let person = 0; person < 5; person++) await hash({ address: '192.0.2.1' })
})
