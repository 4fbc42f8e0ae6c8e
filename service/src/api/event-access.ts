import { describeProblem, EVENT_TYPES, type EventType, type Right } from '@obmen/contract'
import { AppError } from '../errors/app-error.js'
import { mayUse, type Principal } from './access.js'

/** The right that reads what an event of the type says. `events:read` reads all of them. */
const EVENT_RIGHTS: Record<Exclude<EventType, 'test'>, Right> = {
  'order.exported': 'orders:read',
  'order.accounting.updated': 'orders:read',
  'reconciliation.changed': 'orders:read',
  'order.held': 'orders:read',
  'order.released': 'orders:read',
  'order.not-matching': 'orders:read',
  'order.finding': 'orders:read',
  'order.refused': 'orders:read',
  'task.opened': 'orders:read',
  'task.settled': 'orders:read',
  'document.unknown': 'integrations:read',
  'catalogue.updated': 'integrations:read',
  'integration.state.changed': 'integrations:read',
  'alarm.opened': 'integrations:read',
  'alarm.over': 'integrations:read',
}

/** The right that the principal lacks to read events of the type. */
function missingRight(principal: Principal, type: EventType): Right | undefined {
  if (type === 'test' || mayUse(principal, 'events:read')) return undefined
  const right = EVENT_RIGHTS[type]
  return mayUse(principal, right) ? undefined : right
}

export function mayReadEvents(principal: Principal, type: EventType): boolean {
  return missingRight(principal, type) === undefined
}

/** A webhook outlives its token: what it will send is judged once. @throws AppError forbidden */
export function requireEvents(principal: Principal, types: readonly (EventType | '*')[]): void {
  for (const type of types.includes('*') ? EVENT_TYPES : (types as EventType[])) {
    const right = missingRight(principal, type)
    if (right) throw new AppError('forbidden', describeProblem('webhook-type-needs-right', { type, right }))
  }
}
