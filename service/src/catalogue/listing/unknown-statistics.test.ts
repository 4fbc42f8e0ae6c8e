import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect, makePlace } from '../../../test/support/place.js'
import type { Queryable } from '../../db/database.js'
import { listLinks } from '../links/list-links.js'
import { countItems, listItems } from './list-items.js'

const ITEMS = 3000

describeOnEachPostgres('a catalogue that the statistics do not know yet', pg => {
  it('is listed and counted by reading each item a few times, not once for each other', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key } = await connect(db, place)
    const { key: other } = await connect(db, place)
    // Half of them are characteristics; all are in one group.
    const fill = (integrationKey: number) =>
      db.query(
        `insert into catalogue_item (integration_key, item_id, base_id, described, state, name, sort_key, group_ids, search)
         select $1, base || part, base, part = '', 'current', 'Услуга ' || base || part, base || part,
                case part when '' then array['g1'] else '{}' end, to_tsvector('simple', '')
           from (select n::text as base from generate_series(1, $2::int) n) b, unnest(array['', '#1']) part`,
        [integrationKey, ITEMS / 2],
      )
    await db.query('alter table catalogue_item set (autovacuum_enabled = false)')
    await fill(other)
    await db.query('analyze catalogue_item')
    await fill(key)
    await db.query(
      `insert into catalogue_link (integration_key, line_id, item_id, since)
       select $1, 'line-' || item_id, item_id, now() from catalogue_item where integration_key = $1`,
      [key],
    )
    await db.transaction(async tx => {
      expect(await countItems(tx, key)).toEqual({ current: ITEMS, deleted: 0, gone: 0 })
      const mark = (state: string, ids: string[]) =>
        tx.query('update catalogue_item set state = $2 where integration_key = $1 and item_id = any($3)', [
          ...[key, state, ids],
        ])
      // A characteristic that has no state of its own has that of its item.
      await mark('gone', ['1', '2'])
      await mark('deleted', ['2#1', '3#1'])
      expect(await countItems(tx, key)).toEqual({ current: ITEMS - 5, deleted: 2, gone: 3 })
      await mark('current', ['1', '2', '2#1', '3#1'])
      const page = await listItems(tx, key, { limit: 500 })
      expect(page.items).toHaveLength(500)
      expect((await listItems(tx, key, { limit: 500, group: 'g1' })).items).toHaveLength(500)
      expect((await listItems(tx, key, { limit: 500, state: 'gone' })).items).toEqual([])
      expect((await listLinks(tx, key, { limit: 50, orders: 10, bytes: 1_000_000 })).counts.linked).toBe(
        ITEMS,
      )
      expect(await fetched(tx)).toBeLessThan(ITEMS * 60)
    })
  })
})

/** Items read in this transaction. */
async function fetched(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ tuples: number }>(
    `select (coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0))::int as tuples
       from pg_stat_xact_user_tables where relname = 'catalogue_item'`,
  )
  return rows[0]!.tuples
}
