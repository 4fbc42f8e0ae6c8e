import { expect, it } from 'vitest'
import { freshDatabase } from '../../../test/support/databases.js'
import { limitTransactions } from './limit-transactions.js'

it('a location has room for one more transaction while it leaves room for another', async () => {
  await using db = await freshDatabase()
  const databaseOf = limitTransactions(db, { atOnce: 3, timeoutMs: 5000 })
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
  const only = limitTransactions(db, { atOnce: 1, timeoutMs: 5000 })('one')
  expect(await only.transaction(async () => only.hasRoom())).toBe(false)
})
