import { LOG_LEVELS, SECOND_FACTOR_RULES } from '@obmen/contract'
import type { VariableName } from '@obmen/contract/variables'
import {
  account,
  botToken,
  databaseUrl,
  folder,
  host,
  integer,
  mailServer,
  oneOf,
  type Parser,
  proxies,
  publicUrl,
  receivers,
  sender,
  size,
  text,
  timeOfDay,
  webAddress,
} from './parsers.js'

/** How an environment variable is read. Its name is the key in capitals, `portLimit` PORT_LIMIT. */
export interface Variable<T> {
  parser: Parser<T>
  /** As written in the environment; undefined: may stay unset. */
  default: string | undefined
  /** Never shown; `NAME_FILE` may name a file that holds it. */
  secret: boolean
}

function variable<T>(parser: Parser<T>, value: string): Variable<T> {
  return { parser, default: value, secret: false }
}

function optional<T>(parser: Parser<T>, { secret = false } = {}): Variable<T | undefined> {
  return { parser, default: undefined, secret }
}

/** Every variable that the service reads, in the order of docs/configuration.md. Sizes are bytes. */
export const VARIABLES = {
  host: variable(host, '127.0.0.1'),
  port: variable(integer(0, 65_535), '8080'),
  /** Without a slash at the end; undefined: `http://HOST:PORT`, see `publicAddress`. */
  publicUrl: optional(publicUrl),
  /** Whose X-Forwarded-For counts: nobody's, or these addresses' and networks'. */
  trustProxy: variable(proxies, 'no'),
  /** Whether webhooks, mail and reading may call private and loopback addresses. */
  allowPrivateAddresses: variable(oneOf(['yes', 'no']), 'no'),
  logLevel: variable(oneOf(LOG_LEVELS), 'info'),
  stopTimeoutSeconds: variable(integer(0, 86_400), '300'),
  /** Who may read `/metrics` from another machine; undefined: nobody. */
  metricsToken: optional(text(16), { secret: true }),

  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: optional(databaseUrl, { secret: true }),
  dataDir: variable(folder, './data'),
  /** As whom root runs the embedded PostgreSQL. */
  runAs: optional(account),
  /** What secrets in the database are encrypted with; undefined: a key in a file in `dataDir`. */
  secretKey: optional(text(32), { secret: true }),
  databasePoolSize: variable(integer(2, 1000), '20'),
  databaseBackgroundPoolSize: variable(integer(2, 1000), '8'),
  /** 0: no limit. */
  databaseStatementTimeoutSeconds: variable(integer(0, 86_400), '60'),

  /** One order: the body of a put, a line of a batch or of a file. */
  requestBodyLimit: variable(size('1k', '1g'), '16m'),
  exchangeBodyLimit: variable(size('1k', '10g'), '100m'),
  uploadSizeLimit: variable(size('1k', '100g'), '4g'),
  catalogueItemsLimit: variable(integer(1, 100_000_000), '1000000'),
  /** Rows of one CSV or XLSX file. */
  exportRowLimit: variable(integer(1, 1_000_000), '200000'),
  /** Requests a minute; 0 = any number. */
  apiRateLimit: variable(integer(0, 10_000_000), '60000'),
  signInAttempts: variable(integer(1, 10_000), '10'),
  /** log2 of scrypt's N, of new hashes. */
  passwordHashCost: variable(integer(10, 20), '17'),
  requireSecondFactor: variable(oneOf(SECOND_FACTOR_RULES), 'no'),
  webSessionDays: variable(integer(1, 365), '30'),

  exchangeSessionHours: variable(integer(1, 8760), '24'),
  /** An integration that has not called for this long is shown as silent. */
  silentAfterHours: variable(integer(1, 8760), '24'),
  /** A 1C that takes longer to confirm the orders it was given is shown as not confirming. */
  confirmWithinMinutes: variable(integer(1, 1440), '15'),
  quarantineRetrySeconds: variable(integer(1, 604_800), '3600'),

  /** Undefined: the server takes no backups by itself. */
  backupDir: optional(folder),
  backupAt: variable(timeOfDay, '02:00'),
  backupKeep: variable(integer(1, 1000), '14'),

  journalKeepDays: variable(integer(1, 3650), '90'),
  /** Of the journal on disk; beyond it the earliest days go. */
  journalBytes: variable(size('100m', '1000000g'), '50g'),
  intakeKeepDays: variable(integer(1, 3650), '14'),
  eventsKeepDays: variable(integer(1, 3650), '30'),
  uploadsKeepDays: variable(integer(1, 3650), '30'),
  /** All revisions of an order younger than this many days are kept. */
  orderRevisionsKeep: variable(integer(1, 36_500), '365'),

  /** `host:port`, or `host` for the port of its scheme; undefined: any. */
  webhookHosts: optional(receivers),
  webhookTimeoutSeconds: variable(integer(1, 120), '10'),

  /** Undefined: no mail is sent. */
  smtpUrl: optional(mailServer, { secret: true }),
  mailFrom: optional(sender),
  heartbeatUrl: optional(webAddress),
  telegramBotToken: optional(botToken, { secret: true }),
  telegramApiUrl: variable(publicUrl, 'https://api.telegram.org'),
  maxBotToken: optional(botToken, { secret: true }),
  maxApiUrl: variable(publicUrl, 'https://platform-api2.max.ru'),
} satisfies Record<VariableKey, Variable<unknown>>

type VariableKey = CamelCase<Lowercase<VariableName>>
type CamelCase<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name
