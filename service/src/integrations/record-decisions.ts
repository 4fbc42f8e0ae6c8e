import type { Client } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'

/** Stores the client recognized by an integration's exchanges. */
export async function recordRecognized(tx: Queryable, integrationKey: number, client: Client): Promise<void> {
  await tx.query('update integration set recognized_client = $2 where key = $1', [integrationKey, client])
}

/** Swaps an integration's staged numbers and those in use. */
export async function switchNumbers(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('update integration set numbers_turned = not numbers_turned where key = $1', [
    integrationKey,
  ])
}

/** Records that a person decided about the orders placed before the 1C was connected. */
export async function recordEarlyOrdersSettled(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('update integration set early_orders_settled_at = now() where key = $1', [integrationKey])
}
