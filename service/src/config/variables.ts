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

/** How an environment variable is read. Its name is the key in capitals, `portLimit` PORT_LIMIT; its meaning is in texts.ts. */
export interface Variable<T> {
  parser: Parser<T>
  /** As written in the environment; undefined: may stay unset. */
  default: string | undefined
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
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: optional(databaseUrl, { secret: true }),
  dataDir: variable(folder, './data'),
  host: variable(host, '127.0.0.1'),
  port: variable(integer(0, 65_535), '8080'),
  /** Without a slash at the end; undefined: `http://HOST:PORT`, see `publicAddress`. */
  publicUrl: optional(publicUrl),
  logLevel: variable(oneOf(LOG_LEVELS), 'info'),
  /** Whose X-Forwarded-For counts: nobody's, or these addresses' and networks'. */
  trustProxy: variable(proxies, 'no'),
  databasePoolSize: variable(integer(2, 1000), '12'),
  databaseExchangePoolSize: variable(integer(2, 1000), '8'),
  databaseHealthPoolSize: variable(integer(2, 100), '3'),
  databaseWebhookPoolSize: variable(integer(2, 100), '4'),
  databaseStatementTimeoutSeconds: variable(integer(0, 86_400), '60'),
  databaseLockTimeoutSeconds: variable(integer(1, 600), '5'),
  databaseIdleTransactionSeconds: variable(integer(5, 86_400), '30'),
  databaseSilenceSeconds: variable(integer(1, 600), '5'),
  headerLimit: variable(size('4k', '1m'), '16k'),
  /** An order that is put alone. */
  requestBodyLimit: variable(size('1k', '1g'), '16m'),
  /** Any other body of JSON: parsed and validated where everybody is served, a tenth of a second at worst for the default. */
  smallBodyLimit: variable(size('1k', '1g'), '256k'),
  /** A body sent by somebody who has not signed in. */
  publicBodyLimit: variable(size('1k', '16m'), '64k'),
  /** Bodies of all requests together. */
  requestBytesLimit: variable(size('16m', '64g'), '128m'),
  batchLineLimit: variable(size('1k', '1g'), '16m'),
  exchangeBodyLimit: variable(size('1k', '10g'), '100m'),
  /** Bytes, as sent, of a group of orders saved in one transaction. */
  intakeGroupLimit: variable(size('64k', '256m'), '4m'),
  /** Threads that read orders, and how many pieces of work may wait for them. */
  intakeThreads: variable(integer(1, 64), '1'),
  intakeQueue: variable(integer(1, 100_000), '100'),
  /** Bytes of the stored orders in one page of an answer. */
  orderPageLimit: variable(size('64k', '256m'), '1m'),
  /**
   * Memory of the pages of all answers with orders together; while others wait, how long a page is kept and how long its reader may take
   * nothing; and how long they wait.
   */
  downloadBytesLimit: variable(size('16m', '64g'), '128m'),
  downloadHoldSeconds: variable(integer(1, 3600), '30'),
  downloadStallSeconds: variable(integer(1, 3600), '10'),
  downloadWaitSeconds: variable(integer(1, 3600), '55'),
  /** What a page of the list of orders may cost; see orders/listing/read-list.ts. */
  orderListProbe: variable(integer(50, 10_000), '200'),
  orderListWalk: variable(integer(1000, 1_000_000), '20000'),
  orderListCandidates: variable(integer(1000, 1_000_000), '20000'),
  orderListSeconds: variable(integer(0, 60), '2'),
  /** Rows of one CSV or XLSX file. */
  exportRowLimit: variable(integer(1, 1_000_000), '200000'),
  /** Bytes of the stored orders in one dry run. */
  dryRunLimit: variable(size('64k', '1g'), '16m'),
  dryRunMemory: variable(size('128m', '16g'), '256m'),
  dryRunSeconds: variable(integer(1, 3600), '120'),
  /** Dry runs at once; others wait. */
  dryRunsAtOnce: variable(integer(1, 64), '1'),
  dryRunQueue: variable(integer(0, 1000), '8'),
  /** Requests a minute; 0 = any number. */
  apiRateLimit: variable(integer(0, 10_000_000), '60000'),
  exchangeSessionHours: variable(integer(1, 8760), '24'),
  webSessionDays: variable(integer(1, 365), '30'),
  invitationDays: variable(integer(1, 365), '7'),
  signInAttempts: variable(integer(1, 10_000), '10'),
  signInAddressAttempts: variable(integer(1, 1_000_000), '100'),
  signInLoginAttempts: variable(integer(1, 1_000_000), '100'),
  signInLockMinutes: variable(integer(1, 10_080), '10'),
  passwordHashesAtOnce: variable(integer(1, 64), '2'),
  passwordHashQueue: variable(integer(0, 10_000), '50'),
  /** log2 of scrypt's N, of new hashes. */
  passwordHashCost: variable(integer(10, 20), '15'),
  /** Files that 1C sends: one part, a whole one, how many, what is kept of them; see uploads/upload-limits.ts. */
  uploadPartLimit: variable(size('1k', '10g'), '2g'),
  /** Memory of all parts that are under way. */
  uploadBytesLimit: variable(size('4m', '64g'), '64m'),
  uploadSizeLimit: variable(size('1k', '100g'), '4g'),
  uploadSessionFiles: variable(integer(1, 1_000_000), '20000'),
  uploadKeepBytes: variable(size('1m', '1000g'), '10g'),
  uploadsKeepDays: variable(integer(1, 3650), '30'),
  uploadUnpackedLimit: variable(size('1k', '1000g'), '8g'),
  uploadRatioLimit: variable(integer(2, 10_000), '200'),
  uploadArchiveFiles: variable(integer(1, 1_000_000), '20000'),
  uploadXmlDepth: variable(integer(8, 1000), '64'),
  uploadXmlAttributes: variable(integer(8, 100_000), '256'),
  uploadTextLimit: variable(integer(1000, 100_000_000), '1000000'),
  uploadDocumentElements: variable(integer(1000, 100_000_000), '800000'),
  uploadReadSeconds: variable(integer(1, 86_400), '3600'),
  uploadReadMemory: variable(size('32m', '16g'), '256m'),
  uploadsAtOnce: variable(integer(1, 64), '2'),
  uploadAnswerSeconds: variable(integer(1, 3600), '60'),
  /** A file that a person drops on a page to see what it would change. */
  fileInspectionSize: variable(size('1k', '10g'), '256m'),
  fileInspectionDocuments: variable(integer(1, 10_000), '200'),
  fileInspectionLines: variable(integer(1, 1_000_000), '20000'),
  fileInspectionsAtOnce: variable(integer(1, 64), '2'),
  uploadQuietMinutes: variable(integer(1, 1440), '10'),
  /** 1C's catalogue, for each integration: see catalogue/catalogue-limits.ts. */
  catalogueItemsLimit: variable(integer(1, 100_000_000), '1000000'),
  catalogueTextLimit: variable(integer(100, 10_000), '1000'),
  catalogueListLimit: variable(integer(1, 10_000), '500'),
  catalogueLinkOrders: variable(integer(1, 1_000_000), '5000'),
  catalogueKeepDays: variable(integer(1, 3650), '180'),
  catalogueSettleSeconds: variable(integer(1, 86_400), '15'),
  cataloguePortionSeconds: variable(integer(1, 86_400), '120'),
  databaseUploadPoolSize: variable(integer(2, 1000), '4'),
  unknownDocumentsKeepDays: variable(integer(1, 36_500), '365'),
  accountingChangesKeepDays: variable(integer(1, 36_500), '365'),
  tasksKeepDays: variable(integer(1, 36_500), '365'),
  journalBodyLimit: variable(size('0', '10g'), '64m'),
  /** Bytes of bodies, compressed, that are kept of one integration and day. */
  journalDayLimit: variable(size('1m', '1000g'), '2g'),
  integrationsPerCompany: variable(integer(1, 10_000), '2000'),
  /** An integration that has not called for this long is shown as silent. */
  silentAfterHours: variable(integer(1, 8760), '24'),
  /** A 1C that takes longer to confirm the orders it was given is shown as not confirming. */
  confirmWithinMinutes: variable(integer(1, 1440), '15'),
  journalKeepDays: variable(integer(1, 3650), '90'),
  /** The request log of the REST API: how long it is kept, and how much of one body and in total. */
  intakeKeepDays: variable(integer(1, 3650), '14'),
  intakeBodyLimit: variable(size('0', '1m'), '64k'),
  intakeLogLimit: variable(size('16m', '1000g'), '2g'),
  eventsKeepDays: variable(integer(1, 3650), '30'),
  /** Whether webhooks may go to private and loopback addresses. */
  webhookAllowPrivate: variable(oneOf(['yes', 'no']), 'no'),
  webhooksPerLocation: variable(integer(1, 10_000), '50'),
  webhookTimeoutSeconds: variable(integer(1, 120), '10'),
  webhookAnswerLimit: variable(size('1k', '10m'), '64k'),
  /** Attempts made at once by this server; and for one webhook, by all servers together. */
  webhooksAtOnce: variable(integer(1, 500), '20'),
  webhookAtOnce: variable(integer(1, 100), '4'),
  webhookRetryHours: variable(integer(0, 720), '72'),
  webhookPauseAfter: variable(integer(1, 100_000), '20'),
  webhookProbeMinutes: variable(integer(1, 1440), '10'),
  webhookReplayLimit: variable(integer(1, 1_000_000), '10000'),
  webhookAttemptsKeepDays: variable(integer(1, 3650), '30'),
  /** Days since a line's id last appeared in an order. */
  itemNamesKeepDays: variable(integer(30, 3650), '180'),
  buyersKeepDays: variable(integer(30, 3650), '365'),
  /** How many of an integration's newest unconfirmed batches can still be confirmed. */
  unconfirmedBatchesKeep: variable(integer(1, 1000), '10'),
  quarantineRetrySeconds: variable(integer(1, 604_800), '3600'),
  /** All revisions of an order younger than this many days are kept. */
  orderRevisionsKeep: variable(integer(1, 36_500), '365'),
  /** Open streams of live events: of this server, half of them of one location; and of one person or token. */
  liveStreamsAtOnce: variable(integer(1, 100_000), '1000'),
  liveStreamsPerCaller: variable(integer(1, 10_000), '30'),
  /** A connection idle for this long is closed. */
  connectionIdleSeconds: variable(integer(1, 86_400), '300'),
  requestTimeoutSeconds: variable(integer(1, 86_400), '1800'),
  /** How long to go on reading a body whose request has been answered already. */
  earlyAnswerSeconds: variable(integer(1, 600), '10'),
  keepAliveSeconds: variable(integer(1, 3600), '120'),
  stopTimeoutSeconds: variable(integer(0, 86_400), '300'),
}
