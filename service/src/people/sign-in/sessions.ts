import { describeProblem } from '@obmen/contract'
import type { Session } from '@obmen/contract/rest'
import type { Database, Queryable } from '../../db/database.js'
import type { WithTimes } from '../../db/rows.js'
import { AppError } from '../../errors/app-error.js'
import { notifyAccessChanged } from '../access-change.js'
import { hashSecret, randomSecret } from '../secret.js'
import type { SignedInUser } from '../users.js'
import { countedAddress } from './sign-in-lock.js'

export interface NewSession {
  userId: string
  /** The cookie's value; only its hash is kept. */
  secret: string
}

/** Nobody stays signed in for longer, however much they work. */
export const LONGEST_SESSION_DAYS = 365
const USER_AGENT_LENGTH = 300
/** Open sessions that a person may have, in as many browsers. */
const SESSIONS_PER_PERSON = 50

export interface SessionInput {
  userId: string
  passwordHash: string
  address: string
  userAgent: string
  /** The cookie that the browser had: its session ends, whoever's it was. */
  replaces?: string | undefined
}

/**
 * Ends those unused for longest beyond SESSIONS_PER_PERSON. Throws AppError `unauthenticated` if the password
 * changed or the person was disabled since it was verified: the session would outlive that.
 */
export async function openSession(
  db: Database,
  input: SessionInput,
  days: number,
  now: Date,
): Promise<NewSession> {
  const { userId } = input
  const secret = randomSecret()
  await db.transaction(async tx => {
    // The lock waits for a change under way, and makes the next one wait, so that it ends this session too.
    const { rowCount } = await tx.query(
      `insert into user_session (token_hash, user_id, address, user_agent, created_at, last_seen_at,
         expires_at)
       select $1, person.id, $3, $4, $5, $5, $6
         from (select id from user_account
                where id = $2 and password_hash = $7 and disabled_at is null for no key update) person`,
      [
        hashSecret(secret),
        userId,
        countedAddress(input.address),
        input.userAgent.replaceAll('\0', '').slice(0, USER_AGENT_LENGTH),
        now,
        new Date(now.getTime() + days * 86_400_000),
        input.passwordHash,
      ],
    )
    if (rowCount === 0) throw new AppError('unauthenticated', describeProblem('sign-in-failed'))
    if (input.replaces !== undefined) await endSession(tx, input.replaces)
    const ended = await tx.query(
      `delete from user_session
        where token_hash in (select token_hash from user_session where user_id = $1 and token_hash <> $2
                              order by last_seen_at desc, created_at desc offset $3)`,
      [userId, hashSecret(secret), SESSIONS_PER_PERSON - 1],
    )
    if (ended.rowCount > 0) await notifyAccessChanged(tx, { userId })
  })
  return { userId, secret }
}

/** The person with this cookie, unless expired or disabled. A use prolongs it by `days`, if given. */
export async function findSession(
  db: Queryable,
  secret: string,
  days: number | undefined,
  now: Date,
): Promise<SignedInUser | undefined> {
  const { rows } = await db.query<SignedInUser & { stale: boolean }>(
    `select u.id, u.email, u.name, u.locale, u.preferences,
            exists (select from second_factor f
                     where f.user_id = u.id and f.active_since is not null) as "secondFactor",
            s.last_seen_at < $2::timestamptz - interval '1 minute' as stale,
            coalesce((select json_agg(json_build_object('role', r.role, 'locationId', r.location_id,
                                                        'locationName', l.name, 'timezone', l.timezone,
                                                        'statuslabels', l.status_labels,
                                                        'companyIds', r.company_ids)
                                      order by r.role, l.name)
                        from user_role r left join location l on l.id = r.location_id
                       where r.user_id = u.id), '[]') as roles
       from user_session s join user_account u on u.id = s.user_id
      where s.token_hash = $1 and s.expires_at > $2 and u.disabled_at is null`,
    [hashSecret(secret), now],
  )
  const found = rows[0]
  if (!found) return undefined
  const { stale, ...user } = found
  if (stale && days !== undefined) await prolong(db, secret, days, now)
  return user
}

/** At most once a minute, which is exact enough and spares the database. */
async function prolong(db: Queryable, secret: string, days: number, now: Date): Promise<void> {
  await db.query(
    `update user_session
        set last_seen_at = $2, expires_at = least($2::timestamptz + $3 * interval '1 day',
          created_at + $4 * interval '1 day')
      where token_hash = $1`,
    [hashSecret(secret), now, days, LONGEST_SESSION_DAYS],
  )
}

export async function endSession(db: Queryable, secret: string): Promise<void> {
  const { rows } = await db.query<{ userId: string }>(
    'delete from user_session where token_hash = $1 returning user_id as "userId"',
    [hashSecret(secret)],
  )
  if (rows[0]) await notifyAccessChanged(db, rows[0])
}

/** Open sessions of the person with this cookie, the one used last first. */
export async function listSessions(
  db: Queryable,
  { userId, secret }: NewSession,
  now: Date,
): Promise<WithTimes<Session, 'createdAt' | 'lastSeenAt'>[]> {
  const { rows } = await db.query<WithTimes<Session, 'createdAt' | 'lastSeenAt'>>(
    `select id, token_hash = $2 as current, created_at as "createdAt", last_seen_at as "lastSeenAt", address,
            user_agent as "userAgent"
       from user_session where user_id = $1 and expires_at > $3
      order by current desc, last_seen_at desc, id limit $4`,
    [userId, hashSecret(secret), now, SESSIONS_PER_PERSON],
  )
  return rows
}

/** Throws AppError `not-found`, also for another person's. */
export async function endSessionOf(db: Queryable, userId: string, id: string): Promise<void> {
  const { rowCount } = await db.query('delete from user_session where user_id = $1 and id = $2', [userId, id])
  if (rowCount === 0) throw new AppError('not-found', describeProblem('session-not-found'))
  await notifyAccessChanged(db, { userId })
}

/** Ends all of the person but the one with the cookie `keep`. */
export async function endOtherSessions(tx: Queryable, userId: string, keep?: string): Promise<void> {
  await tx.query('delete from user_session where user_id = $1 and token_hash is distinct from $2', [
    userId,
    keep === undefined ? null : hashSecret(keep),
  ])
  await notifyAccessChanged(tx, { userId })
}

/** Deletes expired sessions and invitations, and counters older than any lock. Call it hourly. */
/** Everybody signs in again. */
export async function endAllSessions(tx: Queryable): Promise<void> {
  await tx.query('delete from user_session')
}

export async function sweepPeople(db: Queryable, lockMinutes: number, now: Date): Promise<void> {
  await db.query('delete from user_session where expires_at < $1', [now])
  await db.query(`delete from user_invitation where expires_at < $1::timestamptz - interval '30 days'`, [now])
  await db.query(
    `delete from sign_in_failure where failed_at < $1::timestamptz - $2 * interval '2 minutes'`,
    [now, lockMinutes],
  )
}
