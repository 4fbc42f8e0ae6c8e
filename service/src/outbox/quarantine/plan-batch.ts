import { type DescribedProblem, describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { hasRow } from '../../db/has-row.js'
import type { Selection } from '../batches/page-sql.js'
import { isQuarantinedSql, owedSql, placeSql } from '../entries/entry-sql.js'
import { type JudgedPackage, judgeBatches, loadRecord } from './judge-batches.js'
import { lockState, orderIdSql, orderKeyOf, quarantineOrders, storeState } from './quarantine-orders.js'
import {
  addRetries,
  type ConfirmationRecord,
  forgetOrders,
  learnFromFailure,
  learnFromMissedControl,
  type Plan,
  planPackage,
  type QuarantineState,
} from './search.js'

/** How an integration's packages are examined. */
export interface QuarantineRules {
  /** Failures in a row that start a search; 0: never. */
  after: number
  /** A package counts as failed after this many seconds at the earliest. */
  pauseSeconds: number
  /**
   * The client confirms a package in spite of an order that it could not load, unless that was the last one
   * (УНФ).
   */
  blamesLast: boolean
  /** Most orders of a package. */
  limit: number
  /** Seconds until the first retry of an order that is quarantined. */
  retrySeconds: number
}

export interface PlannedBatch {
  /** Undefined: everything owed. */
  selection: Selection | undefined
  /** The reasons, for people. */
  notes: DescribedProblem[]
}

const EVERYTHING: PlannedBatch = { selection: undefined, notes: [] }

/**
 * Decides what the answer to a session's query may contain (Q1–Q6): judges what other sessions got and did
 * not confirm, and quarantines the orders found to be refused. Costs one statement if there is nothing to
 * examine.
 */
export async function planBatch(
  tx: Queryable,
  { integrationKey, sessionId }: { integrationKey: number; sessionId: number },
  rules: QuarantineRules,
): Promise<PlannedBatch> {
  if (rules.after === 0 || !(await needsExamination(tx, integrationKey, sessionId))) return EVERYTHING
  let state = await lockState(tx, integrationKey)
  const record = state.search?.record ?? (await loadRecord(tx, integrationKey))
  const notes: DescribedProblem[] = []
  const judged = await judgeBatches(tx, { integrationKey, sessionId, pauseSeconds: rules.pauseSeconds })
  for (const each of judged) {
    notes.push(describeJudged(each))
    if (!each.failed) continue
    const blames = rules.blamesLast ? 'last' : 'any'
    const learnt = learnFromFailure(state, each.orders, { after: rules.after, record, blames })
    state = learnt.state
    notes.push(...(await quarantineOrders(tx, integrationKey, learnt.refused, rules.retrySeconds)))
  }
  // A control that was not empty is judged like any package.
  const control = state.search?.control
  if (control?.empty && control.sessionId !== sessionId) state = learnFromMissedControl(state)
  state = await forgetObsoleteOrders(tx, integrationKey, state)
  state = await addDueRetries(tx, integrationKey, state, record)
  const isolated = state.search?.isolated.map(({ id }) => orderKeyOf(id)) ?? []
  const rest = await hasRest(tx, integrationKey, isolated)
  const plan = planPackage(state, rest)
  if (state.search) {
    const given = plan.kind === 'rest' ? { sessionId, empty: !rest } : undefined
    state = { ...state, search: { ...state.search, control: given } }
  }
  await storeState(tx, integrationKey, state)
  const planned = await toSelection(tx, integrationKey, plan, rules.limit)
  if (state.search || state.failures > 0) notes.push(...planned.notes)
  return { selection: planned.selection, notes }
}

function describeJudged({ failed, orders }: JudgedPackage): DescribedProblem {
  const count = orders.length
  return failed
    ? describeProblem('package-not-confirmed', { count, number: orders[0]?.number ?? null })
    : describeProblem('package-unclear', { count })
}

/**
 * Whether a refused order may be given again: its pause is over, or it has a new revision or was released.
 */
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
  const { suspects = [], given = [], isolated = [] } = state.search ?? {}
  const ids = [...new Set([...state.common, ...suspects, ...given, ...isolated.map(({ id }) => id)])]
  if (ids.length === 0) return state
  const retried = isolated.filter(({ was }) => was === 'quarantined').map(({ id }) => orderKeyOf(id))
  const { rows } = await tx.query<{ id: string }>(
    `select ${orderIdSql('e.order_key', 'e.pending_revision', 'e.resend_count')} as id
       from outbox_entry e
      where e.integration_key = $1 and e.order_key = any($2) and e.pending_revision > e.confirmed_revision
        and (e.held_since is null or e.held_kind = 'quarantine' and e.order_key = any($3))`,
    [integrationKey, [...new Set(ids.map(orderKeyOf))], retried],
  )
  const owed = new Set(rows.map(({ id }) => id))
  return forgetOrders(
    state,
    ids.filter(id => !owed.has(id)),
  )
}

