import type { Client } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { recordChange } from './changes.js'

/** Stores the client recognized by an integration's exchanges. */
export async function recordRecognized(tx: Queryable, integrationKey: number, client: Client): Promise<void> {
  await tx.query('update integration set recognized_client = $2 where key = $1', [integrationKey, client])
}

/** Records that a person decided about the orders placed before the 1C was connected. */
export async function recordEarlyOrdersSettled(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('update integration set early_orders_settled_at = now() where key = $1', [integrationKey])
}

/** A person has said from which number it goes on: it may be resumed. */
export async function recordNextNumber(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('update integration set restored_at = null where key = $1', [integrationKey])
}

/** After a restore: each waits for its next number. Returns how many were not paused before. */
export async function pauseRestored(tx: Queryable): Promise<number> {
  await tx.query('update integration set restored_at = now()')
  return pauseIntegrations(tx)
}

/** Pauses all integrations of all locations, and records that as done by a command. Returns how many. */
export async function pauseIntegrations(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ key: number }>(
    `update integration set enabled = false, paused_at = now(), version = version + 1, updated_at = now()
      where enabled returning key`,
  )
  for (const { key } of rows)
    await recordChange(tx, {
      integrationKey: key,
      kind: 'updated',
      by: {},
      before: { enabled: true },
      after: { enabled: false },
    })
  return rows.length
}
