import { describeProblem } from '@obmen/contract'
import type { Alarm as ShownAlarm } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { deleteInSteps, type WithTimes } from '../db/rows.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../db/scope.js'
import { AppError } from '../errors/app-error.js'
import { factsForAccountants } from './alarm.js'

/** An alarm that was raised. */
export type RaisedAlarm = { key: number } & WithTimes<
  ShownAlarm,
  'since' | 'openedAt' | 'endedAt' | 'acknowledgedUntil'
>

const SELECT = `
  select a.key, a.id, a.cause, a.facts->>'integrationId' as "integrationId",
         a.facts->>'webhookId' as "webhookId", a.began_at as since, a.opened_at as "openedAt",
         a.ended_at as "endedAt",
         case when a.acknowledged_until > now() then a.acknowledged_until end as "acknowledgedUntil",
         case when a.acknowledged_until > now() then coalesce(nullif(u.name, ''), u.email) end
           as "acknowledgedBy", a.facts
    from alarm a left join user_account u on u.id = a.acknowledged_by`

/** Alarms of a location, or (null) of the server, newest first; to accountants those of their companies' 1C. */
export async function listAlarms(
  db: Queryable,
  scope: Scope | null,
  { state, limit, cursor }: PageRequest & { state: 'open' | 'over' },
): Promise<Page<RaisedAlarm>> {
  const before = readCursor(cursor, ['number'])
  const { rows } = await db.query<RaisedAlarm>(
    `${SELECT}
      where a.location_id is not distinct from $1 and a.opened_at is not null
        and (a.ended_at is null) = $2 and ($3::bigint is null or a.key < $3)
        and ${integrationSeenSql('a.integration_key', '$5')}
      order by a.key desc limit $4`,
    [
      scope && locationIn(scope),
      state === 'open',
      before?.[0] ?? null,
      limit + 1,
      scope && companiesIn(scope),
    ],
  )
  const forAccountants = scope !== null && typeof scope === 'object'
  const shown = forAccountants ? rows.map(row => ({ ...row, facts: factsForAccountants(row) })) : rows
  return toPage(shown, limit, row => [row.key])
}

export interface Acknowledger {
  /** Null: a program with a token. */
  userId: string | null
  /** Null: an alarm of the server. */
  locationId: string | null
}

/** Nobody is reminded of it for so many hours; 0: reminders go on. AppError `not-found` if it is over. */
export async function acknowledge(
  tx: Queryable,
  id: string,
  { userId, locationId }: Acknowledger,
  hours: number,
): Promise<RaisedAlarm> {
  const { rows } = await tx.query<{ key: number }>(
    `update alarm set acknowledged_until = case when $4::int > 0 then now() + make_interval(hours => $4) end,
                      acknowledged_by = case when $4 > 0 then $3::uuid end
      where id = $1 and location_id is not distinct from $2 and opened_at is not null and ended_at is null
     returning key`,
    [id, locationId, userId, hours],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('alarm-not-found'))
  await tx.query(
    `delete from alarm_notice
      where alarm_key = $1 and kind = 'still' and claimed_at is null and sent_at is null`,
    [rows[0].key],
  )
  const { rows: changed } = await tx.query<RaisedAlarm>(`${SELECT} where a.key = $1`, [rows[0].key])
  return changed[0]!
}

const KEEP_DAYS = 90

export async function sweepAlarms(db: Queryable): Promise<number> {
  return deleteInSteps(
    db,
    `delete from alarm where key in (
       select key from alarm where ended_at < now() - make_interval(days => $1) limit $2)`,
    [KEEP_DAYS],
  )
}
