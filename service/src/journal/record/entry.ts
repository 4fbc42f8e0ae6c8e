import type { IncomingHttpHeaders } from 'node:http'
import type { StepOutcome } from '@obmen/contract'
import type { ClientChoice } from '@obmen/contract/settings'
import { storable, storableText } from '../../db/values.js'
import { maskAddresses, maskHeader } from '../../log/mask-secrets.js'

export interface RecordedRequest {
  at: Date
  method: string
  url: string
  headers: IncomingHttpHeaders
  userAgent: string
  address: string
  type: string | undefined
  mode: string | undefined
}

/** What is known of a request while it runs; all texts can be stored, secrets are masked. */
export interface Entry extends Omit<RecordedRequest, 'headers'> {
  requestHeaders: Record<string, string>
  login: string | undefined
  integration: RecordedIntegration | undefined
  sessionId: number | undefined
  batchId: number | undefined
  status: number | undefined
  responseHeaders: Record<string, string> | undefined
}

export interface Ending {
  outcome: EntryOutcome
  orderCount: number | undefined
  durationMs: number
  failure: string | undefined
}

/** failure: answered "failure"; refused: sign-in failed; cut: the connection was lost before the end. */
export type EntryOutcome = Exclude<StepOutcome, 'running'>

/** `client`: the Bitrix module is special, since it confirms several batches of a session together. */
export interface RecordedIntegration {
  id: string
  key: number
  locationId: string
  client: ClientChoice
}

const MAX_VALUE_LENGTH = 2000

export function beginEntry(request: RecordedRequest): Entry {
  const { at, method, url, headers, userAgent, address, type, mode } = request
  return {
    at,
    method: kept(method, 20),
    url: kept(maskAddresses(url), MAX_VALUE_LENGTH),
    userAgent: kept(userAgent, MAX_VALUE_LENGTH),
    address: kept(address, 100),
    type: type && kept(type, 100),
    mode: mode && kept(mode, 100),
    requestHeaders: maskHeaders(headers),
    login: undefined,
    integration: undefined,
    sessionId: undefined,
    batchId: undefined,
    status: undefined,
    responseHeaders: undefined,
  }
}

export function kept(text: string, maxLength: number): string {
  return storableText(storable(text, maxLength))
}

/** Headers for the journal, with secrets masked; of Authorization the scheme is kept. */
export function maskHeaders(headers: IncomingHttpHeaders | Record<string, string>): Record<string, string> {
  const masked: [string, string][] = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const text = Array.isArray(value) ? value.join(', ') : value
    masked.push([name, kept(maskHeader(name, text), MAX_VALUE_LENGTH)])
  }
  return Object.fromEntries(masked)
}