/**
 * Adds quarantined orders whose pause is over, and refused ones that have a new revision or were released
 * by a person.
 */
async function addDueRetries(
  tx: Queryable,
  integrationKey: number,
  state: QuarantineState,
  record: ConfirmationRecord,
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
  return addRetries(addRetries(state, ids(false), 'released', record), ids(true), 'quarantined', record)
}

async function hasRest(tx: Queryable, integrationKey: number, isolated: readonly number[]): Promise<boolean> {
  if (isolated.length === 0) return true
  const { rows } = await tx.query<{ rest: boolean }>(
    `select exists (select from outbox_entry e
                     where e.integration_key = $1 and ${owedSql('e')} and e.order_key <> all($2)) as rest`,
    [integrationKey, isolated],
  )
  return rows[0]!.rest
}

async function toSelection(
  tx: Queryable,
  integrationKey: number,
  plan: Plan,
  limit: number,
): Promise<{ selection: Selection | undefined; notes: DescribedProblem[] }> {
  switch (plan.kind) {
    case 'all':
      return { selection: undefined, notes: [describeProblem('all-given')] }
    case 'rest':
      return {
        selection: { except: plan.except.map(orderKeyOf) },
        notes: [
          plan.control
            ? describeProblem('control-given')
            : describeProblem('rest-given', { count: plan.except.length }),
        ],
      }
    case 'alone': {
      const only = [orderKeyOf(plan.id)]
      const [number = null] = await loadSentNumbers(tx, integrationKey, only)
      return {
        selection: { only },
        notes: [describeProblem(plan.again ? 'order-given-again' : 'order-given-alone', { number })],
      }
    }
    case 'part': {
      const part = plan.ids.map(orderKeyOf).slice(0, limit)
      const except = plan.except.map(orderKeyOf)
      const fresh = await loadUntriedOrders(tx, integrationKey, [...part, ...except], limit - part.length)
      const numbers = await loadSentNumbers(tx, integrationKey, part)
      return {
        selection: { only: [...part, ...fresh] },
        notes: [
          describeProblem('part-given', {
            count: numbers.length,
            of: plan.of,
            fresh: fresh.length,
            ...numberRanges(numbers),
          }),
        ],
      }
    }
  }
}

/** Owed orders that were not in any failed package: they are added to each part (Q4). */
async function loadUntriedOrders(
  tx: Queryable,
  integrationKey: number,
  except: readonly number[],
  limit: number,
): Promise<number[]> {
  const { rows } = await tx.query<{ key: number }>(
    `with owed as materialized (
       select e.order_key, ${placeSql('e')} as place from outbox_entry e
        where e.integration_key = $1 and ${owedSql('e')} and not e.on_trial)
     select order_key as key from owed
      where not exists (select from unnest($2::bigint[]) x(key) where x.key = owed.order_key)
      order by place, order_key limit $3`,
    [integrationKey, except, Math.max(0, limit)],
  )
  return rows.map(({ key }) => key)
}

/** The numbers under which this 1C knows these orders. */
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
  const known = numbers.filter(number => number !== null)
  const parts: string[] = []
  let first = ''
  let last = ''
  const close = (): void => {
    if (first !== '') parts.push(first === last ? first : `${first}–${last}`)
  }
  for (const number of [...known].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (first !== '' && /^\d+$/.test(number) && Number(number) === Number(last) + 1) last = number
    else {
      close()
      first = number
      last = number
    }
  }
  close()
  return { numbers: parts.slice(0, SHOWN_RANGES).join(', '), more: parts.length > SHOWN_RANGES }
}
