import type { Reading } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { loadedSql } from '../../orders/history/load-exports.js'
import { unconfirmedEntries } from '../../outbox/entries/entry-sql.js'

/** What became of orders that an integration's 1C was sent to the end and did not confirm. */
export async function countUnconfirmed(
  db: Queryable,
  integrationKey: number,
): Promise<Reading['unconfirmed']> {
  const { rows } = await db.query<Reading['unconfirmed']>(
    `select count(*)::int as orders, (count(*) filter (where ${loadedSql('e', 'c')}))::int as loaded
       from ${unconfirmedEntries('$1')} e
       left join reconciliation c on c.integration_key = $1 and c.order_key = e.order_key`,
    [integrationKey],
  )
  return rows[0]!
}
