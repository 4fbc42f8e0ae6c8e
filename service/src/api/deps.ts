import type { DryRun } from '@obmen/contract/rest'
import type { Client } from '@obmen/contract/settings'
import type { Config } from '../config.js'
import type { Database } from '../db/database.js'
import type { Secrets } from '../db/secrets/open-secrets.js'
import type { Inspection } from '../inspection/open-inspection.js'
import type { Integration } from '../integrations/integration.js'
import type { Logger } from '../log.js'
import type { Hashing } from '../people/sign-in/open-hashing.js'
import type { RequestLog } from '../requests/record/open-request-log.js'
import type { Downloads } from '../sale-feed/downloads.js'
import type { Reading } from './intake/open-reading.js'

/** What the routes need from the other folders; app.ts provides it. */
export interface ApiDeps {
  db: Database
  config: Config
  /** Answers with orders. */
  downloads: Downloads
  /** Reads incoming orders. */
  reading: Reading
  /** Where requests are recorded. */
  requests: RequestLog
  log: Logger
  hashing: Hashing
  secrets: Secrets
  version: string
  /** What it was built from; null if that is not known. */
  commit: string | null
  /** True when the database is Obmen's own. */
  embeddedDatabase: boolean
  /** PUBLIC_URL, or where the server listens; without a slash at the end. */
  publicUrl: () => string
  /** Aborted when the server begins to stop. */
  stopping: AbortSignal
  startedAt: Date
  /** Called for integrations whose state a person may have changed. */
  states: { note(integrationKey: number): void }
  /** Reads a file of 1C as if it had been uploaded; changes nothing. */
  inspection: Inspection
  /** Simulates the integration's 1C over the next package, up to `limit` orders; marks nothing. */
  dryRun: (integration: Integration, limit: number, gone: AbortSignal) => Promise<DryRun>
  /** Plays a whole exchange of a 1C over the server's own address: what it is given counts as given. */
  simulate: (integration: Integration, client: Client, gone: AbortSignal) => Promise<DryRun>
}
