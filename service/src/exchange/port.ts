import type { Readable } from 'node:stream'

/** A connected 1C as the protocol needs to know it. */
export interface ConnectedIntegration {
  id: string
  key: number
  locationId: string
  name: string
  enabled: boolean
  client: 'bp' | 'unf' | 'ut' | 'rt' | 'bitrix'
  zip: boolean
  fileLimit: number
}

export interface ExchangeSession {
  id: number
  integrationKey: number
  /** What the client announced in init: `2.10` means that payments go as subordinate documents. */
  cmlVersion: string | undefined
}

/** The answer to query, ready to be sent. */
export interface OrderPackage {
  /** `application/xml; charset=…` */
  contentType: string
  /** Known when the whole answer fits in small memory. */
  contentLength: number | undefined
  /**
   * The XML. "Sent" is committed before the piece that holds the closing tag is given out; an abandoned batch ends the
   * stream with an error, so that the client never sees the closing tag.
   */
  body: Readable
  batchId: number
}

export type SuccessOutcome =
  | { result: 'confirmed'; orders: number }
  | { result: 'already-confirmed' }
  | { result: 'nothing-asked' }
  | { result: 'refused'; reason: 'unfinished' | 'abandoned' }

export type SessionLookup =
  | { found: true; session: ExchangeSession }
  | { found: false; reason: 'unknown' | 'expired' | 'foreign' }

/** All that the protocol needs from the rest of the house; app.ts implements it. */
export interface ExchangePort {
  /** Constant-time; undefined when login or password are wrong. */
  signIn(login: string, password: string): Promise<ConnectedIntegration | undefined>
  /** Seconds until this login may try again from this address; 0 = now. */
  lockedFor(login: string, address: string): Promise<number>
  noteFailure(login: string, address: string): Promise<void>

  openSession(integration: ConnectedIntegration, seen: { userAgent: string; address: string }): Promise<{ token: string; session: ExchangeSession }>
  findSession(integration: ConnectedIntegration, token: string): Promise<SessionLookup>
  /** For a call without a cookie: the latest session nobody came back to with its cookie, else a new one. */
  sessionWithoutCookie(integration: ConnectedIntegration, seen: { userAgent: string; address: string }): Promise<ExchangeSession>
  announceVersion(session: ExchangeSession, cmlVersion: string): Promise<void>

  /** Opens a batch and streams its XML page by page. */
  offerOrders(integration: ConnectedIntegration, session: ExchangeSession, signal: AbortSignal): Promise<OrderPackage>
  /** Confirms what this session was given; without a session (no cookie) the integration's latest batch. */
  confirmOrders(integration: ConnectedIntegration, session: ExchangeSession | undefined): Promise<SuccessOutcome>
  /** The dictionaries of mode=info, UTF-8 XML. */
  dictionaries(integration: ConnectedIntegration): Promise<string>
}
