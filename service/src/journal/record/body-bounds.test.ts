import { randomBytes } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { awayFromMidnight } from '../../../test/support/away-from-midnight.js'
import { describeOnEachPostgres, describeOnNewestPostgres } from '../../../test/support/databases.js'
import {
  aJournal,
  anIntegration,
  aRequest,
  aSession,
  type KnownIntegration,
  TEXT,
} from '../../../test/support/journal.js'
import type { Database } from '../../db/database.js'
import type { Journal } from './open-journal.js'

const KB = 1024
const LIMIT = 2000 * KB

describeOnEachPostgres('bodies that the journal keeps of one integration and day', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })

  /** Records a file of random bytes that is refused. */
  async function refuse(
    journal: Journal,
    integration: KnownIntegration,
    bytes: number,
    mode = 'file',
  ): Promise<void> {
    const record = journal.record(aRequest(mode, { method: 'POST' }))
    record.integration(integration)
    record.session(await aSession(db, integration))
    for (let sent = 0; sent < bytes; sent += 50 * KB) await record.requestPiece(randomBytes(50 * KB))
    record.answer(200, TEXT)
    await record.responsePiece(Buffer.from('failure\nnot a file of 1C'))
    record.finish('failure')
    await record.written()
  }
  const keptOf = async ({ key }: KnownIntegration) => {
    const { rows } = await db.query<{ asked: number; answers: number; sent: number; kept: number }>(
      `select coalesce(sum(length(content)) filter (where side = 'request'), 0)::int as asked,
              count(*) filter (where side = 'response')::int as answers,
              (select sum(request_size) from journal_entry where integration_key = $1)::int as sent,
              (select sum(request_kept) from journal_entry where integration_key = $1)::int as kept
         from journal_body where entry_id in (select id from journal_entry where integration_key = $1)`,
      [key],
    )
    return rows[0]!
  }

  it('are bounded for all servers together; beyond that they are counted and answers kept', async () => {
    await awayFromMidnight()
    const [greedy, other] = [await anIntegration(db), await anIntegration(db)]
    await using journal = aJournal(db, undefined, LIMIT)
    await using elsewhere = aJournal(db, undefined, LIMIT)
    for (let at = 0; at < 10; at++) {
      await refuse(journal, greedy, 500 * KB)
      await refuse(elsewhere, greedy, 500 * KB)
    }
    const kept = await keptOf(greedy)
    expect(kept.asked).toBeLessThanOrEqual(LIMIT)
    expect(kept).toMatchObject({ answers: 20, sent: 20 * 500 * KB })
    expect(kept.kept).toBeGreaterThanOrEqual(LIMIT - 500 * KB)
    expect(kept.kept).toBeLessThanOrEqual(LIMIT)
    await refuse(journal, other, 500 * KB)
    expect(await keptOf(other)).toMatchObject({ answers: 1, sent: 500 * KB, kept: 500 * KB })
  })

  it('are not kept of calls that need none, only counted', async () => {
    const integration = await anIntegration(db)
    await using journal = aJournal(db, undefined, LIMIT)
    for (const mode of ['query', 'checkauth', 'nonsense']) await refuse(journal, integration, 500 * KB, mode)
    const { kept, sent } = await keptOf(integration)
    expect(sent).toBe(3 * 500 * KB)
    expect(kept).toBeLessThanOrEqual(3 * KB)
  })

  it('have their limit again on the next day', async () => {
    await awayFromMidnight()
    const greedy = await anIntegration(db)
    await using journal = aJournal(db, undefined, LIMIT)
    await refuse(journal, greedy, LIMIT)
    await refuse(journal, greedy, LIMIT)
    expect((await keptOf(greedy)).kept).toBeLessThanOrEqual(LIMIT)
    await db.query('update journal_day set day = day - 1 where integration_key = $1', [greedy.key])
    await using tomorrow = aJournal(db, undefined, LIMIT)
    await refuse(tomorrow, greedy, 500 * KB)
    const { rows } = await db.query(
      'select from journal_entry where integration_key = $1 and request_kept = $2',
      [greedy.key, 500 * KB],
    )
    expect(rows).toHaveLength(1)
  })
})

describeOnNewestPostgres('bodies that wait to be written', pg => {
  it('hold little memory together; what comes beyond is counted', async () => {
    const db = await pg.freshDatabase()
    const integration = await anIntegration(db)
    await using journal = aJournal(db, undefined, undefined, 500 * KB)
    const records = []
    for (let at = 0; at < 20; at++) {
      const record = journal.record(aRequest('file', { method: 'POST' }))
      record.integration(integration)
      record.session(await aSession(db, integration))
      await record.requestPiece(randomBytes(60 * KB))
      records.push(record)
    }
    for (const record of records) {
      record.answer(200, TEXT)
      record.finish('failure')
    }
    await journal.settled()
    const { rows } = await db.query(
      `select sum(request_size)::int as size, sum(request_kept)::int as kept from journal_entry`,
    )
    expect(rows).toEqual([{ size: 20 * 60 * KB, kept: 8 * 60 * KB }])
  })
})
