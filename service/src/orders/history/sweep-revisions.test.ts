import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { makePlace, put } from '../../../test/support/place.js'
import { sweepRevisions } from './sweep-revisions.js'

describeOnEachPostgres('old revisions', pg => {
  it('are looked at once a sweep, however many before them were replaced too late to go', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    await put(db, place)
    // Orders of their own, for the content of one is like that of another: the first thousand was replaced this year, the rest long ago.
    await db.query(
      `insert into sale_order (location_id, id, company_id, sequence_number, revision, content, payment_numbers, status, canceled, gateways,
                               placed_at, total, customer_name, search, content_size, currency, changed_at)
       select location_id, id || n, company_id, sequence_number + n, 3, content, payment_numbers, status, canceled, gateways,
              placed_at, total, customer_name, search, content_size, currency, case when n <= 2500 then now() else now() - interval '400 days' end
         from sale_order, generate_series(1, 5000) n`,
    )
    await db.query(
      `insert into order_revision (order_key, revision, content, content_size, recorded_at)
       select key, 2, content, content_size, now() - interval '500 days' + sequence_number * interval '1 second' from sale_order where revision = 3`,
    )
    await db.query('analyze sale_order, order_revision')
    let reads = 0
    const counting = new Proxy(db, {
      get: (target, name) =>
        name === 'transaction'
          ? (work: Parameters<typeof db.transaction>[0]) =>
              db.transaction(async tx => {
                const result = await work(tx)
                const { rows } = await tx.query<{ read: number }>(
                  `select pg_stat_get_xact_tuples_returned('order_revision'::regclass)
                          + (select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_index
                              where indexrelid = 'order_revision_age'::regclass) as read`,
                )
                reads += Number(rows[0]!.read)
                return result
              })
          : Reflect.get(target, name),
    })
    expect(await sweepRevisions(counting, 365)).toBe(2500)
    // At most all of a table this small in each of the five steps.
    expect(reads).toBeLessThan(6 * 5000)
    const { rows } = await db.query<{ left: number }>('select count(*) as left from order_revision')
    expect(rows[0]!.left).toBe(2500)
  })
})
