const KIB = 1024
const MIB = 1024 * KIB
const GIB = 1024 * MIB

/** Limits that no operator has a reason to change. Part of `Config`, so that a test can lower one. */
export const LIMITS = {
  /** A statement that waits longer for a lock answers 503. */
  databaseLockTimeoutSeconds: 5,
  /** A transaction in which the service does nothing for this long is ended by the database. */
  databaseIdleTransactionSeconds: 30,
  /** How long to wait for a connection, and for a database that no longer answers. */
  databaseSilenceSeconds: 5,
  headerLimit: 16 * KIB,
  /** Any JSON body but an order, a batch or a file: parsed where everybody is served. */
  smallBodyLimit: 256 * KIB,
  /** A body from somebody who has not signed in. */
  publicBodyLimit: 64 * KIB,
  /** Bodies of all requests that are in memory together. */
  requestBytesLimit: 128 * MIB,
  /** The same of those who belong to no location, of which one address has half. */
  publicBytesLimit: 8 * MIB,
  /** How long the body of an order may take to come, and that of a stranger. */
  bodySeconds: 120,
  publicBodySeconds: 10,
  /** Bytes, as sent, of the orders that one transaction saves. */
  intakeGroupLimit: 4 * MIB,
  /** Threads that read orders, and how many pieces of work may wait for them. */
  intakeThreads: 1,
  intakeQueue: 100,
  /** Answers with orders at once, and how long 1C may take nothing of one. */
  downloadsAtOnce: 8,
  downloadStallSeconds: 30,
  /** Bytes of the stored orders in one dry run. */
  dryRunLimit: 4 * MIB,
  dryRunMemory: 256 * MIB,
  dryRunSeconds: 120,
  /** Dry runs at once; others wait. */
  dryRunsAtOnce: 1,
  dryRunQueue: 8,
  /** Failed sign-ins within the lock time from one address under any name, and under one name. */
  signInAddressAttempts: 100,
  signInLoginAttempts: 100,
  signInLockMinutes: 10,
  /** Passwords checked at once, and sign-ins that may wait for it. */
  passwordHashesAtOnce: 2,
  passwordHashQueue: 50,
  /** Of one integration: more than УТ makes with the parts of a large catalogue. */
  exchangeCallsPerMinute: 3_000,
  /** Files that 1C sends: one part, memory of all parts under way, what is kept. */
  uploadPartLimit: 2 * GIB,
  uploadBytesLimit: 64 * MIB,
  uploadKeepBytes: 10 * GIB,
  /** How long a file is read. */
  uploadReadSeconds: 3600,
  /** How long 1C waits for its file of orders to be read. */
  uploadAnswerSeconds: 60,
  /** Between two calls of a 1C that is read. */
  readingPauseMs: 500,
  /** A file that a person drops on a page to see what it would change. */
  fileInspectionSize: 256 * MIB,
  fileInspectionDocuments: 200,
  fileInspectionLines: 20_000,
  fileInspectionsAtOnce: 2,
  /** A file without new parts for this long counts as complete. */
  uploadQuietMinutes: 10,
  /** Characters of a text of one item in 1C's catalogue. */
  catalogueTextLimit: 1000,
  /** Items that left the catalogue are forgotten after so many days. */
  catalogueKeepDays: 180,
  /** How long what 1C reported and what was done about it is kept. */
  unknownDocumentsKeepDays: 365,
  accountingChangesKeepDays: 365,
  tasksKeepDays: 365,
  /** Bytes of one body that the journal keeps, and compressed of one integration and day. */
  journalBodyLimit: 64 * MIB,
  journalDayLimit: 2 * GIB,
  integrationsPerCompany: 2000,
  /** The request log: bytes of one refused body, and of everything. */
  intakeBodyLimit: 64 * KIB,
  intakeLogLimit: 2 * GIB,
  webhooksPerLocation: 50,
  /** Failed attempts in a row after which a webhook is paused. */
  webhookPauseAfter: 20,
  webhookReplayLimit: 10_000,
  webhookAttemptsKeepDays: 30,
  /** Days since a line id, or a buyer, last appeared in an order. */
  itemNamesKeepDays: 180,
  buyersKeepDays: 365,
  /** Streams of live events of this server, and of one person or token. */
  liveStreamsAtOnce: 1000,
  liveStreamsPerCaller: 30,
  /** Connections of callers who have not shown who they are; more push out those that ask nothing. */
  strangersConnections: 1000,
  /** A connection without traffic for this long is closed. */
  connectionIdleSeconds: 300,
  /** A request must have arrived whole within this. */
  requestTimeoutSeconds: 1800,
  /** How long to go on reading a body whose request has been answered. */
  earlyAnswerSeconds: 10,
  keepAliveSeconds: 120,
}
