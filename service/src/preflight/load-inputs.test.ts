import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { connect, makePlace, put } from '../../test/support/place.js'
import { countRowsRead } from '../../test/support/postgres/rows-read.js'
import { loadInputs } from './load-inputs.js'

const ORDERS = 20
const HELD = 5000

describeOnEachPostgres('the month of which its 1C refused to change an order', pg => {
  it.each(['bp', 'ut', 'auto'] as const)(
    'is looked for once for many orders, not among those held (%s)',
    async client => {
      const db = await pg.freshDatabase()
      const place = await makePlace(db)
      const { key } = await connect(db, place, { client, paymentrules: [{}], paymentmethodname: 'Карта' })
      const placedAt = ['2026-08-15T12:00:00+05:00', '2026-10-15T12:00:00+05:00', '2026-09-15T12:00:00+05:00']
      for (let at = 0; at < ORDERS; at++)
        await put(db, place, { id: `olv-${at}`, placedAt: placedAt[at % 3]! })
      await db.query(
        `update outbox_entry set first_sent_at = now(), sent_revision = 1, sent_number = order_key::text, confirmed_at = now()`,
      )
      // The newest that is refused is of October; one that was confirmed since is no longer.
      await db.query(
        `update outbox_entry e set held_kind = 'quarantine', held_since = now(), held_code = 'refused'
         from sale_order o where o.key = e.order_key and o.id in ('olv-0', 'olv-1', 'olv-2')`,
      )
      await db.query(
        `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, confirmed_at, held_kind, held_since, held_code)
       select $1, 1000000 + n, 1, 1, now(), 'person', now(), 'person' from generate_series(1, ${HELD}) n`,
        [key],
      )
      await db.query('analyze')
      const { rows } = await db.query<{ key: number; id: string }>(
        'select key, id from sale_order order by key',
      )
      const { db: counted, rowsRead } = countRowsRead(db, 'outbox_entry')
      const inputs = await loadInputs(
        counted,
        rows.map(({ key }) => key),
      )
      const refused = { before: '2026-11-01', number: String(rows.find(({ id }) => id === 'olv-1')!.key) }
      expect(inputs.map(({ input }) => input.history.refusedPeriod)).toEqual(
        rows.map((_, at) => (at < 3 || client === 'ut' ? undefined : refused)),
      )
      expect(rowsRead()).toBeLessThan(4 * ORDERS)
    },
  )
})
