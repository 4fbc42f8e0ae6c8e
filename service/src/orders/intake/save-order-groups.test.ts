import { beforeAll, describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  connect,
  holdsUp,
  makeCompany,
  makePlace,
  orderBody,
  put,
  refusal,
} from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { getOrder } from '../get-order.js'
import { saveOrderGroups } from './save-orders.js'

describeOnEachPostgres('saving groups of orders', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  const begin = async () => {
    const place = await makePlace(db)
    return { place, integration: await connect(db, place) }
  }

  it('a batch of thousands is saved group by group, numbered in its order', async () => {
    const { place, integration } = await begin()
    const ids = Array.from({ length: 1_203 }, (_, index) => `o-${index}`)
    async function* groups() {
      for (let start = 0; start < ids.length; start += 400)
        yield ids.slice(start, start + 400).map(id => ({ body: orderBody(place, { id }) }))
    }
    const results = []
    for await (const saved of saveOrderGroups(db, place.locationId, groups())) results.push(...saved)
    expect(results.map(result => accepted(result).number)).toEqual(ids.map((_, index) => String(index + 1)))
    const { rows } = await db.query<{ owed: number }>(
      'select count(*) as owed from outbox_entry where integration_key = $1',
      [integration.key],
    )
    expect(rows[0]!.owed).toBe(ids.length)
  })

  it('a stream outlives a failure of the database: what was not saved is refused, what follows is saved', async () => {
    const { place } = await begin()
    const constraint = `check (id not like 'bad%') not valid`
    await db.query(`alter table sale_order add constraint no_bad ${constraint}`)
    try {
      const groups = [['a'], ['bad-1', 'b'], ['c'], ['bad-2'], ['d', 'e']]
      const failed = new AppError('unavailable', 'База данных сейчас не отвечает.')
      async function* slowly() {
        for (const ids of groups) {
          yield ids.map(id => ({ body: orderBody(place, { id }) }))
          await new Promise(setImmediate)
        }
      }
      const results = []
      for await (const saved of saveOrderGroups(db, place.locationId, slowly(), { refuse: () => failed }))
        results.push(...saved)
      expect(
        results.map(result => [result.id, 'error' in result ? result.error.code : result.number]),
      ).toEqual([
        ['a', '1'],
        ['bad-1', 'unavailable'],
        ['b', 'unavailable'],
        ['c', '2'],
        ['bad-2', 'unavailable'],
        ['d', '3'],
        ['e', '4'],
      ])
      await expect(put(db, place, { id: 'bad-3' })).rejects.toMatchObject({ constraint: 'no_bad' })
    } finally {
      await db.query('alter table sale_order drop constraint no_bad')
    }
  })

  describe('two groups in a row', () => {
    /** Begins to save groups of the given ids, of which the first can't get its numbers until `release`. */
    async function beginBlocked(groups: readonly string[][], mayOverlap = true) {
      const { place } = await begin()
      await put(db, place, { id: 'first of all' })
      let started = 0
      let running = 0
      let mostAtOnce = 0
      const counted: Database = {
        ...db,
        async transaction(work) {
          started++
          mostAtOnce = Math.max(mostAtOnce, ++running)
          try {
            return await db.transaction(work)
          } finally {
            running--
          }
        },
      }
      let release = (): void => undefined
      const released = new Promise<void>(resolve => {
        release = resolve
      })
      let lock = (): void => undefined
      const locked = new Promise<void>(resolve => {
        lock = resolve
      })
      const blocker = db.transaction(async tx => {
        await tx.query('select from company_counter where company_id = $1 for update', [place.companyId])
        lock()
        await released
      })
      await locked
      const comment = (group: number): string => `group ${group}`
      const inputs = groups.map((ids, group) =>
        ids.map(id => ({ body: orderBody(place, { id, comment: comment(group) }) })),
      )
      const saving = (async () => {
        const results = []
        const options = { mayOverlap: () => mayOverlap }
        for await (const saved of saveOrderGroups(counted, place.locationId, inputs, options))
          results.push(...saved)
        return results
      })()
      return {
        place,
        saving,
        startedTransactions: () => started,
        mostAtOnce: () => mostAtOnce,
        async release() {
          release()
          await blocker
        },
      }
    }

    it('the second begins while the first is saved, and is numbered after it', async () => {
      const { place, saving, startedTransactions, release } = await beginBlocked([['a', 'b'], ['c'], ['d']])
      await expect.poll(startedTransactions).toBe(2)
      await put(db, place, { id: 'first of all', comment: 'others go on' })
      await release()
      expect((await saving).map(result => [result.id, accepted(result).number])).toEqual([
        ['a', '2'],
        ['b', '3'],
        ['c', '4'],
        ['d', '5'],
      ])
      expect(startedTransactions()).toBe(3)
    })

    it('the second lets go of its orders while the first, which met a race, waits for another sender', async () => {
      const { place, saving, release } = await beginBlocked([['raced', 'a'], ['first of all']])
      const isFree = async (id: string) => {
        const { rows } = await db.query(
          'select from sale_order where location_id = $1 and id = $2 for update skip locked',
          [place.locationId, id],
        )
        return rows.length > 0
      }
      await expect.poll(() => isFree('first of all')).toBe(false)
      const elsewhere = { ...place, companyId: await makeCompany(db, place.locationId) }
      accepted(await put(db, elsewhere, { id: 'raced' }))
      await db.transaction(async tx => {
        const lock = (id: string) =>
          tx.query('select from sale_order where location_id = $1 and id = $2 for update', [
            place.locationId,
            id,
          ])
        await lock('raced')
        await release()
        await holdsUp(tx)
        await tx.query(`set local lock_timeout = '10s'`)
        await lock('first of all')
      })
      const [raced, ...others] = await saving
      expect(refusal(raced)).toBe('company-fixed')
      expect(others.map(result => [result.id, accepted(result).number, accepted(result).revision])).toEqual([
        ['a', '2', 1],
        ['first of all', '1', 2],
      ])
    })

    it('after one that locked again, the following ones go on side by side without giving way', async () => {
      const { saving, startedTransactions, release } = await beginBlocked([
        ['a', 'a'],
        ['b'],
        ['c'],
        ['d'],
        ['e'],
      ])
      await expect.poll(startedTransactions).toBe(2)
      await release()
      expect((await saving).map(result => accepted(result).number)).toEqual(['2', '2', '3', '4', '5', '6'])
      // Two of the first, two of the second, which gave way, and one of each other.
      expect(startedTransactions()).toBe(7)
    })

    it('the second waits for the first where there is no room for its transaction', async () => {
      const { saving, mostAtOnce, release } = await beginBlocked([['a'], ['b'], ['c']], false)
      await release()
      expect((await saving).map(result => accepted(result).number)).toEqual(['2', '3', '4'])
      expect(mostAtOnce()).toBe(1)
    })

    it('the same order in both is changed twice, in their order', async () => {
      const { place, saving, release } = await beginBlocked([
        ['a', 'b'],
        ['b', 'c'],
      ])
      await release()
      expect((await saving).map(result => [result.id, accepted(result).revision])).toEqual([
        ['a', 1],
        ['b', 1],
        ['b', 2],
        ['c', 1],
      ])
      expect((await getOrder(db, place.locationId, 'b')).order.comment).toBe('group 1')
    })

    it('the second is not saved if the first fails and nobody takes the refusals', async () => {
      await db.query(`alter table sale_order add constraint no_bad check (id not like 'bad%') not valid`)
      try {
        const { place, saving, startedTransactions, release } = await beginBlocked([['bad'], ['good']])
        saving.catch(() => undefined)
        await expect.poll(startedTransactions).toBe(2)
        await release()
        await expect(saving).rejects.toMatchObject({ constraint: 'no_bad' })
        await expect(getOrder(db, place.locationId, 'good')).rejects.toMatchObject({ code: 'not-found' })
      } finally {
        await db.query('alter table sale_order drop constraint no_bad')
      }
    })
  })

  it('a sender that waits for an answer before it sends more gets it', async () => {
    const { place } = await begin()
    let answered: (() => void) | undefined
    async function* patiently() {
      for (const id of ['a', 'b', 'c']) {
        const answer = new Promise<void>(resolve => {
          answered = resolve
        })
        yield [{ body: orderBody(place, { id }) }]
        await answer
      }
    }
    const ids = []
    for await (const results of saveOrderGroups(db, place.locationId, patiently())) {
      ids.push(...results.map(({ id }) => id))
      answered!()
    }
    expect(ids).toEqual(['a', 'b', 'c'])
  })
})
