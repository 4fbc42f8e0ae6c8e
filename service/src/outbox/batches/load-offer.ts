import type { Queryable } from '../../db/database.js'

export interface Offer {
  integrationKey: number
  revision: number
  /** What the client had announced. */
  cmlVersion: string | null
}

/** The revision of an order in a batch, and the batch's integration; undefined if the batch does not contain it. */
export async function loadOffer(
  db: Queryable,
  batchId: number,
  orderKey: number,
): Promise<Offer | undefined> {
  const { rows } = await db.query<Offer>(
    `select b.integration_key as "integrationKey", i.revision, s.cml_version as "cmlVersion"
       from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
       left join exchange_session s on s.id = b.session_id
      where i.batch_id = $1 and i.order_key = $2`,
    [batchId, orderKey],
  )
  return rows[0]
}
