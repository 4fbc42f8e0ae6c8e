import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Settings } from '@obmen/contract/settings'
import { expect } from 'vitest'
import { lockCompanies } from '../../src/db/company-locks.js'
import type { Database, Queryable } from '../../src/db/database.js'
import { applySettings } from '../../src/orders/intake/apply-settings.js'
import type { SavedOrder, SaveResult } from '../../src/orders/intake/put.js'
import type { OrderBody } from '../../src/orders/intake/read/order-schema.js'
import { saveOrders } from '../../src/orders/intake/save-orders.js'
import { stepRecalculation } from '../../src/orders/routing/recalculation.js'
import { stepStale } from '../../src/preflight/step-findings.js'
import { sampleOrder } from './sample-order.js'

export const TIMEZONE = 'Asia/Yekaterinburg'

export const PAID_BY_CARD: Settings = {
  client: 'bp',
  paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
  paymentmethodname: 'Оплата картой внешняя',
}

/** A location with one company, inserted directly, for tests of orders. */
export interface TestPlace {
  locationId: string
  companyId: string
}

export async function makePlace(db: Database): Promise<TestPlace> {
  const { rows } = await db.query<{ id: string }>(
    'insert into location (name, timezone) values ($1, $2) returning id',
    [`Технопарк ${randomUUID()}`, TIMEZONE],
  )
  const locationId = rows[0]!.id
  return { locationId, companyId: await makeCompany(db, locationId) }
}

export async function makeCompany(db: Database, locationId: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into company (location_id, name, inn) values ($1, 'ООО «Ромашка»', '7707083893') returning id`,
    [locationId],
  )
  return rows[0]!.id
}

export interface TestIntegration {
  id: string
  key: number
}

/** Connects a 1C as integrations/ does: under the lock, recalculated after that. */
export async function connect(
  db: Database,
  place: TestPlace,
  settings: Settings = PAID_BY_CARD,
): Promise<TestIntegration> {
  const made = await db.transaction(async tx => {
    await lockCompanies(tx, 'rules', 'exclusive', [place.companyId])
    const { rows } = await tx.query<TestIntegration>(
      `insert into integration (location_id, company_id, class, name, settings, login, password_hash)
       values ($1, $2, 'CommerceML', 'Касса', $3, $4, '') returning id, key`,
      [place.locationId, place.companyId, JSON.stringify(settings), randomUUID()],
    )
    await applySettings(tx, { key: rows[0]!.key, companyId: place.companyId, settings })
    return rows[0]!
  })
  await recalculate(db, made.key)
  return made
}

/** All steps that are left. */
export async function recalculate(db: Database, key: number): Promise<void> {
  while (await stepRecalculation(db, key));
}

/** Changes the settings; what is owed must be recalculated afterwards. */
export async function changeSettings(
  db: Database,
  place: TestPlace,
  key: number,
  settings: Settings,
): Promise<void> {
  await db.transaction(async tx => {
    await lockCompanies(tx, 'rules', 'exclusive', [place.companyId])
    await tx.query('update integration set settings = $2 where key = $1', [key, JSON.stringify(settings)])
    await applySettings(tx, { key, companyId: place.companyId, settings })
  })
}

export async function openSession(db: Database, integrationKey: number): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into exchange_session (token_hash, integration_key) values (sha256($1::bytea), $2) returning id`,
    [randomUUID(), integrationKey],
  )
  return rows[0]!.id
}

/** An order as the platform sends it: paid, of one line. */
export function orderBody(place: TestPlace, changes: Partial<OrderBody> = {}): OrderBody {
  return sampleOrder(place.companyId, changes) as unknown as OrderBody
}

/** Puts orders one by one. */
export async function put(
  db: Database,
  place: TestPlace,
  changes: Partial<OrderBody> = {},
): Promise<SaveResult> {
  const [result] = await saveOrders(db, place.locationId, [{ body: orderBody(place, changes) }])
  return result!
}

/** The result of a put that must be accepted. */
export function accepted(result: SaveResult | undefined): SavedOrder {
  if (!result || 'error' in result) throw result?.error ?? new Error('no result')
  return result
}

/** The code of a put that must be refused. */
export function refusal(result: SaveResult | undefined): string {
  if (!result || !('error' in result)) throw new Error(`accepted: ${JSON.stringify(result)}`)
  return result.error.code
}

/** Until somebody waits for an advisory lock that this transaction holds, or what may wait for it has ended without that. */
export async function lockAwaited(tx: Queryable, waiter?: Promise<unknown>): Promise<void> {
  let ended = false
  const end = () => {
    ended = true
  }
  waiter?.then(end, end)
  while (!ended) {
    const { rows } = await tx.query(
      `select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
    if (rows.length > 0) return
  }
}

/** Until somebody waits for a lock, of whatever kind, that this transaction holds. */
export async function holdsUp(tx: Queryable): Promise<void> {
  const waiting = async () => {
    const { rows } = await tx.query(
      'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
    )
    return rows.length
  }
  await expect.poll(waiting).toBe(1)
}

/** Inspects all marked orders, and waits for those that a server's background work has just taken. */
export async function inspectMarked(db: Database): Promise<void> {
  for (;;) {
    while (await stepStale(db));
    if ((await db.query('select from finding_stale limit 1')).rowCount === 0) return
    await delay(20)
  }
}
