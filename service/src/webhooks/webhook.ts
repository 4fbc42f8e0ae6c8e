import { describeProblem } from '@obmen/contract'
import type { Webhook as ShownWebhook } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { AppError } from '../errors/app-error.js'

/** Where a platform receives events. Its secret is shown once and can't be read back. */
export type Webhook = { key: number } & WithTimes<
  ShownWebhook,
  'stateSince' | 'failingSince' | 'deliveredAt' | 'oldSecretUntil' | 'createdAt'
>

/** Columns of the table or the `returning` clause named `w`. */
export const WEBHOOK_COLUMNS = `w.id, w.key, w.company_id as "companyId", w.url, w.types, w.description,
  w.state, w.state_reason as "stateReason", w.state_since as "stateSince", w.failures,
  w.failing_since as "failingSince", w.delivered_at as "deliveredAt",
  case when w.old_secret_until > now() then w.old_secret_until end as "oldSecretUntil",
  (select count(*) from (select from webhook_attempt a
                          where a.webhook_key = w.key and a.state = 'pending' limit 10000) p) as pending,
  w.created_at as "createdAt"`

/** A location's webhooks, newest first. */
export async function listWebhooks(
  db: Queryable,
  locationId: string,
  { limit, cursor }: PageRequest,
): Promise<Page<Webhook>> {
  const before = readCursor(cursor, ['number'])
  const { rows } = await db.query<Webhook>(
    `select ${WEBHOOK_COLUMNS} from webhook w
      where w.location_id = $1 and ($2::bigint is null or w.key < $2) order by w.key desc limit $3`,
    [locationId, before?.[0] ?? null, limit + 1],
  )
  return toPage(rows, limit, row => [row.key])
}

const STOPPED = `w.state <> 'active' and w.state_reason in ('failing', 'gone')`

/** Webhooks paused or disabled because of their answers, not by a person; newest first. */
export async function listStoppedWebhooks(
  db: Queryable,
  locationId: string,
  limit: number,
): Promise<Webhook[]> {
  const { rows } = await db.query<Webhook>(
    `select ${WEBHOOK_COLUMNS} from webhook w
      where w.location_id = $1 and ${STOPPED}
      order by w.state_since desc, w.key limit $2`,
    [locationId, limit],
  )
  return rows
}

/** So many of all locations raise alarms. */
const MOST_STOPPED = 10_000

type StoppedAnywhere = Pick<Webhook, 'id' | 'url' | 'state' | 'stateSince'> & { locationId: string }

/** Those of all locations. */
export async function listAllStoppedWebhooks(db: Queryable): Promise<StoppedAnywhere[]> {
  const { rows } = await db.query<StoppedAnywhere>(
    `select w.id, w.location_id as "locationId", w.url, w.state, w.state_since as "stateSince"
       from webhook w where ${STOPPED} order by w.key limit $1`,
    [MOST_STOPPED],
  )
  return rows
}

/** @throws AppError not-found, also for another location's */
export async function getWebhook(db: Queryable, locationId: string, id: string): Promise<Webhook> {
  const { rows } = await db.query<Webhook>(
    `select ${WEBHOOK_COLUMNS} from webhook w where w.id = $1 and w.location_id = $2`,
    [id, locationId],
  )
  return requireWebhook(rows[0])
}

/** @throws AppError not-found if there is none */
export function requireWebhook<Row>(row: Row | undefined): Row {
  if (!row) throw new AppError('not-found', describeProblem('webhook-not-found'))
  return row
}
