import type { ChangeKind } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { Author, ChangeableParts } from './integration-change.js'

const PARTS = ['name', 'enabled', 'settings', 'recognizedClient'] as const

interface Change {
  integrationKey: number
  kind: ChangeKind
  by: Author
  before?: Partial<ChangeableParts>
  after?: Partial<ChangeableParts>
}

/**
 * Records a change in the transaction that makes it. Stores only what differs between `before` and `after`; all of `after` if there is
 * no `before`.
 */
export async function recordChange(tx: Queryable, change: Change): Promise<void> {
  const { integrationKey, kind, by, before, after } = change
  const changed = PARTS.filter(part => text(before?.[part]) !== text(after?.[part]))
  await tx.query(
    `insert into integration_change (integration_key, kind, user_id, token_id, before, after)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      integrationKey,
      kind,
      by.userId ?? null,
      by.tokenId ?? null,
      pick(before, changed),
      pick(after, changed),
    ],
  )
}

function text(part: unknown): string {
  return JSON.stringify(part ?? null)
}

function pick(
  parts: Partial<ChangeableParts> | undefined,
  names: readonly (keyof ChangeableParts)[],
): string | null {
  return parts === undefined
    ? null
    : JSON.stringify(Object.fromEntries(names.map(name => [name, parts[name]])))
}
