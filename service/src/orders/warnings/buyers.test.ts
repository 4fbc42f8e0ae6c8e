import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { holdsUp, makeCompany, makePlace, type TestPlace } from '../../../test/support/place.js'
import type { Database, Queryable } from '../../db/database.js'
import { buyerOf, compareBuyers } from './buyers.js'
import { sweepBuyerKeys } from './sweep-known.js'

interface Person {
  id: string
  phone?: string
  email?: string
  name: string
}

describeOnEachPostgres('buyers of a company', pg => {
  let db: Database
  let place: TestPlace
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  beforeEach(async () => {
    place = await makePlace(db)
  })
  /** Records buyers; returns the other buyers that share a key with each, as `kind of name`. */
  const come = async (
    people: readonly Person[],
    { companyId = place.companyId, tx = db }: { companyId?: string; tx?: Queryable } = {},
  ): Promise<string[][]> => {
    const buyers = people.map(person => buyerOf({ kind: 'entrepreneur', ...person }))
    const orders = buyers.map(buyer => ({ companyId, buyer }))
    const others = await compareBuyers(tx, orders, true)
    expect(await compareBuyers(tx, orders, false)).toEqual(others)
    return others.map(known => known.map(({ kind, name }) => `${kind} of ${name}`))
  }
  const seenDaysAgo = (days: number) =>
    db.query('update buyer_key set last_seen = current_date - $2::int where company_id = $1', [
      place.companyId,
      days,
    ])
  const anna: Person = { id: 'anna', name: 'Анна', phone: '1', email: 'a@example.ru' }
  const boris: Person = { id: 'boris', name: 'Борис', phone: '2' }

  const vera: Person = { id: 'vera', name: 'Вера', phone: '1' }

  it('buyers who share a key are known by each other, in one batch and later', async () => {
    expect(await come([anna, boris])).toEqual([[], []])
    expect(await come([anna, vera, boris])).toEqual([['phone of Вера'], ['phone of Анна'], []])
    expect(await come([anna])).toEqual([['phone of Вера']])
    expect(await come([{ ...anna, phone: '3' }])).toEqual([[]])
    expect(await come([{ id: 'gleb', name: 'Глеб', phone: '3' }])).toEqual([['phone of Анна']])
  })

  it('buyers of different companies have nothing to do with each other', async () => {
    await come([anna])
    const companyId = await makeCompany(db, place.locationId)
    expect(await come([vera], { companyId })).toEqual([[]])
  })

  it('buyers with a shared key who come at the same time are known by each other', async () => {
    let other: Promise<unknown> | undefined
    await db.transaction(async tx => {
      expect(await come([boris], { tx })).toEqual([[]])
      other = come([{ id: 'gleb', name: 'Глеб', phone: '2' }])
      await holdsUp(tx)
    })
    expect(await other).toEqual([['phone of Борис']])
    expect(await come([boris])).toEqual([['phone of Глеб']])
  })

  it('buyers are remembered as long as orders come, and forgotten after that', async () => {
    await come([anna])
    await seenDaysAgo(8)
    await come([anna])
    const { rows } = await db.query<{ days: number }>(
      'select current_date - min(last_seen) as days from buyer_key where company_id = $1',
      [place.companyId],
    )
    expect(rows[0]!.days).toBeLessThan(7)
    expect(await sweepBuyerKeys(db, 30)).toBe(0)
    expect(await come([vera])).toEqual([['phone of Анна']])
    await seenDaysAgo(100)
    expect(await sweepBuyerKeys(db, 99)).toBe(4)
    expect(await come([vera])).toEqual([[]])
    expect(await come([anna])).toEqual([['phone of Вера']])
  })
})
