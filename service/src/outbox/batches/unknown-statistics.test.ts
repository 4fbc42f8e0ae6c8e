import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect, makePlace, openSession } from '../../../test/support/place.js'
import type { Database, Queryable } from '../../db/database.js'
import { confirmBatch } from '../confirm-batch.js'
import { openBatch } from '../open-batch.js'
import { markSent } from './mark-sent.js'

const ORDERS = 2000

describeOnEachPostgres('an integration that the statistics do not know yet', pg => {
  it('marks and confirms a batch by reading each entry a few times, not once for each other', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key: integrationKey } = await connect(db, place)
    const fill = (key: number) =>
      db.query(
        `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision)
         select $1, n, 1, 1 from generate_series(1, $2::int) n`,
        [key, ORDERS],
      )
    await db.query('alter table outbox_entry set (autovacuum_enabled = false)')
    await db.query('alter table outbox_batch_item set (autovacuum_enabled = false)')
    // The statistics know another integration and batch alone.
    await fill(integrationKey + 1)
    await db.query(
      `insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
       select 0, n, 1, 0 from generate_series(1, $1::int) n`,
      [ORDERS],
    )
    await db.query('analyze outbox_entry, outbox_batch_item')
    await fill(integrationKey)
    const sessionId = await openSession(db, integrationKey)
    const { id: batch } = await openBatch(db, { integrationKey, sessionId, by: 'query', keepUnconfirmed: 3 })
    await db.query(
      `insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
       select $1, n, 1, 0 from generate_series(1, $2::int) n`,
      [batch, ORDERS],
    )
    await db.query('update outbox_batch set order_count = $2 where id = $1', [batch, ORDERS])

    await db.transaction(async tx => {
      const inside = {
        ...tx,
        transaction: (work: (tx: Queryable) => Promise<unknown>) => work(tx),
      } as Database
      expect(await markSent(inside, batch)).toBe(true)
      const marked = await fetched(tx)
      expect(marked).toBeLessThan(ORDERS * 20)
      await confirmBatch(inside, { integrationKey, sessionId, itemsAtOnce: 500 })
      expect((await fetched(tx)) - marked).toBeLessThan(ORDERS * 20)
    })
  })
})

/** Entries read in this transaction. */
async function fetched(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ tuples: number }>(
    `select (coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0))::int as tuples
       from pg_stat_xact_user_tables where relname = 'outbox_entry'`,
  )
  return rows[0]!.tuples
}
