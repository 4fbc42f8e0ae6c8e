import { LOG_LEVELS, type LogLevel } from '@obmen/contract'
import {
  databaseUrl,
  folder,
  host,
  integer,
  oneOf,
  type Parser,
  proxies,
  publicUrl,
  size,
} from './config/parsers.js'
import { configTexts as texts } from './config/texts.js'
import { AppError } from './errors/app-error.js'

/** Everything that can be set from outside. Sizes are bytes. */
export interface Config {
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  host: string
  port: number
  /** Without a slash at the end; undefined: `http://HOST:PORT`, see `publicAddress`. */
  publicUrl: string | undefined
  logLevel: LogLevel
  /** Whose X-Forwarded-For counts: nobody's, or these addresses' and networks'. */
  trustProxy: false | string[]
  databasePoolSize: number
  databaseExchangePoolSize: number
  databaseHealthPoolSize: number
  databaseWebhookPoolSize: number
  databaseStatementTimeoutSeconds: number
  databaseLockTimeoutSeconds: number
  databaseIdleTransactionSeconds: number
  databaseSilenceSeconds: number
  headerLimit: number
  requestBodyLimit: number
  batchLineLimit: number
  exchangeBodyLimit: number
  /** Bytes, as sent, of a group of orders saved in one transaction. */
  intakeGroupLimit: number
  /** Threads that read orders, and how many pieces of work may wait for them. */
  intakeThreads: number
  intakeQueue: number
  /** Bytes of the stored orders in one page of an answer. */
  orderPageLimit: number
  /** Rows of one CSV or XLSX file. */
  exportRowLimit: number
  /** Bytes of the stored orders in one dry run. */
  dryRunLimit: number
  dryRunMemory: number
  dryRunSeconds: number
  /** Dry runs at once; others wait. */
  dryRunsAtOnce: number
  dryRunQueue: number
  /** Requests a minute; 0 = any number. */
  apiRateLimit: number
  exchangeSessionHours: number
  webSessionDays: number
  invitationDays: number
  signInAttempts: number
  signInAddressAttempts: number
  signInLoginAttempts: number
  signInLockMinutes: number
  passwordHashesAtOnce: number
  passwordHashQueue: number
  /** Files that 1C sends: one part, a whole one, how many, what is kept of them; see uploads/upload-limits.ts. */
  uploadPartLimit: number
  uploadSizeLimit: number
  uploadSessionFiles: number
  uploadKeepBytes: number
  uploadsKeepDays: number
  uploadUnpackedLimit: number
  uploadRatioLimit: number
  uploadArchiveFiles: number
  uploadXmlDepth: number
  uploadXmlAttributes: number
  uploadTextLimit: number
  uploadDocumentElements: number
  uploadReadSeconds: number
  uploadReadMemory: number
  uploadsAtOnce: number
  uploadAnswerSeconds: number
  uploadQuietMinutes: number
  databaseUploadPoolSize: number
  accountingChangesKeepDays: number
  journalBodyLimit: number
  journalKeepDays: number
  /** The request log of the REST API: how long it is kept, and how much of one body and in total. */
  intakeKeepDays: number
  intakeBodyLimit: number
  intakeLogLimit: number
  /** How many of an integration's newest unconfirmed batches can still be confirmed. */
  unconfirmedBatchesKeep: number
  quarantineRetrySeconds: number
  /** All revisions of an order younger than this many days are kept. */
  orderRevisionsKeep: number
  /** Days since a line's id last appeared in an order. */
  itemNamesKeepDays: number
  eventsKeepDays: number
  /** Whether webhooks may go to private and loopback addresses. */
  webhookAllowPrivate: 'yes' | 'no'
  webhooksPerLocation: number
  webhookTimeoutSeconds: number
  webhookAnswerLimit: number
  /** Attempts that this server makes at once; chains of one webhook on all servers together. */
  webhooksAtOnce: number
  webhookAtOnce: number
  webhookRetryHours: number
  webhookPauseAfter: number
  webhookProbeMinutes: number
  webhookReplayLimit: number
  webhookAttemptsKeepDays: number
  /** An integration that has not called for this long is shown as silent. */
  silentAfterHours: number
  /** A 1C that takes longer to confirm the orders it was given is shown as not confirming. */
  confirmWithinMinutes: number
  /** A connection idle for this long is closed. */
  connectionIdleSeconds: number
  requestTimeoutSeconds: number
  keepAliveSeconds: number
  stopTimeoutSeconds: number
}

