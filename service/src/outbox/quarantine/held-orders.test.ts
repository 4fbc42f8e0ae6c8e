import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect, makePlace, openSession, put } from '../../../test/support/place.js'
import { countRowsRead } from '../../../test/support/postgres/rows-read.js'
import type { Database } from '../../db/database.js'
import { offerPage } from '../../orders/routing/offer-page.js'
import { markSent } from '../batches/mark-sent.js'
import { confirmBatch } from '../confirm-batch.js'
import { openBatch } from '../open-batch.js'
import { planBatch, type QuarantineRules } from './plan-batch.js'

const RULES: QuarantineRules = { after: 2, pauseSeconds: 0, blamesLast: false, limit: 100 }
const HELD = 5000
/** Of these, what every success and query may read of an integration that has hardly anything to send. */
const FEW = 50

describeOnEachPostgres('orders held by a person, of which an integration has very many', pg => {
  const withHeld = async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key } = await connect(db, place)
    await put(db, place)
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, confirmed_at, held_kind, held_since, held_code)
       select $1, 1000000 + n, 1, 1, now(), 'person', now(), 'person' from generate_series(1, ${HELD}) n`,
      [key],
    )
    await db.query('analyze outbox_entry')
    const { db: counted, rowsRead } = countRowsRead(db, 'outbox_entry')
    const sessions = [await openSession(db, key), await openSession(db, key)] as const
    return { counted, rowsRead, companyId: place.companyId, key, sessions }
  }

  it('are neither read nor locked by a success', async () => {
    const { key, companyId, counted, rowsRead, sessions } = await withHeld()
    const [sessionId] = sessions
    await give(counted, { key, companyId, sessionId })
    const before = await heldRows(counted)
    const countedBefore = rowsRead()
    expect(await confirmBatch(counted, { integrationKey: key, sessionId })).toMatchObject({ orders: 1 })
    expect(rowsRead() - countedBefore).toBeLessThan(FEW)
    // Of a row that was locked, xmax names who did it last, also afterwards.
    expect(await heldRows(counted)).toEqual(before)
  })

  it('are not read by a query, whether or not there is anything to examine', async () => {
    const { key, companyId, counted, rowsRead, sessions } = await withHeld()
    const [sessionId, later] = sessions
    const plan = () =>
      counted.transaction(tx => planBatch(tx, { integrationKey: key, sessionId: later }, RULES))
    expect(await plan()).toEqual({ selection: undefined, notes: [] })
    expect(rowsRead()).toBeLessThan(FEW)
    await give(counted, { key, companyId, sessionId })
    expect((await plan()).notes).not.toEqual([])
    expect(rowsRead()).toBeLessThan(FEW)
  })
})

/** Sends everything that is owed, to the end. */
async function give(
  db: Database,
  { key, companyId, sessionId }: { key: number; companyId: string; sessionId: number },
): Promise<void> {
  const { id } = await openBatch(db, { integrationKey: key, sessionId, by: 'further-query' })
  const page = { batchId: id, integrationKey: key, companyId, limit: 100, further: true }
  await offerPage(db, page)
  await db.query('update outbox_batch set order_count = 1 where id = $1', [id])
  await markSent(db, id)
}

async function heldRows(db: Database): Promise<object[]> {
  const { rows } = await db.query<object>(
    `select order_key, xmin::text, xmax::text from outbox_entry where held_kind = 'person' order by order_key`,
  )
  return rows
}
