import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { connect, makePlace, put } from '../../test/support/place.js'
import type { TaskOfOrder } from './task.js'
import { sweepTasks, writeTasks } from './write-tasks.js'

const task = (event: string): TaskOfOrder => ({ event, code: 'undo-payment', params: { id: event } })

describeOnEachPostgres('tasks', pg => {
  /** An order with tasks about these events. */
  const begin = async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key: integrationKey } = await connect(db, place)
    await put(db, place)
    const { rows } = await db.query<{ key: number }>('select key from sale_order')
    const write = (...events: string[]) =>
      db.transaction(tx =>
        writeTasks(tx, [{ integrationKey, orderKey: rows[0]!.key, tasks: events.map(task) }]),
      )
    return { db, write }
  }

  it('that were done long ago are forgotten, and what they were about brings about none again', async () => {
    const { db, write } = await begin()
    const events = async () => {
      const kept = await db.query<{ event: string }>('select event from accounting_task order by event')
      return kept.rows.map(({ event }) => event)
    }
    await write('long ago', 'lately', 'open')
    await db.query(
      `update accounting_task set settled = false, done_at = now() - case event when 'long ago' then interval '366 days' else interval '1 day' end
        where event <> 'open'`,
    )
    expect(await sweepTasks(db, 365)).toBe(1)
    expect(await events()).toEqual(['lately', 'open'])
    await write('long ago', 'lately', 'open', 'new')
    expect(await events()).toEqual(['lately', 'new', 'open'])
    expect(await sweepTasks(db, 365)).toBe(0)
  })

  it('that settled themselves long ago come again with their cause', async () => {
    const { db, write } = await begin()
    await write('undo:pay-1')
    await write()
    await db.query(`update accounting_task set done_at = done_at - interval '366 days'`)
    expect(await sweepTasks(db, 365)).toBe(1)
    await write('undo:pay-1')
    const open = await db.query('select event from accounting_task where done_at is null')
    expect(open.rows).toEqual([{ event: 'undo:pay-1' }])
  })
})
