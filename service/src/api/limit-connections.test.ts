import { EventEmitter, once } from 'node:events'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../test/support/databases.js'
import { AppError } from '../errors/app-error.js'
import { type LimitedDatabase, limitConnections } from './limit-connections.js'

it('a location has room for one more transaction while it leaves room for another', async () => {
  await using db = await freshDatabase()
  const databaseOf = limitConnections(db, { atOnce: 3, timeoutMs: 5000 })
  const one = databaseOf('one')
  const seen: boolean[] = []
  await one.transaction(async () => {
    seen.push(one.hasRoom())
    await one.transaction(async () => {
      seen.push(one.hasRoom(), databaseOf('other').hasRoom())
    })
  })
  expect([...seen, one.hasRoom()]).toEqual([true, false, true, true])
})

it('a location that may have but one at a time never has room while one runs', async () => {
  await using db = await freshDatabase()
  const only = limitConnections(db, { atOnce: 1, timeoutMs: 5000 })('one')
  expect(await only.transaction(async () => only.hasRoom())).toBe(false)
})

/** Holds the only place of its key until the returned function is called. */
async function hold(db: LimitedDatabase): Promise<() => Promise<void>> {
  const steps = new EventEmitter()
  const begun = once(steps, 'begun')
  const done = db.transaction(async () => {
    const ended = once(steps, 'end')
    steps.emit('begun')
    await ended
  })
  await begun
  return () => {
    steps.emit('end')
    return done
  }
}

it('statements wait for their turn in the order in which they came, those of another location do not', async () => {
  await using db = await freshDatabase()
  const databaseOf = limitConnections(db, { atOnce: 1, timeoutMs: 60_000 })
  const end = await hold(databaseOf('one'))
  const order: number[] = []
  const waiting = [1, 2, 3].map(async number => {
    await databaseOf('one').query('select')
    order.push(number)
  })
  await databaseOf('other').query('select')
  expect(order).toEqual([])
  await Promise.all([end(), ...waiting])
  expect(order).toEqual([1, 2, 3])
})

it('a statement whose client has left no longer waits, and its place is free for the next', async () => {
  await using db = await freshDatabase()
  const databaseOf = limitConnections(db, { atOnce: 1, timeoutMs: 60_000 })
  const one = databaseOf('one')
  const end = await hold(one)
  const client = new AbortController()
  const left = databaseOf('one', { gone: () => client.signal }).query('select')
  const later = new AbortController()
  const until = one.until(later.signal).query('select')
  const stayed = one.query('select')
  client.abort(new Error('the client left'))
  later.abort(new Error('too late'))
  await expect(left).rejects.toThrow('the client left')
  await expect(until).rejects.toThrow('too late')
  await expect(databaseOf('one', { gone: () => client.signal }).query('select')).rejects.toThrow(
    'the client left',
  )
  await Promise.all([end(), stayed])
  expect(await one.transaction(tx => tx.query('select'))).toMatchObject({ rowCount: 1 })
})

it('a statement whose turn does not come is refused, and so is no later one', async () => {
  await using db = await freshDatabase()
  const one = limitConnections(db, { atOnce: 1, timeoutMs: 1 })('one')
  const end = await hold(one)
  const refused = await one.query('select').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(AppError)
  expect(refused).toMatchObject({
    code: 'unavailable',
    reason: { code: 'database-busy' },
    retryAfterSeconds: 1,
  })
  await end()
  await one.query('select')
})

it('a statement or transaction that fails gives its place back', async () => {
  await using db = await freshDatabase()
  const one = limitConnections(db, { atOnce: 1, timeoutMs: 60_000 })('one')
  await expect(one.query('select nothing')).rejects.toThrow()
  await expect(one.copyIn('copy nothing from stdin', '')).rejects.toThrow()
  await expect(
    one.transaction(async () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await one.query('select')
})

it('a request that changes something is refused before its first statement, not between two of them', async () => {
  await using db = await freshDatabase()
  const databaseOf = limitConnections(db, { atOnce: 1, timeoutMs: 1 })
  const [begun, fresh] = [databaseOf('one', { finishes: true }), databaseOf('one', { finishes: true })]
  await begun.query('select')
  const end = await hold(databaseOf('one'))
  const rest = begun.query('select')
  await expect(fresh.query('select')).rejects.toThrow(AppError)
  await end()
  await rest
})
