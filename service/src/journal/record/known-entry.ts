import type { StepOutcome } from '@obmen/contract'
import type { ClientChoice } from '@obmen/contract/settings'

/** What is known of a request while it runs. */
export interface KnownEntry {
  at: Date
  method: string
  url: string
  userAgent: string
  address: string
  type: string | undefined
  mode: string | undefined
  requestHeaders: Record<string, string>
  login: string | undefined
  integration: RecordedIntegration | undefined
  sessionId: number | undefined
  batchId: number | undefined
  status: number | undefined
  responseHeaders: Record<string, string> | undefined
}

/** What is known of a request once it has ended. Sizes in bytes. */
export interface FinishedEntry extends KnownEntry {
  requestSize: number
  requestKept: number
  responseSize: number
  responseKept: number
  outcome: EntryOutcome
  orderCount: number | undefined
  durationMs: number
  /** The words after `failure`. */
  failure: string | undefined
}

/** done: answered; failure: answered "failure"; refused: sign-in failed; cut: the connection was lost before the end. */
export type EntryOutcome = Exclude<StepOutcome, 'running'>

/** `client`: the Bitrix module is special, since it confirms several batches of a session together. */
export interface RecordedIntegration {
  id: string
  key: number
  locationId: string
  client: ClientChoice
}
