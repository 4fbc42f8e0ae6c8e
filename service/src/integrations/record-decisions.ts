import type { Client } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'

/** The program that an integration's exchanges were found to be of. */
export async function recordRecognized(tx: Queryable, integrationKey: number, client: Client): Promise<void> {
  await tx.query('update integration set recognized_client = $2 where key = $1', [integrationKey, client])
}

/** The rows of its numbers that were staged come into use, those in use until now become the staged ones. */
export async function switchNumbers(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('update integration set numbers_turned = not numbers_turned where key = $1', [
    integrationKey,
  ])
}

/** A person decided about the orders placed before the 1C was connected. */
export async function recordEarlyOrdersSettled(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('update integration set early_orders_settled_at = now() where key = $1', [integrationKey])
}
