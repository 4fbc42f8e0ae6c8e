import { LOG_LEVELS } from '@obmen/contract'
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
} from './parsers.js'

/** How an environment variable is read. Its name is its key in capitals, `portLimit` PORT_LIMIT; its meaning stands in texts.ts. */
export interface Setting<T> {
  parser: Parser<T>
  /** As written in the environment; undefined: may stay unset. */
  default: string | undefined
  secret: boolean
}

function setting<T>(parser: Parser<T>, value: string): Setting<T> {
  return { parser, default: value, secret: false }
}

function optional<T>(parser: Parser<T>, { secret = false } = {}): Setting<T | undefined> {
  return { parser, default: undefined, secret }
}

/** Every variable that the service reads, in the order of docs/configuration.md. Sizes are bytes. */
export const SETTINGS = {
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: optional(databaseUrl, { secret: true }),
  dataDir: setting(folder, './data'),
  host: setting(host, '127.0.0.1'),
  port: setting(integer(0, 65_535), '8080'),
  /** Without a slash at the end; undefined: `http://HOST:PORT`, see `publicAddress`. */
  publicUrl: optional(publicUrl),
  logLevel: setting(oneOf(LOG_LEVELS), 'info'),
  /** Whose X-Forwarded-For counts: nobody's, or these addresses' and networks'. */
  trustProxy: setting(proxies, 'no'),
  databasePoolSize: setting(integer(2, 1000), '12'),
  databaseExchangePoolSize: setting(integer(2, 1000), '8'),
  databaseHealthPoolSize: setting(integer(2, 100), '3'),
  databaseWebhookPoolSize: setting(integer(2, 100), '4'),
  databaseStatementTimeoutSeconds: setting(integer(0, 86_400), '60'),
  databaseLockTimeoutSeconds: setting(integer(1, 600), '5'),
  databaseIdleTransactionSeconds: setting(integer(5, 86_400), '30'),
  databaseSilenceSeconds: setting(integer(1, 600), '5'),
  headerLimit: setting(size('4k', '1m'), '16k'),
  requestBodyLimit: setting(size('1k', '1g'), '16m'),
  /** A body sent by somebody who is not known yet. */
  publicBodyLimit: setting(size('1k', '16m'), '64k'),
  /** Bodies of all requests together. */
  requestBytesLimit: setting(size('16m', '64g'), '128m'),
  batchLineLimit: setting(size('1k', '1g'), '16m'),
  exchangeBodyLimit: setting(size('1k', '10g'), '100m'),
  /** Bytes, as sent, of a group of orders saved in one transaction. */
  intakeGroupLimit: setting(size('64k', '256m'), '4m'),
  /** Threads that read orders, and how many pieces of work may wait for them. */
  intakeThreads: setting(integer(1, 64), '1'),
  intakeQueue: setting(integer(1, 100_000), '100'),
  /** Bytes of the stored orders in one page of an answer. */
  orderPageLimit: setting(size('64k', '256m'), '1m'),
  /** Memory of the pages of all answers with orders together, how long one is kept while others wait, and how long they wait. */
  downloadBytesLimit: setting(size('16m', '64g'), '128m'),
  downloadHoldSeconds: setting(integer(1, 3600), '30'),
  downloadWaitSeconds: setting(integer(1, 3600), '55'),
  /** What a page of the list of orders may cost; see orders/listing/find-page.ts. */
  orderListProbe: setting(integer(50, 10_000), '200'),
  orderListWalk: setting(integer(1000, 1_000_000), '20000'),
  orderListCandidates: setting(integer(1000, 1_000_000), '20000'),
  orderListSeconds: setting(integer(0, 60), '2'),
  /** Rows of one CSV or XLSX file. */
  exportRowLimit: setting(integer(1, 1_000_000), '200000'),
  /** Bytes of the stored orders in one dry run. */
  dryRunLimit: setting(size('64k', '1g'), '16m'),
  dryRunMemory: setting(size('128m', '16g'), '256m'),
  dryRunSeconds: setting(integer(1, 3600), '120'),
  /** Dry runs at once; others wait. */
  dryRunsAtOnce: setting(integer(1, 64), '1'),
  dryRunQueue: setting(integer(0, 1000), '8'),
  /** Requests a minute; 0 = any number. */
  apiRateLimit: setting(integer(0, 10_000_000), '60000'),
  exchangeSessionHours: setting(integer(1, 8760), '24'),
  webSessionDays: setting(integer(1, 365), '30'),
  invitationDays: setting(integer(1, 365), '7'),
  signInAttempts: setting(integer(1, 10_000), '10'),
  signInAddressAttempts: setting(integer(1, 1_000_000), '100'),
  signInLoginAttempts: setting(integer(1, 1_000_000), '100'),
  signInLockMinutes: setting(integer(1, 10_080), '10'),
  passwordHashesAtOnce: setting(integer(1, 64), '2'),
  passwordHashQueue: setting(integer(0, 10_000), '50'),
  /** Files that 1C sends: one part, a whole one, how many, what is kept of them; see uploads/upload-limits.ts. */
  uploadPartLimit: setting(size('1k', '10g'), '2g'),
  uploadSizeLimit: setting(size('1k', '100g'), '4g'),
  uploadSessionFiles: setting(integer(1, 1_000_000), '20000'),
  uploadKeepBytes: setting(size('1m', '1000g'), '10g'),
  uploadsKeepDays: setting(integer(1, 3650), '30'),
  uploadUnpackedLimit: setting(size('1k', '1000g'), '8g'),
  uploadRatioLimit: setting(integer(2, 10_000), '200'),
  uploadArchiveFiles: setting(integer(1, 1_000_000), '20000'),
  uploadXmlDepth: setting(integer(8, 1000), '64'),
  uploadXmlAttributes: setting(integer(8, 100_000), '256'),
  uploadTextLimit: setting(integer(1000, 100_000_000), '1000000'),
  uploadDocumentElements: setting(integer(1000, 100_000_000), '300000'),
  uploadReadSeconds: setting(integer(1, 86_400), '3600'),
  uploadReadMemory: setting(size('32m', '16g'), '192m'),
  uploadsAtOnce: setting(integer(1, 64), '2'),
  uploadAnswerSeconds: setting(integer(1, 3600), '60'),
  /** A file that a person drops on a page to see what it would change. */
  fileInspectionSize: setting(size('1k', '10g'), '256m'),
  fileInspectionDocuments: setting(integer(1, 10_000), '200'),
  fileInspectionsAtOnce: setting(integer(1, 64), '2'),
  uploadQuietMinutes: setting(integer(1, 1440), '10'),
  /** 1C's catalogue, for each integration: see catalogue/catalogue-limits.ts. */
  catalogueItemsLimit: setting(integer(1, 100_000_000), '1000000'),
  catalogueTextLimit: setting(integer(100, 10_000), '1000'),
  catalogueListLimit: setting(integer(1, 10_000), '500'),
  catalogueLinkOrders: setting(integer(1, 1_000_000), '5000'),
  catalogueKeepDays: setting(integer(1, 3650), '180'),
  catalogueSettleSeconds: setting(integer(1, 86_400), '15'),
  cataloguePortionSeconds: setting(integer(1, 86_400), '120'),
  databaseUploadPoolSize: setting(integer(2, 1000), '4'),
  unknownDocumentsKeepDays: setting(integer(1, 36_500), '365'),
  accountingChangesKeepDays: setting(integer(1, 36_500), '365'),
  tasksKeepDays: setting(integer(1, 36_500), '365'),
  journalBodyLimit: setting(size('0', '10g'), '64m'),
  /** An integration that has not called for this long is shown as silent. */
  silentAfterHours: setting(integer(1, 8760), '24'),
  /** A 1C that takes longer to confirm the orders it was given is shown as not confirming. */
  confirmWithinMinutes: setting(integer(1, 1440), '15'),
  journalKeepDays: setting(integer(1, 3650), '90'),
  /** The request log of the REST API: how long it is kept, and how much of one body and in total. */
  intakeKeepDays: setting(integer(1, 3650), '14'),
  intakeBodyLimit: setting(size('0', '1m'), '64k'),
  intakeLogLimit: setting(size('16m', '1000g'), '2g'),
  eventsKeepDays: setting(integer(1, 3650), '30'),
  /** Whether webhooks may go to private and loopback addresses. */
  webhookAllowPrivate: setting(oneOf(['yes', 'no']), 'no'),
  webhooksPerLocation: setting(integer(1, 10_000), '50'),
  webhookTimeoutSeconds: setting(integer(1, 120), '10'),
  webhookAnswerLimit: setting(size('1k', '10m'), '64k'),
  /** Attempts that this server makes at once; chains of one webhook on all servers together. */
  webhooksAtOnce: setting(integer(1, 500), '20'),
  webhookAtOnce: setting(integer(1, 100), '4'),
  webhookRetryHours: setting(integer(0, 720), '72'),
  webhookPauseAfter: setting(integer(1, 100_000), '20'),
  webhookProbeMinutes: setting(integer(1, 1440), '10'),
  webhookReplayLimit: setting(integer(1, 1_000_000), '10000'),
  webhookAttemptsKeepDays: setting(integer(1, 3650), '30'),
  /** Days since a line's id last appeared in an order. */
  itemNamesKeepDays: setting(integer(30, 3650), '180'),
  buyersKeepDays: setting(integer(30, 3650), '365'),
  /** How many of an integration's newest unconfirmed batches can still be confirmed. */
  unconfirmedBatchesKeep: setting(integer(1, 1000), '10'),
  quarantineRetrySeconds: setting(integer(1, 604_800), '3600'),
  /** All revisions of an order younger than this many days are kept. */
  orderRevisionsKeep: setting(integer(1, 36_500), '365'),
  /** A connection idle for this long is closed. */
  connectionIdleSeconds: setting(integer(1, 86_400), '300'),
  requestTimeoutSeconds: setting(integer(1, 86_400), '1800'),
  /** How long to read on after an answer that came before the body had. */
  earlyAnswerSeconds: setting(integer(1, 600), '10'),
  keepAliveSeconds: setting(integer(1, 3600), '120'),
  stopTimeoutSeconds: setting(integer(0, 86_400), '300'),
}