interface Setting<T> {
  name: string
  parser: Parser<T>
  /** As written in the environment; undefined: may stay unset. */
  default: string | undefined
  meaning: string
  secret?: true
}

const SETTINGS: { readonly [Key in keyof Config]: Setting<Exclude<Config[Key], undefined>> } = {
  databaseUrl: {
    name: 'DATABASE_URL',
    parser: databaseUrl,
    default: undefined,
    meaning: texts.databaseUrl,
    secret: true,
  },
  dataDir: { name: 'DATA_DIR', parser: folder, default: './data', meaning: texts.dataDir },
  host: { name: 'HOST', parser: host, default: '127.0.0.1', meaning: texts.host },
  port: { name: 'PORT', parser: integer(0, 65_535), default: '8080', meaning: texts.port },
  publicUrl: { name: 'PUBLIC_URL', parser: publicUrl, default: undefined, meaning: texts.publicUrl },
  logLevel: { name: 'LOG_LEVEL', parser: oneOf(LOG_LEVELS), default: 'info', meaning: texts.logLevel },
  trustProxy: { name: 'TRUST_PROXY', parser: proxies, default: 'no', meaning: texts.trustProxy },
  databasePoolSize: {
    name: 'DATABASE_POOL_SIZE',
    parser: integer(2, 1000),
    default: '12',
    meaning: texts.databasePoolSize,
  },
  databaseExchangePoolSize: {
    name: 'DATABASE_EXCHANGE_POOL_SIZE',
    parser: integer(2, 1000),
    default: '8',
    meaning: texts.databaseExchangePoolSize,
  },
  databaseHealthPoolSize: {
    name: 'DATABASE_HEALTH_POOL_SIZE',
    parser: integer(2, 100),
    default: '3',
    meaning: texts.databaseHealthPoolSize,
  },
  databaseWebhookPoolSize: {
    name: 'DATABASE_WEBHOOK_POOL_SIZE',
    parser: integer(2, 100),
    default: '4',
    meaning: texts.databaseWebhookPoolSize,
  },
  databaseStatementTimeoutSeconds: {
    name: 'DATABASE_STATEMENT_TIMEOUT_SECONDS',
    parser: integer(0, 86_400),
    default: '60',
    meaning: texts.databaseStatementTimeoutSeconds,
  },
  databaseLockTimeoutSeconds: {
    name: 'DATABASE_LOCK_TIMEOUT_SECONDS',
    parser: integer(1, 600),
    default: '5',
    meaning: texts.databaseLockTimeoutSeconds,
  },
  databaseIdleTransactionSeconds: {
    name: 'DATABASE_IDLE_TRANSACTION_SECONDS',
    parser: integer(5, 86_400),
    default: '30',
    meaning: texts.databaseIdleTransactionSeconds,
  },
  databaseSilenceSeconds: {
    name: 'DATABASE_SILENCE_SECONDS',
    parser: integer(1, 600),
    default: '5',
    meaning: texts.databaseSilenceSeconds,
  },
  headerLimit: { name: 'HEADER_LIMIT', parser: size('4k', '1m'), default: '16k', meaning: texts.headerLimit },
  requestBodyLimit: {
    name: 'REQUEST_BODY_LIMIT',
    parser: size('1k', '1g'),
    default: '16m',
    meaning: texts.requestBodyLimit,
  },
  batchLineLimit: {
    name: 'BATCH_LINE_LIMIT',
    parser: size('1k', '1g'),
    default: '16m',
    meaning: texts.batchLineLimit,
  },
  exchangeBodyLimit: {
    name: 'EXCHANGE_BODY_LIMIT',
    parser: size('1k', '10g'),
    default: '100m',
    meaning: texts.exchangeBodyLimit,
  },
  intakeGroupLimit: {
    name: 'INTAKE_GROUP_LIMIT',
    parser: size('64k', '256m'),
    default: '4m',
    meaning: texts.intakeGroupLimit,
  },
  intakeThreads: {
    name: 'INTAKE_THREADS',
    parser: integer(1, 64),
    default: '1',
    meaning: texts.intakeThreads,
  },
  intakeQueue: {
    name: 'INTAKE_QUEUE',
    parser: integer(1, 100_000),
    default: '100',
    meaning: texts.intakeQueue,
  },
  orderPageLimit: {
    name: 'ORDER_PAGE_LIMIT',
    parser: size('64k', '256m'),
    default: '1m',
    meaning: texts.orderPageLimit,
  },
  exportRowLimit: {
    name: 'EXPORT_ROW_LIMIT',
    parser: integer(1, 1_000_000),
    default: '200000',
    meaning: texts.exportRowLimit,
  },
  dryRunLimit: {
    name: 'DRY_RUN_LIMIT',
    parser: size('64k', '1g'),
    default: '16m',
    meaning: texts.dryRunLimit,
  },
  dryRunMemory: {
    name: 'DRY_RUN_MEMORY',
    parser: size('128m', '16g'),
    default: '256m',
    meaning: texts.dryRunMemory,
  },
  dryRunSeconds: {
    name: 'DRY_RUN_SECONDS',
    parser: integer(1, 3600),
    default: '120',
    meaning: texts.dryRunSeconds,
  },
  dryRunsAtOnce: {
    name: 'DRY_RUNS_AT_ONCE',
    parser: integer(1, 64),
    default: '1',
    meaning: texts.dryRunsAtOnce,
  },
  dryRunQueue: {
    name: 'DRY_RUN_QUEUE',
    parser: integer(0, 1000),
    default: '8',
    meaning: texts.dryRunQueue,
  },
  apiRateLimit: {
    name: 'API_RATE_LIMIT',
    parser: integer(0, 10_000_000),
    default: '60000',
    meaning: texts.apiRateLimit,
  },
  exchangeSessionHours: {
    name: 'EXCHANGE_SESSION_HOURS',
    parser: integer(1, 8760),
    default: '24',
    meaning: texts.exchangeSessionHours,
  },
  webSessionDays: {
    name: 'WEB_SESSION_DAYS',
    parser: integer(1, 365),
    default: '30',
    meaning: texts.webSessionDays,
  },
  invitationDays: {
    name: 'INVITATION_DAYS',
    parser: integer(1, 365),
    default: '7',
    meaning: texts.invitationDays,
  },
  signInAttempts: {
    name: 'SIGN_IN_ATTEMPTS',
    parser: integer(1, 10_000),
    default: '10',
    meaning: texts.signInAttempts,
  },
  signInAddressAttempts: {
    name: 'SIGN_IN_ADDRESS_ATTEMPTS',
    parser: integer(1, 1_000_000),
    default: '100',
    meaning: texts.signInAddressAttempts,
  },
  signInLoginAttempts: {
    name: 'SIGN_IN_LOGIN_ATTEMPTS',
    parser: integer(1, 1_000_000),
    default: '100',
    meaning: texts.signInLoginAttempts,
  },
  signInLockMinutes: {
    name: 'SIGN_IN_LOCK_MINUTES',
    parser: integer(1, 10_080),
    default: '10',
    meaning: texts.signInLockMinutes,
  },
  passwordHashesAtOnce: {
    name: 'PASSWORD_HASHES_AT_ONCE',
    parser: integer(1, 64),
    default: '2',
    meaning: texts.passwordHashesAtOnce,
  },
  passwordHashQueue: {
    name: 'PASSWORD_HASH_QUEUE',
    parser: integer(0, 10_000),
    default: '50',
    meaning: texts.passwordHashQueue,
  },
  uploadPartLimit: {
    name: 'UPLOAD_PART_LIMIT',
    parser: size('1k', '10g'),
    default: '2g',
    meaning: texts.uploadPartLimit,
  },
  uploadSizeLimit: {
    name: 'UPLOAD_SIZE_LIMIT',
    parser: size('1k', '100g'),
    default: '4g',
    meaning: texts.uploadSizeLimit,
  },
  uploadSessionFiles: {
    name: 'UPLOAD_SESSION_FILES',
    parser: integer(1, 1_000_000),
    default: '20000',
    meaning: texts.uploadSessionFiles,
  },
  uploadKeepBytes: {
    name: 'UPLOAD_KEEP_BYTES',
    parser: size('1m', '1000g'),
    default: '10g',
    meaning: texts.uploadKeepBytes,
  },
  uploadsKeepDays: {
    name: 'UPLOADS_KEEP_DAYS',
    parser: integer(1, 3650),
    default: '30',
    meaning: texts.uploadsKeepDays,
  },
  uploadUnpackedLimit: {
    name: 'UPLOAD_UNPACKED_LIMIT',
    parser: size('1k', '1000g'),
    default: '8g',
    meaning: texts.uploadUnpackedLimit,
  },
  uploadRatioLimit: {
    name: 'UPLOAD_RATIO_LIMIT',
    parser: integer(2, 10_000),
    default: '200',
    meaning: texts.uploadRatioLimit,
  },
  uploadArchiveFiles: {
    name: 'UPLOAD_ARCHIVE_FILES',
    parser: integer(1, 1_000_000),
    default: '20000',
    meaning: texts.uploadArchiveFiles,
  },
  uploadXmlDepth: {
    name: 'UPLOAD_XML_DEPTH',
    parser: integer(8, 1000),
    default: '64',
    meaning: texts.uploadXmlDepth,
  },
  uploadXmlAttributes: {
    name: 'UPLOAD_XML_ATTRIBUTES',
    parser: integer(8, 100_000),
    default: '256',
    meaning: texts.uploadXmlAttributes,
  },
  uploadTextLimit: {
    name: 'UPLOAD_TEXT_LIMIT',
    parser: integer(1000, 100_000_000),
    default: '1000000',
    meaning: texts.uploadTextLimit,
  },
  uploadDocumentElements: {
    name: 'UPLOAD_DOCUMENT_ELEMENTS',
    parser: integer(1000, 100_000_000),
    default: '300000',
    meaning: texts.uploadDocumentElements,
  },
  uploadReadSeconds: {
    name: 'UPLOAD_READ_SECONDS',
    parser: integer(1, 86_400),
    default: '3600',
    meaning: texts.uploadReadSeconds,
  },
  uploadReadMemory: {
    name: 'UPLOAD_READ_MEMORY',
    parser: size('32m', '16g'),
    default: '192m',
    meaning: texts.uploadReadMemory,
  },
  uploadsAtOnce: {
    name: 'UPLOADS_AT_ONCE',
    parser: integer(1, 64),
    default: '2',
    meaning: texts.uploadsAtOnce,
  },
  uploadAnswerSeconds: {
    name: 'UPLOAD_ANSWER_SECONDS',
    parser: integer(1, 3600),
    default: '60',
    meaning: texts.uploadAnswerSeconds,
  },
  uploadQuietMinutes: {
    name: 'UPLOAD_QUIET_MINUTES',
    parser: integer(1, 1440),
    default: '10',
    meaning: texts.uploadQuietMinutes,
  },
  databaseUploadPoolSize: {
    name: 'DATABASE_UPLOAD_POOL_SIZE',
    parser: integer(2, 1000),
    default: '4',
    meaning: texts.databaseUploadPoolSize,
  },
  accountingChangesKeepDays: {
    name: 'ACCOUNTING_CHANGES_KEEP_DAYS',
    parser: integer(1, 36_500),
    default: '365',
    meaning: texts.accountingChangesKeepDays,
  },
  journalBodyLimit: {
    name: 'JOURNAL_BODY_LIMIT',
    parser: size('0', '10g'),
    default: '64m',
    meaning: texts.journalBodyLimit,
  },
  silentAfterHours: {
    name: 'SILENT_AFTER_HOURS',
    parser: integer(1, 8760),
    default: '24',
    meaning: texts.silentAfterHours,
  },
  confirmWithinMinutes: {
    name: 'CONFIRM_WITHIN_MINUTES',
    parser: integer(1, 1440),
    default: '15',
    meaning: texts.confirmWithinMinutes,
  },
  journalKeepDays: {
    name: 'JOURNAL_KEEP_DAYS',
    parser: integer(1, 3650),
    default: '90',
    meaning: texts.journalKeepDays,
  },
  intakeKeepDays: {
    name: 'INTAKE_KEEP_DAYS',
    parser: integer(1, 3650),
    default: '14',
    meaning: texts.intakeKeepDays,
  },
  intakeBodyLimit: {
    name: 'INTAKE_BODY_LIMIT',
    parser: size('0', '1m'),
    default: '64k',
    meaning: texts.intakeBodyLimit,
  },
  intakeLogLimit: {
    name: 'INTAKE_LOG_LIMIT',
    parser: size('16m', '1000g'),
    default: '2g',
    meaning: texts.intakeLogLimit,
  },
  eventsKeepDays: {
    name: 'EVENTS_KEEP_DAYS',
    parser: integer(1, 3650),
    default: '30',
    meaning: texts.eventsKeepDays,
  },
  webhookAllowPrivate: {
    name: 'WEBHOOK_ALLOW_PRIVATE',
    parser: oneOf(['yes', 'no']),
    default: 'no',
    meaning: texts.webhookAllowPrivate,
  },
  webhooksPerLocation: {
    name: 'WEBHOOKS_PER_LOCATION',
    parser: integer(1, 10_000),
    default: '50',
    meaning: texts.webhooksPerLocation,
  },
  webhookTimeoutSeconds: {
    name: 'WEBHOOK_TIMEOUT_SECONDS',
    parser: integer(1, 120),
    default: '10',
    meaning: texts.webhookTimeoutSeconds,
  },
  webhookAnswerLimit: {
    name: 'WEBHOOK_ANSWER_LIMIT',
    parser: size('1k', '10m'),
    default: '64k',
    meaning: texts.webhookAnswerLimit,
  },
  webhooksAtOnce: {
    name: 'WEBHOOKS_AT_ONCE',
    parser: integer(1, 500),
    default: '20',
    meaning: texts.webhooksAtOnce,
  },
  webhookAtOnce: {
    name: 'WEBHOOK_AT_ONCE',
    parser: integer(1, 100),
    default: '4',
    meaning: texts.webhookAtOnce,
  },
  webhookRetryHours: {
    name: 'WEBHOOK_RETRY_HOURS',
    parser: integer(0, 720),
    default: '72',
    meaning: texts.webhookRetryHours,
  },
  webhookPauseAfter: {
    name: 'WEBHOOK_PAUSE_AFTER',
    parser: integer(1, 100_000),
    default: '20',
    meaning: texts.webhookPauseAfter,
  },
  webhookProbeMinutes: {
    name: 'WEBHOOK_PROBE_MINUTES',
    parser: integer(1, 1440),
    default: '10',
    meaning: texts.webhookProbeMinutes,
  },
  webhookReplayLimit: {
    name: 'WEBHOOK_REPLAY_LIMIT',
    parser: integer(1, 1_000_000),
    default: '10000',
    meaning: texts.webhookReplayLimit,
  },
  webhookAttemptsKeepDays: {
    name: 'WEBHOOK_ATTEMPTS_KEEP_DAYS',
    parser: integer(1, 3650),
    default: '30',
    meaning: texts.webhookAttemptsKeepDays,
  },
  itemNamesKeepDays: {
    name: 'ITEM_NAMES_KEEP_DAYS',
    parser: integer(30, 3650),
    default: '180',
    meaning: texts.itemNamesKeepDays,
  },
  unconfirmedBatchesKeep: {
    name: 'UNCONFIRMED_BATCHES_KEEP',
    parser: integer(1, 1000),
    default: '10',
    meaning: texts.unconfirmedBatchesKeep,
  },
  quarantineRetrySeconds: {
    name: 'QUARANTINE_RETRY_SECONDS',
    parser: integer(1, 604_800),
    default: '3600',
    meaning: texts.quarantineRetrySeconds,
  },
  orderRevisionsKeep: {
    name: 'ORDER_REVISIONS_KEEP',
    parser: integer(1, 36_500),
    default: '365',
    meaning: texts.orderRevisionsKeep,
  },
  connectionIdleSeconds: {
    name: 'CONNECTION_IDLE_SECONDS',
    parser: integer(1, 86_400),
    default: '300',
    meaning: texts.connectionIdleSeconds,
  },
  requestTimeoutSeconds: {
    name: 'REQUEST_TIMEOUT_SECONDS',
    parser: integer(1, 86_400),
    default: '1800',
    meaning: texts.requestTimeoutSeconds,
  },
  keepAliveSeconds: {
    name: 'KEEP_ALIVE_SECONDS',
    parser: integer(1, 3600),
    default: '120',
    meaning: texts.keepAliveSeconds,
  },
  stopTimeoutSeconds: {
    name: 'STOP_TIMEOUT_SECONDS',
    parser: integer(0, 86_400),
    default: '300',
    meaning: texts.stopTimeoutSeconds,
  },
}

