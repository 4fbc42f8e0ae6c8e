import { type DescribedProblem, describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { hasRow } from '../../db/rows.js'
import type { Selection } from '../batches/page-sql.js'
import { isQuarantinedSql, owedSql, quarantinedEntries } from '../entries/entry-sql.js'
import { judgeBatches } from './judge-batches.js'
import { lockState, orderIdSql, storeState } from './quarantine-orders.js'
import {
  addGroup,
  idsOf,
  keepOwed,
  learnFromFailure,
  orderKeyOf,
  type Plan,
  planPackage,
  type QuarantineState,
  withoutSearch,
} from './search.js'

export interface QuarantineRules {
  /** Failures in a row that start a search; 0: never. */
  after: number
  /** A package counts as failed after this many seconds at the earliest. */
  pauseSeconds: number
  /** УНФ confirms a package in spite of an order that it could not load, unless that was the last one. */
  blamesLast: boolean
  limit: number
}

export interface PlannedBatch {
  /** Undefined: everything owed. */
  selection: Selection | undefined
  notes: DescribedProblem[]
}

const EVERYTHING: PlannedBatch = { selection: undefined, notes: [] }

interface Exchange {
  integrationKey: number
  sessionId: number
}

/** What the answer to a query may contain (Q1–Q6); one statement if there is nothing to examine. */
export async function planBatch(
  tx: Queryable,
  { integrationKey, sessionId }: Exchange,
  rules: QuarantineRules,
): Promise<PlannedBatch> {
  if (!(await needsExamination(tx, integrationKey, sessionId))) return EVERYTHING
  const known = await lockState(tx, integrationKey)
  let state = rules.after > 0 ? known : withoutSearch(known)
  const notes: DescribedProblem[] = []
  const judged = await judgeBatches(tx, { integrationKey, sessionId, pauseSeconds: rules.pauseSeconds })
  for (const { failed, orders } of judged) {
    const count = orders.length
    notes.push(
      failed
        ? describeProblem('package-not-confirmed', { count, number: orders[0]?.number ?? null })
        : describeProblem('package-unclear', { count }),
    )
    if (failed) state = learnFromFailure(state, orders, rules)
  }
  state = await updateGroups(tx, integrationKey, state, rules.after > 0)
  const hasFresh =
    state.groups.length > 0 && (await hasOwed(tx, integrationKey, idsOf(state).map(orderKeyOf)))
  const planned = planPackage(state, hasFresh, sessionId)
  await storeState(tx, integrationKey, planned.state)
  const { selection, note } = await toSelection(tx, integrationKey, planned, rules.limit)
  return { selection, notes: state.groups.length > 0 || state.failures > 0 ? [...notes, note] : notes }
}

/** Whether a refused order may be given again: its pause is over, or it was changed or released. */
const isRetryDueSql = (e: string): string =>
  `(${e}.on_trial and ${e}.held_since is null or ${e}.held_kind = 'quarantine' and ${e}.retry_at <= now())`

/** Whether a package is unconfirmed, a search is running, or a retry is due. */
async function needsExamination(tx: Queryable, integrationKey: number, sessionId: number): Promise<boolean> {
  const { rows } = await tx.query<{ unclear: boolean }>(
    `select exists (select from quarantine where integration_key = $1)
         or exists (select from (select state, verdict, session_id, order_count from outbox_batch
                                  where integration_key = $1 order by id desc limit 20) b
                     where state = 'sent' and verdict is null and session_id <> $2 and order_count > 0)
         or ${hasRow(
           `outbox_entry e where integration_key = $1 and ${isQuarantinedSql('e')} and ${isRetryDueSql('e')}`,
           'order_key',
         )} as unclear`,
    [integrationKey, sessionId],
  )
  return rows[0]!.unclear
}

/**
 * Leaves out what is owed no more, and adds what goes apart: quarantined orders whose pause is over and, while it
 * searches, those changed or released.
 */
async function updateGroups(
  tx: Queryable,
  integrationKey: number,
  state: QuarantineState,
  searches: boolean,
): Promise<QuarantineState> {
  const { rows } = await tx.query<{ id: string; why: 'released' | 'held' | null; proven: boolean }>(
    `select ${orderIdSql('e.order_key', 'e.pending_revision', 'e.resend_count')} as id,
            case when e.held_since is not null then 'held' when e.on_trial then 'released' end as why,
            e.refusal_proven as proven
       from (select unnest($2::bigint[]) as order_key
              union select order_key from ${quarantinedEntries('$1')} refused) k
      cross join lateral (
        select * from outbox_entry x where x.integration_key = $1 and x.order_key = k.order_key) e
      where e.pending_revision > e.confirmed_revision
        and (e.held_since is null or e.held_kind = 'quarantine' and e.retry_at <= now())
      order by e.order_key`,
    [integrationKey, idsOf(state).map(orderKeyOf)],
  )
  let updated = keepOwed(
    state,
    rows.map(({ id }) => id),
  )
  for (const why of searches ? (['released', 'held'] as const) : (['held'] as const)) {
    const added = rows.filter(row => row.why === why)
    const proven = added.every(row => row.proven)
    updated = addGroup(
      updated,
      added.map(({ id }) => id),
      { why, proven },
    )
  }
  return updated
}

/** Whether anything else is owed than these orders. */
async function hasOwed(tx: Queryable, integrationKey: number, except: readonly number[]): Promise<boolean> {
  const others = `integration_key = $1 and ${owedSql('e')} and order_key not in (select unnest($2::bigint[]))`
  const { rows } = await tx.query<{ more: boolean }>(
    `select ${hasRow(`outbox_entry e where ${others}`, 'order_key')} as more`,
    [integrationKey, except],
  )
  return rows[0]!.more
}

interface NotedSelection {
  selection: Selection | undefined
  note: DescribedProblem
}

async function toSelection(
  tx: Queryable,
  integrationKey: number,
  { plan, state }: { plan: Plan; state: QuarantineState },
  limit: number,
): Promise<NotedSelection> {
  if (plan.kind === 'all') return { selection: undefined, note: describeProblem('all-given') }
  const except = idsOf(state).map(orderKeyOf)
  const count = except.length
  if (plan.kind === 'fresh') return { selection: { except }, note: describeProblem('rest-given', { count }) }
  if (plan.kind === 'empty')
    return { selection: { only: [] }, note: describeProblem('control-given', { count }) }
  const { ids, why } = plan.group
  const only = ids.map(orderKeyOf).slice(0, limit)
  const numbers = await loadSentNumbers(tx, integrationKey, only)
  const note =
    only.length === 1
      ? describeProblem(why === 'held' ? 'order-given-again' : 'order-given-alone', {
          number: numbers[0] ?? null,
        })
      : why === 'suspected' && only.length < count
        ? describeProblem('part-given', { count: only.length, of: count, ...numberRanges(numbers) })
        : describeProblem('orders-given-again', numberRanges(numbers))
  return { selection: { only }, note }
}

async function loadSentNumbers(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<(string | null)[]> {
  const { rows } = await tx.query<{ number: string | null }>(
    `select sent_number as number from outbox_entry where integration_key = $1 and order_key = any($2)
        order by order_key`,
    [integrationKey, orderKeys],
  )
  return rows.map(({ number }) => number)
}

const SHOWN_RANGES = 5

/** Numbers for a message, consecutive ones as a range: `1–6, 8`. `more`: there are further ranges. */
function numberRanges(numbers: readonly (string | null)[]): { numbers: string; more: boolean } {
  const ranges: { first: string; last: string }[] = []
  const sorted = numbers
    .filter(number => number !== null)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const number of sorted) {
    const range = ranges.at(-1)
    if (range && /^\d+$/.test(number) && Number(number) === Number(range.last) + 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  const shown = ranges.slice(0, SHOWN_RANGES)
  const texts = shown.map(({ first, last }) => (first === last ? first : `${first}–${last}`))
  return { numbers: texts.join(', '), more: ranges.length > SHOWN_RANGES }
}
