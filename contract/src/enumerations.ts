import { FINDING_CODES } from './findings.js'

/** Rights of an API token; people's rights follow from their role. */
export const RIGHTS = [
  'orders:read',
  'orders:write',
  'integrations:read',
  'integrations:write',
  'integrations:credentials',
  'companies:read',
  'companies:write',
  'journal:read',
  'events:read',
  'webhooks:read',
  'webhooks:write',
] as const
export type Right = (typeof RIGHTS)[number]

/** Held in a location, in some of its companies (accountant), or in the whole system (system-operator). */
export const ROLES = ['location-administrator', 'accountant', 'system-operator'] as const
export type Role = (typeof ROLES)[number]

/** Languages of the web app. */
export const LOCALES = ['ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Density of lists. */
export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** Lists of the web app whose columns can be chosen. */
export const LISTS = ['orders', 'exchanges', 'companies'] as const
export type ListName = (typeof LISTS)[number]

/** Filters of lists that a person may save. */
export const MOST_VIEWS = 50

/** Of whom REQUIRE_SECOND_FACTOR demands one: nobody, operators, or administrators of locations too. */
export const SECOND_FACTOR_RULES = ['no', 'operators', 'administrators'] as const
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number]

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/**
 * The state of a connected 1C, judging by its last exchanges. waiting: it has yet to sign in (for the first
 * time, or with a new password); exchanging: it calls and loads its orders; refused: it can't sign in;
 * unconfirmed: it got orders and did not confirm them; silent: it used to call, and stopped; paused: switched
 * off by a person.
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

/** The cause of the state. */
export const STATE_CODES = [
  'never-called',
  'new-password',
  'working',
  'wrong-password',
  'wrong-login',
  'loading',
  'not-confirmed',
  'searching',
  'takes-none',
  'cut',
  'failed',
  'no-calls',
  'paused',
  'restored',
] as const
export type StateCode = (typeof STATE_CODES)[number]