/** The only reader of the environment. Throws `invalid` with one sentence that names every wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  const values = Object.entries(SETTINGS).map(([key, setting]: [string, Setting<unknown>]) => {
    const text = env[setting.name]?.trim() || setting.default
    if (text === undefined) return [key, undefined]
    const value = setting.parser.read(text)
    if (value === undefined) problems.push(explain(setting, text))
    return [key, value]
  })
  if (problems.length > 0) throw new AppError('invalid', texts.refusal(problems))
  return Object.fromEntries(values) as Config
}

function explain({ name, parser, secret }: Setting<unknown>, text: string): string {
  return secret ? texts.secretProblem(name, parser.expected) : texts.problem(name, text, parser.expected)
}

/** The public URL of the service; `port` is the one it listens on. */
export function publicAddress(config: Pick<Config, 'publicUrl' | 'host'>, port: number): string {
  const { publicUrl: address, host: name } = config
  return address ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** Name, default and meaning of every variable. */
export function listSettings(): { name: string; default: string | undefined; meaning: string }[] {
  return Object.values(SETTINGS).map(setting => ({
    name: setting.name,
    default: setting.default,
    meaning: setting.meaning,
  }))
}

/** The limits in force: every number that can be set, sizes in bytes. */
export function listLimits(config: Config): { name: string; value: string; meaning: string }[] {
  return (Object.keys(SETTINGS) as (keyof Config)[])
    .filter(key => typeof config[key] === 'number' && key !== 'port')
    .map(key => ({ name: SETTINGS[key].name, value: String(config[key]), meaning: SETTINGS[key].meaning }))
}

/** The text of docs/configuration.md. */
export function describeConfig(): string {
  const rows = listSettings().map(
    ({ name, default: value, meaning }) =>
      `| \`${name}\` | ${value ? `\`${value}\`` : texts.noDefault} | ${meaning} |`,
  )
  return `${[texts.pageTitle, '', texts.pageIntro, '', texts.tableHead, ...rows].join('\n')}\n`
}
