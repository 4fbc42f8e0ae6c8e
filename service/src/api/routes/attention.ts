import {
  type Attention,
  type AttentionItem,
  attentionSchema,
  type HeldGroup,
  heldGroupsSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import type { Scope } from '../../db/scope.js'
import { listTroubled } from '../../integrations/state/states.js'
import {
  countHeld,
  type HeldGroup as HeldGroupRow,
  heldCauses,
  heldGroups,
} from '../../orders/listing/waiting-orders.js'
import { listFailingReadings } from '../../reading/list-failing-readings.js'
import { failureInWords } from '../../reading/texts.js'
import { countOpenTasks } from '../../tasks/list-tasks.js'
import { listUnreadableUploads } from '../../uploads/list-unreadable.js'
import { listStoppedWebhooks } from '../../webhooks/webhook.js'
import { mayUse, principalOf, scopeOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { operations } from '../operation.js'
import { shareAnswers } from '../share-answers.js'

/** Most items shown of each kind. */
const SHOWN = 20
/** Most groups of held orders in a location. */
const GROUPS = 500

/** What needs attention now, computed from the current state at each request. */
export function attentionRoutes(scope: FastifyInstance, { db, config }: ApiDeps): void {
  const troubledIntegrations = shareAnswers(async (scope: Scope): Promise<Part> => {
    const { integrations, more } = await listTroubled(db, scope, config, SHOWN)
    const items = integrations.map(({ id, name, cause, since, owedSince, ...row }) => ({
      kind: 'integration' as const,
      integrationId: id,
      integrationName: name,
      stateCause: cause,
      since: since.toISOString(),
      owedSince: owedSince?.toISOString() ?? null,
      ...row,
    }))
    return { items, more }
  })

  /** What a person holds is not a problem, but it is counted. */
  const heldOrders = shareAnswers(async (scope: Scope): Promise<HeldPart> => {
    const [causes, counts, { open, since }] = await Promise.all([
      heldCauses(db, scope, SHOWN + 1),
      countHeld(db, scope),
      countOpenTasks(db, scope),
    ])
    const { items, more } = firstOf(causes, ({ kind, since, ...cause }) => ({
      kind: 'held',
      holdKind: kind,
      since: since.toISOString(),
      ...cause,
    }))
    if (since) items.push({ kind: 'tasks', open, since: since.toISOString() })
    return { items, more, ...counts, tasks: open }
  })

  const unreadableUploads = shareAnswers(async (scope: Scope): Promise<Part> => {
    const found = await listUnreadableUploads(db, scope, SHOWN + 1)
    return firstOf(found, ({ at, ...upload }) => ({ kind: 'upload', ...upload, since: at.toISOString() }))
  })

  const failingReadings = shareAnswers(async (scope: Scope): Promise<Part> => {
    const found = await listFailingReadings(db, scope, SHOWN + 1)
    const forAccountants = typeof scope !== 'string'
    return firstOf(found, ({ integrationId, integrationName, failure, readAt, since }) => ({
      kind: 'reading',
      ...{ integrationId, integrationName, readAt, since: since.toISOString() },
      failure: failure && failureInWords(failure, { forAccountants }),
    }))
  })

  const stoppedWebhooks = shareAnswers(async (locationId: string): Promise<Part> => {
    const found = await listStoppedWebhooks(db, locationId, SHOWN + 1)
    return firstOf(found, ({ id, url, state, stateReason, stateSince }) => ({
      kind: 'webhook',
      webhookId: id,
      url,
      state,
      reason: stateReason,
      since: stateSince.toISOString(),
    }))
  })

  operations(scope, 'Overview').get('/attention', {
    id: 'getAttention',
    access: { anyOf: ['orders:read', 'integrations:read', 'journal:read', 'webhooks:read'] },
    accountants: true,
    summary: 'What needs attention now',
    description:
      'Worst first: integrations in trouble or late, and 1C bases that can’t be read (integrations:read), ' +
      'orders held by preflight or by their 1C and open tasks (orders:read), files that could not be read ' +
      '(journal:read), stopped webhooks (webhooks:read). An item disappears when its cause does.',
    response: { 200: attentionSchema },
    handle: async (request): Promise<Attention> => {
      const principal = principalOf(request)
      const scope = scopeOf(request)
      const whole = typeof scope === 'string' ? scope : undefined
      const [integrations, readings, orders, uploads, webhooks] = await Promise.all([
        mayUse(principal, 'integrations:read') ? troubledIntegrations(scope) : NOTHING,
        mayUse(principal, 'integrations:read') ? failingReadings(scope) : NOTHING,
        mayUse(principal, 'orders:read') ? heldOrders(scope) : null,
        mayUse(principal, 'journal:read') ? unreadableUploads(scope) : NOTHING,
        whole !== undefined && mayUse(principal, 'webhooks:read') ? stoppedWebhooks(whole) : NOTHING,
      ])
      const parts = [integrations, readings, orders ?? NOTHING, uploads, webhooks]
      const items = parts.flatMap(part => part.items).toSorted(worstFirst)
      const more = parts.some(part => part.more)
      const { tasks = null, held = null, byPeople: heldByPeople = null } = orders ?? {}
      return { items, more, tasks, held, heldByPeople }
    },
  })
}

export function heldOrderRoutes(scope: FastifyInstance): void {
  operations(scope, 'Orders').get('/held-orders', {
    id: 'listHeldOrders',
    access: 'orders:read',
    accountants: true,
    summary: 'Held orders by 1C and cause',
    response: { 200: heldGroupsSchema },
    handle: async request => {
      const groups = await heldGroups(request.db, scopeOf(request), GROUPS)
      return { items: groups.map(presentGroup) }
    },
  })
}

interface Part {
  items: AttentionItem[]
  more: boolean
}
interface HeldPart extends Part {
  held: number
  byPeople: number
  tasks: number
}
const NOTHING: Part = { items: [], more: false }

function firstOf<Row>(found: readonly Row[], present: (row: Row) => AttentionItem): Part {
  const items = found.map(present).toSorted(worstFirst)
  return { items: items.slice(0, SHOWN), more: found.length > SHOWN }
}

function worstFirst(a: AttentionItem, b: AttentionItem): number {
  const bySince = Date.parse(a.since) - Date.parse(b.since)
  return placeOf(a) - placeOf(b) || ordersOf(b) - ordersOf(a) || bySince
}

function placeOf(item: AttentionItem): number {
  switch (item.kind) {
    case 'integration':
      return item.state === 'refused' || item.state === 'unconfirmed' ? 0 : 2
    case 'held':
      return item.holdKind === 'quarantine' ? 1 : 3
    case 'upload':
      return 4
    case 'reading':
      return 5
    case 'tasks':
      return 6
    case 'webhook':
      return 7
  }
}

const ordersOf = (item: AttentionItem): number => ('orders' in item ? item.orders : 0)

function presentGroup({ kind, since, retryAt, ...group }: HeldGroupRow): HeldGroup {
  return {
    ...group,
    holdKind: kind,
    since: since.toISOString(),
    retryAt: retryAt?.toISOString() ?? null,
  }
}