/** What a person or a program did to an integration. */
export const CHANGE_KINDS = ['created', 'updated', 'password'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** The state of an order at one integration. */
export const EXPORT_STATES = ['owed', 'offered', 'held', 'confirmed', 'changed', 'not-matching'] as const
export type ExportState = (typeof EXPORT_STATES)[number]

/** Why an order is held back: by a person, by a finding of preflight, or because its 1C refused it. */
export const HOLD_KINDS = ['person', 'finding', 'quarantine'] as const
export type HoldKind = (typeof HOLD_KINDS)[number]

/** What can be done with many orders at once. */
export const BULK_ACTION_KINDS = ['resend', 'hold', 'release'] as const
export type BulkActionKind = (typeof BULK_ACTION_KINDS)[number]
export const BULK_ACTION_STATES = ['running', 'done', 'canceled'] as const
export type BulkActionState = (typeof BULK_ACTION_STATES)[number]

/** States by which orders can be filtered; owed includes offered and changed, by-hand: has a task. */
export const ORDER_STATES = [
  'owed',
  'offered',
  'changed',
  'held',
  'confirmed',
  'not-matching',
  'by-hand',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** Tokens that can be revoked together with a role: their ids stand in an address. */
export const REVOKED_TOKENS_MAX = 200

/** Maximum length of a person's reason for holding an order, in characters. */
export const HOLD_REASON_LENGTH = 500

/** Warnings about an accepted order that do not depend on its 1C; listed in docs/errors.md. */
export const GENERAL_WARNING_CODES = [
  'item-id-reused',
  'payment-of-two-orders',
  'inn-of-wrong-kind',
  'inn-check-digits',
  'damaged-text',
  'status-means-canceled',
  'paid-but-goes-nowhere',
  'overwrites-accounting',
  'payment-not-told-to-origin',
] as const
export const ORDER_WARNING_CODES = [...GENERAL_WARNING_CODES, ...FINDING_CODES] as const
export type OrderWarningCode = (typeof ORDER_WARNING_CODES)[number]

/** nothing: no orders were owed; unconfirmed: sent, no success; refused: sign-in failed. */
export const EXCHANGE_OUTCOMES = [
  'running',
  'confirmed',
  'nothing',
  'unconfirmed',
  'refused',
  'failed',
] as const
export type ExchangeOutcome = (typeof EXCHANGE_OUTCOMES)[number]

/** One request of a 1C. failure: answered "failure"; refused: 401; cut: the client disconnected. */
export const STEP_OUTCOMES = ['running', 'done', 'failure', 'refused', 'cut'] as const
export type StepOutcome = (typeof STEP_OUTCOMES)[number]

/** Outcome of the answer that contained an order; open: it has not ended, or broke off. */
export const EXCHANGE_ORDER_OUTCOMES = ['confirmed', 'sent', 'abandoned', 'open'] as const
export type ExchangeOrderOutcome = (typeof EXCHANGE_ORDER_OUTCOMES)[number]

/** Types of events in the feed; `data` of each is described in docs/events.md. */
export const EVENT_TYPES = [
  'order.exported',
  'order.accounting.updated',
  'reconciliation.changed',
  'order.held',
  'order.released',
  'order.not-matching',
  'order.finding',
  'order.refused',
  'task.opened',
  'task.settled',
  'document.unknown',
  'catalogue.updated',
  'integration.state.changed',
  'alarm.opened',
  'alarm.over',
  'test',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** paused: attempts kept failing, one is made now and then; disabled: by a person or a 410. */
export const WEBHOOK_STATES = ['active', 'paused', 'disabled'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** Why a webhook is not active: its attempts failed; it answered 410; a person disabled it. */
export const WEBHOOK_STATE_REASONS = ['failing', 'gone', 'person'] as const
export type WebhookStateReason = (typeof WEBHOOK_STATE_REASONS)[number]

/** State of an attempt to deliver an event to a webhook; pending: still to be made. */
export const ATTEMPT_STATES = ['pending', 'delivered', 'failed'] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

/** Why an attempt failed; docs/events.md explains each. */
export const ATTEMPT_FAILURES = [
  'address-not-public',
  'host-not-allowed',
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

/** How an exchange played by the simulator would end. */
export const DRY_RUN_OUTCOMES = [
  'confirmed',
  'loaded',
  'confirmation-refused',
  'load-failed',
  'not-read',
  'not-authorised',
  'not-initialised',
  'cut',
] as const
export type DryRunOutcome = (typeof DRY_RUN_OUTCOMES)[number]

/** Problems that whoever runs the server should look at. */
export const SYSTEM_PROBLEMS = ['pending-migrations', 'little-disk', 'no-public-url'] as const
export type SystemProblem = (typeof SYSTEM_PROBLEMS)[number]

/** How a company sells: with VAT in general, at the special rates of УСН, or without VAT. */
export const VAT_REGIMES = ['22', '5', '7', 'none'] as const
export interface TaxRegime {
  /** The first day, `2027-01-01`. */
  from: string
  vat: (typeof VAT_REGIMES)[number]
}

/** What an accountant may have to do by hand. */
export const TASK_CODES = [
  'enter-refund',
  'undo-payment',
  'enter-payment',
  'enter-overpayment',
  'check-canceled',
  'check-payment',
  'find-missing',
  'remove-double',
] as const
export type TaskCode = (typeof TASK_CODES)[number]

export const TASK_STATES = ['open', 'done'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** What alarms of one 1C are about, worst first: it, orders, files, reading. Accountants are told of them. */
export const INTEGRATION_CAUSES = [
  'refused',
  'unconfirmed',
  'quarantined',
  'silent',
  'late',
  'held',
  'failed-file',
  'reading-failed',
] as const
/** What alarms of a location are about. */
export const LOCATION_CAUSES = [...INTEGRATION_CAUSES, 'tasks-overdue', 'webhook-stopped'] as const
/** What alarms of the server are about. */
export const SERVER_CAUSES = ['disk', 'connections', 'backup-old', 'clock', 'certificate'] as const
export const ALARM_CAUSES = [...LOCATION_CAUSES, ...SERVER_CAUSES] as const
export type AlarmCause = (typeof ALARM_CAUSES)[number]

/** How people are told of alarms. */
export const ALARM_CHANNELS = ['mail', 'telegram', 'max', 'webhook'] as const
export type AlarmChannel = (typeof ALARM_CHANNELS)[number]
/** What the address of the channel `webhook` takes. */
export const CHAT_FORMATS = ['mattermost', 'slack'] as const

/** How reading a 1C over OData stands. */
export const READING_STATES = ['off', 'waiting', 'running', 'failed'] as const
export type ReadingState = (typeof READING_STATES)[number]

/** What the check of a reading looks at, one after another. */
export const READING_STEPS = [
  'address',
  'reached',
  'signed-in',
  'published',
  'rights',
  'organization',
  'clock',
] as const
export type ReadingStep = (typeof READING_STEPS)[number]

/** What a reading reads, in their order. */
export const READING_PHASES = [
  'published',
  'organization',
  'marks',
  'documents',
  'known',
  'statuses',
  'payments',
  'shipments',
  'conclude',
] as const
export type ReadingPhase = (typeof READING_PHASES)[number]

/** Why a reading failed. What was known before stays as it was. */
export const READING_FAILURES = [
  'address-not-public',
  'name-not-found',
  'connection-failed',
  'certificate',
  'timeout',
  'redirect',
  'not-published',
  'wrong-password',
  'no-right',
  'locked',
  'unavailable',
  'html',
  'cut',
  'too-large',
  'unexpected-answer',
  'documents-not-published',
  'organization-unknown',
  'older-copy',
  'error-in-1c',
  'secret-lost',
  'client-not-read',
] as const
export type ReadingFailure = (typeof READING_FAILURES)[number]

/** How an order compares with what its 1C has. */
export const RECONCILIATION_STATES = [
  'agrees',
  'missing',
  'doubled',
  'differs',
  'not-loaded',
  'unknown',
] as const
export type ReconciliationState = (typeof RECONCILIATION_STATES)[number]

/** In what an order differs from its document in 1C. */
export const RECONCILIATION_DIFFERENCES = [
  'total',
  'payments',
  'customer',
  'deleted',
  'canceled',
  'unposted',
  'organization',
] as const
export type ReconciliationDifference = (typeof RECONCILIATION_DIFFERENCES)[number]

/** From where it is known what 1C has. */
export const ACCOUNTING_SOURCES = ['upload', 'reading'] as const
export type AccountingSource = (typeof ACCOUNTING_SOURCES)[number]
