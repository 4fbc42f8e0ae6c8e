import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect, makePlace, openSession, orderBody, put } from '../../../test/support/place.js'
import type { Database, Queryable } from '../../db/database.js'
import { openBatch } from '../../outbox/open-batch.js'
import { offerPage } from './offer-page.js'

const GIVEN = 4000

describeOnEachPostgres('a batch that the statistics do not know yet', pg => {
  it.each([
    { what: 'this batch', further: false },
    { what: 'earlier batches of the session', further: true },
  ])('is continued without reading again all that $what gave', async ({ further }) => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key: integrationKey } = await connect(db, place)
    const bodies = Array.from({ length: 20 }, (_, n) => orderBody(place, { id: `o-${n}` }))
    for (const body of bodies) await put(db, place, body)
    await db.query('alter table outbox_batch_item set (autovacuum_enabled = false)')
    await give(db, 0)
    await db.query('analyze outbox_batch_item')
    const sessionId = await openSession(db, integrationKey)
    const by = 'query' as const
    const { id: earlier } = await openBatch(db, { integrationKey, sessionId, by, keepUnconfirmed: 3 })
    await give(db, earlier)
    let batchId = earlier
    if (further) {
      await db.query(`update outbox_batch set state = 'sent', sent_at = now() where id = $1`, [earlier])
      batchId = (await openBatch(db, { integrationKey, sessionId, by: 'further-query', keepUnconfirmed: 3 }))
        .id
    }

    await db.transaction(async tx => {
      const inside = { transaction: (work: (tx: Queryable) => Promise<unknown>) => work(tx) } as Database
      const page = { batchId, integrationKey, companyId: place.companyId, limit: 10, further }
      expect((await offerPage(inside, page)).orders).toHaveLength(10)
      const { rows } = await tx.query<{ tuples: number }>(
        `select (coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0))::int as tuples
           from pg_stat_xact_user_tables where relname = 'outbox_batch_item'`,
      )
      expect(rows[0]!.tuples).toBeLessThan(GIVEN / 10)
    })
  })
})

async function give(db: Queryable, batch: number): Promise<void> {
  await db.query(
    `insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
     select $1, 1000000 + n, 1, 0 from generate_series(1, $2::int) n`,
    [batch, GIVEN],
  )
}
