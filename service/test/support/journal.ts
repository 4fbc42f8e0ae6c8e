import { randomBytes, randomUUID } from 'node:crypto'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Database } from '../../src/db/database.js'
import { openSession } from '../../src/exchange-sessions/sessions.js'
import type { RecordedIntegration, RecordedRequest } from '../../src/journal/record/entry.js'
import { type Journal, openJournal } from '../../src/journal/record/open-journal.js'
import { createLog } from '../../src/log.js'

export type KnownIntegration = RecordedIntegration & { login: string; passwordChangedAt: string }

/** An integration of a location and company of its own. */
export async function anIntegration(db: Database, client: ClientChoice = 'bp'): Promise<KnownIntegration> {
  const login = `obmen-${randomUUID()}`
  const { rows } = await db.query<KnownIntegration>(
    `with location as (insert into location (name, timezone) values ($1, 'Europe/Moscow') returning id),
     company as (insert into company (location_id, name, inn) select id, 'ООО «Вектор»', '7707083893' from location returning id, location_id)
     insert into integration (location_id, company_id, class, name, settings, login, password_hash)
     select location_id, id, 'CommerceML', 'Бухгалтерия', '{}', $1, '' from company returning id, key, location_id as "locationId",
            password_changed_at::text as "passwordChangedAt"`,
    [login],
  )
  return { ...rows[0]!, client, login }
}

/** A session as the journal knows it. */
export interface Session {
  id: number
}

export async function aSession(db: Database, integration: KnownIntegration): Promise<Session> {
  const tokenHash = randomBytes(32)
  const id = await openSession(db, {
    integration,
    tokenHash,
    userAgent: '1C+Enterprise/8.3',
    address: '10.0.0.7',
  })
  return { id }
}

export function aJournal(
  db: Database,
  bodyLimit = 2 ** 26,
  dayLimit = 2 ** 31,
  heldLimit = 2 ** 26,
): Journal {
  return openJournal({ db, log: createLog('silent'), bodyLimit, dayLimit, heldLimit })
}

export function aRequest(mode: string, request: Partial<RecordedRequest> = {}): RecordedRequest {
  const type = request.type ?? 'sale'
  return {
    at: new Date(),
    method: 'GET',
    url: `/1c?type=${type}&mode=${mode}`,
    headers: { 'user-agent': '1C+Enterprise/8.3' },
    userAgent: '1C+Enterprise/8.3',
    address: '10.0.0.7',
    type,
    mode,
    ...request,
  }
}

export const TEXT = { 'content-type': 'text/plain; charset=utf-8' }

/** Records a whole request of a session with a short answer. */
export async function recordCall(
  journal: Journal,
  call: {
    integration: RecordedIntegration
    session: Session
    mode: string
    answer: string
    orderCount?: number
    batchId?: number
  },
): Promise<void> {
  const record = journal.record(aRequest(call.mode))
  record.integration(call.integration)
  record.session(call.session)
  if (call.batchId !== undefined) record.batch(call.batchId)
  record.answer(200, call.mode === 'query' ? { 'content-type': 'application/xml; charset=utf-8' } : TEXT)
  await record.responsePiece(Buffer.from(call.answer))
  record.finish(call.answer.startsWith('failure') ? 'failure' : 'done', call.orderCount)
  await record.written()
}
