import { describeProblem, type Order } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { Scope } from '../../db/scope.js'
import { AppError } from '../../errors/app-error.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { findOrder } from '../get-order.js'
import { type FieldChange, fieldChanges } from './field-changes.js'

export type RevisionEvent =
  | { kind: 'received'; at: Date; revision: number }
  /** `since`: the revision it is compared with, if those in between are no longer stored. */
  | { kind: 'changed'; at: Date; revision: number; since?: number; changes: FieldChange[] }

/** Bytes of contents to read at a time. */
const PAGE_BYTES = 2 ** 20

/** The order's newest revisions, `limit` at most, oldest first, each with what changed in it. */
export async function revisionEvents(db: Queryable, key: number, limit: number): Promise<RevisionEvent[]> {
  const { rows } = await db.query<{ revision: number; size: number }>(
    `select r.revision, r.content_size as size from order_revision r where r.order_key = $1
      union all
     select o.revision, o.content_size from sale_order o where o.key = $1
      order by revision desc limit $2`,
    [key, limit + 1],
  )
  const events: RevisionEvent[] = []
  const pause = yieldBetweenSteps()
  let before: { revision: number; content: Order } | undefined
  for (const page of pages(rows.reverse())) {
    for (const { revision, content, at } of await readContents(db, key, page)) {
      if (revision === 1) events.push({ kind: 'received', at, revision })
      else if (before) {
        const since = before.revision < revision - 1 ? { since: before.revision } : {}
        events.push({
          kind: 'changed',
          at,
          revision,
          ...since,
          changes: fieldChanges(before.content, content),
        })
      }
      before = { revision, content }
      await pause()
    }
  }
  return events
}

/** Revisions in groups that fit into memory. */
function* pages(revisions: readonly { revision: number; size: number }[]): Generator<number[]> {
  let page: number[] = []
  let bytes = 0
  for (const { revision, size } of revisions) {
    if (page.length > 0 && bytes + size > PAGE_BYTES) {
      yield page
      page = []
      bytes = 0
    }
    page.push(revision)
    bytes += size
  }
  if (page.length > 0) yield page
}

async function readContents(
  db: Queryable,
  key: number,
  revisions: readonly number[],
): Promise<{ revision: number; content: Order; at: Date }[]> {
  const { rows } = await db.query<{ revision: number; content: Order; at: Date }>(
    `select revision, content, recorded_at as at from order_revision where order_key = $1
      and revision = any($2)
      union all
     select revision, content, changed_at from sale_order where key = $1 and revision = any($2)
      order by revision`,
    [key, revisions],
  )
  return rows
}

/** The order's content at a revision, and when it was recorded. Throws AppError `not-found`. */
export async function getRevision(
  db: Queryable,
  scope: Scope,
  id: string,
  revision: number,
): Promise<{ order: Order; at: Date }> {
  const { key } = await findOrder(db, scope, id)
  const { rows } = await db.query<{ order: Order; at: Date }>(
    `select content as "order", recorded_at as at from order_revision where order_key = $1 and revision = $2
      union all
     select content, changed_at from sale_order where key = $1 and revision = $2`,
    [key, revision],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('revision-not-found', { id, revision }))
  return rows[0]
}
