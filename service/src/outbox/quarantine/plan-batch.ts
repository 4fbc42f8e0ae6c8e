import { type DescribedProblem, describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { hasRow } from '../../db/rows.js'
import type { Selection } from '../batches/page-sql.js'
import { isQuarantinedSql, owedSql } from '../entries/entry-sql.js'
import { judgeBatches } from './judge-batches.js'
import { lockState, orderIdSql, orderKeyOf, quarantineOrders, storeState } from './quarantine-orders.js'
import {
  addRetries,
  forgetOrders,
  idsOf,
  learnFromFailure,
  learnFromMissedControl,
  noteGiven,
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
  retrySeconds: number
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
  const searches = rules.after > 0
  const known = await lockState(tx, integrationKey)
  let state = searches ? known : withoutSearch(known)
  const notes: DescribedProblem[] = []
  const judged = await judgeBatches(tx, { integrationKey, sessionId, pauseSeconds: rules.pauseSeconds })
  for (const { failed, orders } of judged) {
    const count = orders.length
    if (!failed) {
      notes.push(describeProblem('package-unclear', { count }))
      continue
    }
    notes.push(describeProblem('package-not-confirmed', { count, number: orders[0]?.number ?? null }))
    const blames = rules.blamesLast ? 'last' : 'any'
    const learnt = learnFromFailure(state, orders, { after: rules.after, blames })
    state = learnt.state
    notes.push(...(await quarantineOrders(tx, integrationKey, learnt.refused, rules.retrySeconds)))
  }
  // A control that was not empty is judged like any package.
  const last = state.search?.last
  if (last?.kind === 'empty' && last.sessionId !== sessionId) state = learnFromMissedControl(state)
  state = await forgetObsoleteOrders(tx, integrationKey, state)
  state = await addDueRetries(tx, integrationKey, state, searches)
  const hasFresh = state.search && (await hasOwed(tx, integrationKey, idsOf(state).map(orderKeyOf)))
  const plan = planPackage(state, hasFresh ?? false, sessionId)
  state = noteGiven(state, plan, sessionId)
  await storeState(tx, integrationKey, state)
  const { selection, note } = await toSelection(tx, integrationKey, plan, rules.limit)
  return { selection, notes: state.search || state.failures > 0 ? [...notes, note] : notes }
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

/** Removes orders from the search that are no longer owed in this revision. */
async function forgetObsoleteOrders(
  tx: Queryable,
  integrationKey: number,
  state: QuarantineState,
): Promise<QuarantineState> {
  const ids = idsOf(state)
  if (ids.length === 0) return state
  const { rows } = await tx.query<{ id: string }>(
    `select ${orderIdSql('e.order_key', 'e.pending_revision', 'e.resend_count')} as id
       from outbox_entry e
      where e.integration_key = $1 and e.order_key = any($2) and e.pending_revision > e.confirmed_revision
        and (e.held_since is null or e.held_kind = 'quarantine' and e.retry_at <= now())`,
    [integrationKey, [...new Set(ids.map(orderKeyOf))]],
  )
  const owed = new Set(rows.map(({ id }) => id))
  const obsolete = ids.filter(id => !owed.has(id))
  return forgetOrders(state, obsolete)
}

/** Adds quarantined orders whose pause is over and, while it searches, those changed or released. */
async function addDueRetries(
  tx: Queryable,
  integrationKey: number,
  state: QuarantineState,
  searches: boolean,
): Promise<QuarantineState> {
  const { rows } = await tx.query<{ id: string; held: boolean }>(
    `select ${orderIdSql('order_key', 'pending_revision', 'resend_count')} as id,
            held_since is not null as held
       from outbox_entry e
      where integration_key = $1 and ${isQuarantinedSql('e')} and pending_revision > confirmed_revision
        and ${isRetryDueSql('e')}
      order by order_key`,
    [integrationKey],
  )
  const ids = (held: boolean): string[] => rows.filter(row => row.held === held).map(({ id }) => id)
  const released = searches ? ids(false) : []
  return addRetries(addRetries(state, released, 'released'), ids(true), 'quarantined')
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
  plan: Plan,
  limit: number,
): Promise<NotedSelection> {
  switch (plan.kind) {
    case 'all':
      return { selection: undefined, note: describeProblem('all-given') }
    case 'fresh':
    case 'empty': {
      const except = plan.except.map(orderKeyOf)
      const code = plan.kind === 'fresh' ? 'rest-given' : 'control-given'
      const selection = plan.kind === 'fresh' ? { except } : { only: [] }
      return { selection, note: describeProblem(code, { count: except.length }) }
    }
  }
  const only = plan.ids.map(orderKeyOf).slice(0, limit)
  const numbers = await loadSentNumbers(tx, integrationKey, only)
  const [number = null] = numbers
  const note =
    plan.kind === 'part'
      ? describeProblem('part-given', { count: only.length, of: plan.of, ...numberRanges(numbers) })
      : only.length > 1
        ? describeProblem('orders-given-again', numberRanges(numbers))
        : describeProblem(plan.again ? 'order-given-again' : 'order-given-alone', { number })
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
