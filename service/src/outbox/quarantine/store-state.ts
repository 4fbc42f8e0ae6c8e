import type { Queryable } from '../../db/database.js'
import { NOTHING_FAILED, type QuarantineState } from './search-state.js'

/** Locks the state of an integration's quarantine until the transaction ends, which serializes its queries and successes. */
export async function lockState(tx: Queryable, integrationKey: number): Promise<QuarantineState> {
  await tx.query(
    `insert into quarantine (integration_key, state) select key, $2 from integration where key = $1
     on conflict do nothing`,
    [integrationKey, JSON.stringify(NOTHING_FAILED)],
  )
  return (await lockKnownState(tx, integrationKey)) ?? NOTHING_FAILED
}

/** The same, without creating a row; undefined if there is nothing to examine. */
export async function lockKnownState(
  tx: Queryable,
  integrationKey: number,
): Promise<QuarantineState | undefined> {
  const { rows } = await tx.query<{ state: QuarantineState }>(
    'select state from quarantine where integration_key = $1 for update',
    [integrationKey],
  )
  return rows[0]?.state
}

/** Stores the state, which must be locked; deletes it when there is nothing left to examine. */
export async function storeState(
  tx: Queryable,
  integrationKey: number,
  state: QuarantineState,
): Promise<void> {
  if (state.failures === 0 && !state.search)
    await tx.query('delete from quarantine where integration_key = $1', [integrationKey])
  else
    await tx.query('update quarantine set state = $2, updated_at = now() where integration_key = $1', [
      integrationKey,
      JSON.stringify(state),
    ])
}

/**
 * Number of orders among which the refused one is being searched for, without orders set aside earlier that are retried;
 * null: no search.
 */
export function searchedOrdersSql(key: string): string {
  return `(
    select json_array_length(q.state->'search'->'suspects')
           + (select count(*)::int from json_array_elements(q.state->'search'->'isolated') one where one->>'again' is null)
      from quarantine q where q.integration_key = ${key})`
}
