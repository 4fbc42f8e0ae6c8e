import { expect, it } from 'vitest'
import { awayFromMidnight } from '../../test/support/away-from-midnight.js'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { openSession } from '../../test/support/place.js'
import { createDays } from '../journal/partitions.js'
import { createRequestDays } from '../requests/request-partitions.js'
import type { Database } from './database.js'
import { dayOf, firstIdOf, IDS_A_DAY } from './days.js'

const DAY_MS = 86_400_000
/** So many rows of a day that the numbers of all sequences together run over within a week. */
const ROWS_BETWEEN = IDS_A_DAY / 5

describeOnEachPostgres('ids by day', pg => {
  it.each(['exchange_session', 'journal_entry', 'api_request'])(
    'grow within each day, however many there were on others (%s)',
    async table => {
      await awayFromMidnight()
      const db = await pg.freshDatabase()
      const idOf = await readDefault(db, table)
      const days = Array.from({ length: 12 }, (_, at) => dayOf(new Date()) + 1 + at)
      for (const day of days) {
        const dayBefore = new Date((day - 1) * DAY_MS)
        await createDays(db, dayBefore)
        await createRequestDays(db, dayBefore)
        const ids = [await idOf(day)]
        for (let at = 0; at < 2; at++) {
          await skip(db, ROWS_BETWEEN)
          ids.push(await idOf(day))
        }
        expect([ids[0]! >= firstIdOf(day), ids.at(-1)! < firstIdOf(day + 1)]).toEqual([true, true])
        expect(ids).toEqual(ids.toSorted((a, b) => a - b))
      }
    },
  )

  it('go on where they are once their day has begun, whoever makes its tables then', async () => {
    await awayFromMidnight()
    const db = await pg.freshDatabase()
    const before = await openSession(db, 1)
    await db.query('delete from exchange_session')
    await createDays(db, new Date())
    expect(await openSession(db, 1)).toBe(before + 1)
  })
})

/** What the column's default gives on a day. */
async function readDefault(db: Database, table: string): Promise<(day: number) => Promise<number>> {
  const { rows } = await db.query<{ sql: string }>(
    `select pg_get_expr(adbin, adrelid) as sql from pg_attrdef where adrelid = $1::regclass
        and adnum = (select attnum from pg_attribute where attrelid = adrelid and attname = 'id')`,
    [table],
  )
  const sql = rows[0]!.sql.replaceAll('now()', 'to_timestamp($1::bigint * 86400)')
  return async day => (await db.query<{ id: number }>(`select ${sql} as id`, [day])).rows[0]!.id
}

/** As if so many ids had been given meanwhile. */
async function skip(db: Database, count: number): Promise<void> {
  await db.query(
    `select setval(sequencename::regclass, (coalesce(last_value, 1) + $1 - 1) % max_value + 1)
       from pg_sequences where sequencename ~ '^(exchange_session|journal_entry|api_request)_number'`,
    [count],
  )
}
