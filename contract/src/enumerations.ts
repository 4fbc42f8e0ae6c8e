import { FINDING_CODES } from './findings.js'

/** What an API token may be allowed; people's rights follow from their role. */
export const RIGHTS = [
  'orders:read',
  'orders:write',
  'integrations:read',
  'integrations:write',
  'companies:read',
  'companies:write',
  'journal:read',
  'events:read',
  'webhooks:read',
  'webhooks:write',
] as const
export type Right = (typeof RIGHTS)[number]

/**
 * `location-administrator` is held in a location, `accountant` of some of its companies, `system-operator` in the whole system.
 */
export const ROLES = ['location-administrator', 'accountant', 'system-operator'] as const
export type Role = (typeof ROLES)[number]

/** Languages of the web app. */
export const LOCALES = ['ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** How close the rows of lists stand. */
export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** Lists of the web app whose columns can be chosen. */
export const LISTS = ['orders', 'exchanges', 'companies'] as const
export type ListName = (typeof LISTS)[number]

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/**
 * How a connected 1C stands, by the last things that happened. waiting: it has yet to sign in (for the first time, or with a new password);
 * exchanging: it calls and takes its orders; refused: it can't sign in; unconfirmed: it took orders and does not say that it has them;
 * silent: it called before, not for long; paused: switched off by a person.
 */
export const INTEGRATION_STATES = [
  'waiting',
  'exchanging',
  'refused',
  'unconfirmed',
  'silent',
  'paused',
] as const
export type IntegrationState = (typeof INTEGRATION_STATES)[number]

/** Why it stands so. */
export const STATE_CODES = [
  'never-called',
  'new-password',
  'working',
  'wrong-password',
  'wrong-login',
  'loading',
  'not-confirmed',
  'cut',
  'failed',
  'no-calls',
  'paused',
] as const
export type StateCode = (typeof STATE_CODES)[number]

/** What a person or a program did to an integration. */
export const CHANGE_KINDS = ['created', 'updated', 'password'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Of an order, to one integration. */
export const EXPORT_STATES = ['owed', 'offered', 'held', 'confirmed', 'changed', 'not-matching'] as const
export type ExportState = (typeof EXPORT_STATES)[number]

/** Why an order is held back: a person wants it, preflight found something, or its 1C refused it. */
export const HOLD_KINDS = ['person', 'finding', 'quarantine'] as const
export type HoldKind = (typeof HOLD_KINDS)[number]

/** What a list of orders can be narrowed to; owed: offered and changed ones among them. */
export const ORDER_STATES = ['owed', 'offered', 'changed', 'held', 'confirmed', 'not-matching'] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** What an accepted order may be warned of whatever its 1C; docs/errors.md lists them. */
export const GENERAL_WARNING_CODES = [
  'item-id-reused',
  'inn-of-wrong-kind',
  'inn-check-digits',
  'damaged-text',
  'overwrites-accounting',
] as const
export const ORDER_WARNING_CODES = [...GENERAL_WARNING_CODES, ...FINDING_CODES] as const
export type OrderWarningCode = (typeof ORDER_WARNING_CODES)[number]

/** running; confirmed; nothing: no orders were due; unconfirmed: orders given, no success; refused: sign-in failed; failed. */
export const EXCHANGE_OUTCOMES = [
  'running',
  'confirmed',
  'nothing',
  'unconfirmed',
  'refused',
  'failed',
] as const
export type ExchangeOutcome = (typeof EXCHANGE_OUTCOMES)[number]

/** Of one request of a 1C. failure: answered "failure"; refused: 401; cut: the client went away before the end. */
export const STEP_OUTCOMES = ['running', 'done', 'failure', 'refused', 'cut'] as const
export type StepOutcome = (typeof STEP_OUTCOMES)[number]

/** What became of the answer that an order went out in; open: it has not ended, or broke off. */
export const EXCHANGE_ORDER_OUTCOMES = ['confirmed', 'sent', 'abandoned', 'open'] as const
export type ExchangeOrderOutcome = (typeof EXCHANGE_ORDER_OUTCOMES)[number]

/** Of the feed of events; `data` of each is in docs/platform.md. */
export const EVENT_TYPES = [
  'order.exported',
  'order.accounting.updated',
  'order.held',
  'order.released',
  'document.unknown',
  'catalogue.updated',
  'integration.state.changed',
  'test',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** active; paused: it only failed, one event is tried now and then until one arrives; disabled: by a person or by its own 410. */
export const WEBHOOK_STATES = ['active', 'paused', 'disabled'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** Why a webhook is not active: it only failed; it answered 410; a person said so. */
export const WEBHOOK_STATE_REASONS = ['failing', 'gone', 'person'] as const
export type WebhookStateReason = (typeof WEBHOOK_STATE_REASONS)[number]

/** Of a try to tell an event to a webhook; pending: it is still to be made. */
export const ATTEMPT_STATES = ['pending', 'delivered', 'failed'] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

/** Why a try failed; docs/platform.md says each in a sentence. */
export const ATTEMPT_FAILURES = [
  'address-not-public',
  'name-not-found',
  'connection-failed',
  'certificate',
  'timeout',
  'broken-answer',
  'redirect',
  'status',
  'event-forgotten',
] as const
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number]
