import type { Client, Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { addSigns, type CallSigns, type ClientSigns } from './client-signs.js'

/** SQL: whether `integration i` sent `type=catalog&mode=checkauth` within the last hour. During a long upload it is repeated. */
export const CATALOG_FIRST = `coalesce(i.catalog_at > now() - interval '1 hour', false)`

export interface StoredSigns {
  signs: ClientSigns | null
  catalogFirst: boolean
  companyId: string
  settings: Settings
  recognized: Client | null
}

const SELECT = `
  select i.client_signs as signs, ${CATALOG_FIRST} as "catalogFirst", i.company_id as "companyId", i.settings,
         i.recognized_client as recognized
    from integration i where i.key = $1`

/** What is known of an integration's client; undefined if there is no such integration. `lock`: locks it until the transaction ends. */
export async function loadSigns(
  db: Queryable,
  integrationKey: number,
  lock = false,
): Promise<StoredSigns | undefined> {
  const { rows } = await db.query<StoredSigns>(`${SELECT}${lock ? ' for no key update' : ''}`, [
    integrationKey,
  ])
  return rows[0]
}

/** Adds the signs of a call; returns the result. */
export async function storeSigns(
  tx: Queryable,
  integrationKey: number,
  shown: CallSigns,
): Promise<StoredSigns | undefined> {
  const stored = await loadSigns(tx, integrationKey, true)
  if (!stored) return undefined
  const signs = addSigns(stored.signs ?? {}, shown)
  if (signs !== stored.signs)
    await tx.query('update integration set client_signs = $2 where key = $1', [
      integrationKey,
      JSON.stringify(signs),
    ])
  return { ...stored, signs }
}
