import { randomBytes } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { makePlace } from '../../test/support/place.js'
import { type Database, openDatabase } from '../db/database.js'
import type { NewEvent } from './event.js'
import { listEvents, sweepEvents } from './list-events.js'
import { recordEvents } from './record-events.js'

describeOnEachPostgres('the feed of events', pg => {
  let db: Database
  let locationId: string
  beforeEach(async () => {
    db = await pg.freshDatabase()
    locationId = (await makePlace(db)).locationId
  })
  const test = (message: string): NewEvent => ({ type: 'test', locationId, data: { message } })
  const record = (...messages: string[]): Promise<string[]> =>
    db.transaction(tx => recordEvents(tx, messages.map(test)))
  const read = async (after?: string, limit = 500) => {
    const { items, next } = await listEvents(db, { locationId, after, limit })
    return { messages: items.map(({ data }) => (data as { message: string }).message), items, next }
  }

  it('tells each event once, in order, and goes on where it ended', async () => {
    await record('a', 'b', 'c')
    const first = await read(undefined, 2)
    expect(first.messages).toEqual(['a', 'b'])
    expect((await read(first.next)).messages).toEqual(['c'])
    expect((await read(first.items[1]!.id)).messages).toEqual(['c'])
    const end = await read((await read(first.next)).next)
    expect(end.messages).toEqual([])
    await record('d')
    expect((await read(end.next)).messages).toEqual(['d'])
  })

  it('ends a page early where events are large, and goes on with the rest', async () => {
    const large = Array.from({ length: 5 }, () => randomBytes(75_000).toString('hex'))
    await record('a', ...large, 'b')
    const pages: number[] = []
    const told: string[] = []
    for (let after: string | undefined; told.length < 7; ) {
      const { messages, next } = await read(after)
      pages.push(messages.length)
      told.push(...messages)
      after = next
    }
    expect(told).toEqual(['a', ...large, 'b'])
    expect(pages).toEqual([3, 2, 2])
  })

  it('refuses a place that it never reached, as after the restore of a backup', async () => {
    await record('a', 'b')
    const { next } = await read()
    await expect(read(String(Number(next) + 1))).rejects.toMatchObject({ code: 'invalid' })
    await record('c')
    expect((await read(next)).messages).toEqual(['c'])
  })

  it('goes on at the same place after obmen copy, which restarts its sequence', async () => {
    await record('a', 'b')
    const { next } = await read()
    await db.query(`alter sequence event_position restart with ${Number(next) + 1}`)
    expect((await read(next)).messages).toEqual([])
    await record('c')
    expect((await read(next)).messages).toEqual(['c'])
  })

  it('has nothing of a change that was undone', async () => {
    const undone = db.transaction(async tx => {
      await recordEvents(tx, [test('never')])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect((await read()).messages).toEqual([])
  })

  it('shows what commits late after what was read meanwhile, never before it', async () => {
    let commit = (): void => {}
    const held = new Promise<void>(resolve => {
      commit = resolve
    })
    let recorded = (): void => {}
    const begun = new Promise<void>(resolve => {
      recorded = resolve
    })
    const late = db.transaction(async tx => {
      await recordEvents(tx, [test('late')])
      recorded()
      await held
    })
    await begun
    await record('early')
    const before = await read()
    expect(before.messages).toEqual(['early'])
    commit()
    await late
    expect((await read(before.next)).messages).toEqual(['late'])
    expect((await read()).messages).toEqual(['early', 'late'])
  })

  it('skips and repeats nothing while many write, some roll back and two servers read', async () => {
    const committed: string[] = []
    await using other = openDatabase({ url: db.url, poolSize: 3 })
    const write = async (writer: number): Promise<void> => {
      for (let turn = 0; turn < 20; turn++) {
        const messages = [`${writer}-${turn}-a`, `${writer}-${turn}-b`]
        await db
          .transaction(async tx => {
            await recordEvents(tx, [test(messages[0]!)])
            // Lets transactions overlap in any order.
            await tx.query('select pg_sleep(random() * 0.01)')
            await recordEvents(tx, [test(messages[1]!)])
            if (turn % 5 === 4) throw new Error('undone')
          })
          .then(
            () => committed.push(...messages),
            () => undefined,
          )
      }
    }
    let writing = true
    const follow = async (reader: Database): Promise<string[]> => {
      const seen: string[] = []
      let after: string | undefined
      for (;;) {
        const wasWriting = writing
        const { items, next } = await listEvents(reader, { locationId, after, limit: 7 })
        seen.push(...items.map(({ data }) => (data as { message: string }).message))
        after = next
        if (!wasWriting && items.length === 0) return seen
      }
    }
    const followers = [follow(db), follow(other)]
    await Promise.all(Array.from({ length: 6 }, (_, writer) => write(writer)))
    writing = false
    for (const seen of await Promise.all(followers)) {
      expect(seen.toSorted()).toEqual(committed.toSorted())
      for (let writer = 0; writer < 6; writer++) {
        const own = (list: string[]) => list.filter(message => message.startsWith(`${writer}-`))
        expect(own(seen)).toEqual(own(committed))
      }
    }
  })

  it('forgets what is older than its days, and goes on after it', async () => {
    await record('old')
    const { next } = await read()
    await db.query(`update event set created_at = now() - interval '31 days'`)
    await record('new')
    expect(await sweepEvents(db, 30)).toBe(1)
    expect((await read(next)).messages).toEqual(['new'])
    expect((await read()).messages).toEqual(['new'])
    await expect(read('of-nobody')).rejects.toMatchObject({ code: 'invalid' })
  })
})
