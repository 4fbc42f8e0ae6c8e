import type { AlarmCause } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { StateRule } from '../../integrations/state/decide-state.js'
import { listAllTroubled, type TroubledAnywhere } from '../../integrations/state/states.js'
import { allHeldGroups } from '../../orders/listing/waiting-orders.js'
import { listFailingReadings } from '../../reading/list-failing-readings.js'
import { failureInWords } from '../../reading/texts.js'
import { countOverdueTasks } from '../../tasks/list-tasks.js'
import { listAllUnreadableUploads } from '../../uploads/list-unreadable.js'
import { listAllStoppedWebhooks } from '../../webhooks/webhook.js'
import type { Condition } from '../alarm.js'

/** What is wrong in any location, by what GET /attention shows of each. */
export async function locationConditions(db: Queryable, rule: StateRule): Promise<Condition[]> {
  const [troubled, held, files, readings, tasks, webhooks] = await Promise.all([
    listAllTroubled(db, rule),
    heldConditions(db),
    fileConditions(db),
    readingConditions(db),
    countOverdueTasks(db),
    listAllStoppedWebhooks(db),
  ])
  return [
    ...troubled.flatMap(troubledCondition),
    ...held,
    ...files,
    ...readings,
    ...tasks.map(({ locationId, tasks, since }) => ({
      cause: 'tasks-overdue' as const,
      locationId,
      subject: '',
      integrationKey: null,
      since,
      facts: { tasks },
    })),
    ...webhooks.map(({ id, locationId, url, state, stateSince }) => ({
      ...{
        cause: 'webhook-stopped' as const,
        locationId,
        subject: id,
        integrationKey: null,
        since: stateSince,
      },
      facts: { webhookId: id, url, state },
    })),
  ]
}

/** One that is paused, or has yet to sign in, is told of once its orders are late: somebody knows of it. */
const CAUSE_OF_STATE: Partial<Record<TroubledAnywhere['state'], AlarmCause>> = {
  refused: 'refused',
  unconfirmed: 'unconfirmed',
  silent: 'silent',
}

function troubledCondition(one: TroubledAnywhere): Condition[] {
  const cause = CAUSE_OF_STATE[one.state] ?? (one.late ? 'late' : undefined)
  if (!cause) return []
  const { id, key, locationId, name, companyName, orders, owedSince, state } = one
  const since = cause === 'late' ? owedSince! : one.since
  return [
    {
      cause,
      locationId,
      subject: id,
      integrationKey: key,
      since,
      facts: {
        integrationId: id,
        integrationName: name,
        companyName,
        orders,
        stateCause: one.cause,
        ...(owedSince && { owedSince: owedSince.toISOString() }),
        ...(state === 'silent' && { lastSeenAt: one.since.toISOString() }),
      },
    },
  ]
}

/** Of each 1C, for whatever causes: 500 orders are one alarm. */
async function heldConditions(db: Queryable): Promise<Condition[]> {
  const found = new Map<string, Condition>()
  for (const group of await allHeldGroups(db)) {
    if (group.kind === 'person') continue
    const { integrationId, integrationName, companyName, locationId, integrationKey } = group
    const cause = group.kind === 'quarantine' ? 'quarantined' : 'held'
    const before = found.get(`${cause} ${integrationId}`)
    if (before) {
      // The first of them has the order that was held last.
      before.facts.orders = before.facts.orders! + group.orders
      if (group.since < before.since) before.since = group.since
      continue
    }
    const { orders, code, reason, since } = group
    found.set(`${cause} ${integrationId}`, {
      cause,
      locationId,
      subject: integrationId,
      integrationKey,
      since,
      facts: { integrationId, integrationName, companyName, orders, code, reason },
    })
  }
  return [...found.values()]
}

async function fileConditions(db: Queryable): Promise<Condition[]> {
  const found = new Map<string, Condition>()
  for (const upload of await listAllUnreadableUploads(db)) {
    const { integrationId, integrationName, integrationKey, locationId, at, name, failure, exchangeId } =
      upload
    // The newest comes first.
    if (found.has(integrationId)) continue
    found.set(integrationId, {
      cause: 'failed-file',
      locationId,
      subject: integrationId,
      integrationKey,
      since: at,
      facts: { integrationId, integrationName, file: name, failure, exchangeId },
    })
  }
  return [...found.values()]
}

async function readingConditions(db: Queryable): Promise<Condition[]> {
  const failing = await listFailingReadings(db)
  return failing.map(
    ({ integrationId, integrationName, integrationKey, locationId, since, failure, readAt }) => ({
      cause: 'reading-failed' as const,
      locationId,
      subject: integrationId,
      integrationKey,
      since,
      facts: { integrationId, integrationName, readAt, failure: failure && failureInWords(failure) },
    }),
  )
}
