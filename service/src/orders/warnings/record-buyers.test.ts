import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { makeCompany, makePlace, type TestPlace } from '../../../test/support/place.js'
import type { Database, Queryable } from '../../db/database.js'
import { buyerLookupKey, buyerOf } from './buyer-keys.js'
import { othersOf } from './other-orders.js'
import { recordBuyers } from './record-buyers.js'
import { sweepBuyerKeys } from './sweep-known.js'

interface Person {
  id: string
  phone?: string
  email?: string
  name: string
}

describeOnEachPostgres('a buyer', pg => {
  let db: Database
  let place: TestPlace
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  beforeEach(async () => {
    place = await makePlace(db)
  })
  /** Of whom each of these is told, as `kind of name`. */
  const come = async (
    people: readonly Person[],
    { companyId = place.companyId, tx = db }: { companyId?: string; tx?: Queryable } = {},
  ): Promise<string[][]> => {
    const orders = people.map(({ name, ...rest }) => ({
      ...{ companyId, items: [] },
      buyer: buyerOf({ kind: 'entrepreneur', ...rest, name }),
    }))
    const shared = await recordBuyers(tx, orders)
    const known = {
      itemName: () => undefined,
      buyer: (company: string, key: Parameters<typeof buyerLookupKey>[1]) =>
        shared.get(buyerLookupKey(company, key)),
    }
    return orders.map(order => othersOf(order, known).buyers.map(({ kind, name }) => `${kind} of ${name}`))
  }
  const distinct = async (companyId = place.companyId): Promise<string[]> => {
    const { rows } = await db.query<{ id: string }>(
      'select customer_id as id from distinct_buyer where company_id = $1 order by 1',
      [companyId],
    )
    return rows.map(({ id }) => id)
  }
  const seenDaysAgo = async (days: number): Promise<void> => {
    for (const table of ['buyer_key', 'distinct_buyer'])
      await db.query(`update ${table} set last_seen = current_date - $2::int where company_id = $1`, [
        place.companyId,
        days,
      ])
  }
  const anna: Person = { id: 'anna', name: 'Анна', phone: '1', email: 'a@example.ru' }
  const boris: Person = { id: 'boris', name: 'Борис', phone: '2' }

  it('whose keys nobody else has is distinct until somebody comes with one of them', async () => {
    expect(await come([anna, boris])).toEqual([[], []])
    expect(await distinct()).toEqual(['anna', 'boris'])
    expect(await come([anna, { id: 'vera', name: 'Вера', phone: '1' }, boris])).toEqual([
      ['phone of Вера'],
      ['phone of Анна'],
      [],
    ])
    expect(await distinct()).toEqual(['boris'])
    expect(await come([anna])).toEqual([['phone of Вера']])
    expect(await distinct()).toEqual(['boris'])
  })

  it('is distinct by all keys of the last order, and in one company', async () => {
    await come([anna])
    expect(await come([{ ...anna, phone: '3' }])).toEqual([[]])
    expect(await come([{ id: 'vera', name: 'Вера', phone: '3' }])).toEqual([['phone of Анна']])
    expect(await distinct()).toEqual([])
    const companyId = await makeCompany(db, place.locationId)
    expect(await come([{ id: 'vera', name: 'Вера', phone: '3' }], { companyId })).toEqual([[]])
    expect(await distinct(companyId)).toEqual(['vera'])
  })

  it('who comes twice in a group with different keys is distinct by none', async () => {
    expect(await come([anna, { id: 'anna', name: 'Аня' }, anna])).toEqual([[], [], []])
    expect(await distinct()).toEqual([])
  })

  describe('whose keys several have', () => {
    it('is told so whether or not each was distinct before', async () => {
      const ids = fc.constantFrom('a', 'b', 'c', 'd')
      const person = fc.record(
        {
          id: ids,
          name: fc.constantFrom('Анна', 'Борис', 'Вера', 'Глеб'),
          phone: fc.constantFrom('1', '2', '3', '1\u0001email 2'),
          email: fc.constantFrom('1', '2', '3', '4'),
        },
        { requiredKeys: ['id', 'name'] },
      )
      let wasDistinct = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(person, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
          async groups => {
            const [companyId, other] = [
              await makeCompany(db, place.locationId),
              await makeCompany(db, place.locationId),
            ]
            for (const group of groups) {
              wasDistinct += (await distinct(companyId)).length
              const told = await come(group, { companyId })
              expect(told).toEqual(await come(group, { companyId: other }))
              await db.query('delete from distinct_buyer where company_id = $1', [other])
            }
          },
        ),
        { numRuns: 60 },
      )
      expect(wasDistinct).toBeGreaterThan(50)
    })

    it('is not distinct although both came at the same time', async () => {
      await come([anna])
      await db.query('delete from distinct_buyer where company_id = $1', [place.companyId])
      const vera = { id: 'vera', name: 'Вера', phone: '1' }
      // Each is saved while the other one is not committed yet.
      await db.transaction(async tx => {
        await come([anna], { tx })
        expect(await come([vera])).toEqual([['phone of Анна']])
      })
      await come([vera])
      expect(await come([anna])).toEqual([['phone of Вера']])
      expect(await distinct()).toEqual([])

      await come([boris])
      await db.query('delete from distinct_buyer where company_id = $1', [place.companyId])
      await db.transaction(async tx => {
        await come([{ id: 'gleb', name: 'Глеб', phone: '2' }], { tx })
        expect(await come([boris])).toEqual([[]])
      })
      expect(await come([boris])).toEqual([['phone of Глеб']])
      expect(await distinct()).toEqual([])
    })
  })

  it('is remembered as long as orders come, and looked at key by key once a week', async () => {
    await come([anna])
    await seenDaysAgo(8)
    expect(await come([anna])).toEqual([[]])
    const { rows } = await db.query<{ days: number }>(
      'select current_date - min(last_seen) as days from buyer_key where company_id = $1',
      [place.companyId],
    )
    expect(rows[0]!.days).toBeLessThan(7)
    await come([anna])
    await seenDaysAgo(3)
    expect(await come([anna])).toEqual([[]])
    expect(await sweepBuyerKeys(db, 30)).toBe(0)
    expect(await come([{ id: 'vera', name: 'Вера', phone: '1' }])).toEqual([['phone of Анна']])
  })

  it('who is forgotten is distinct no more', async () => {
    await come([anna])
    await seenDaysAgo(100)
    expect(await sweepBuyerKeys(db, 99)).toBe(3)
    expect(await distinct()).toEqual([])
    expect(await come([{ id: 'vera', name: 'Вера', phone: '1' }])).toEqual([[]])
    expect(await come([anna])).toEqual([['phone of Вера']])
  })
})
