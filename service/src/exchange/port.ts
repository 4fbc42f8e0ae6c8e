import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { StepOutcome } from '@obmen/contract'

/** A connected 1C as the protocol needs to know it. */
export interface ConnectedIntegration {
  id: string
  key: number
  locationId: string
  name: string
  enabled: boolean
  client: 'bp' | 'unf' | 'ut' | 'rt' | 'bitrix'
  /** Version of the schema that XML with payments as requisites is written in, `2.08`. */
  schemaVersion: string
  /** How its settings want payments to be told; auto: by what the client announces. */
  payments: 'auto' | 'documents' | 'requisites'
  zip: boolean
  /** Bytes; a client cuts larger files when this is above 0. */
  fileLimit: number
  /** When its password was last changed, as the database writes it: sessions of an earlier one are over. */
  passwordChangedAt: string
}

export interface ExchangeSession {
  id: number
  integrationKey: number
  /** What the client announced last, `2.10`. */
  cmlVersion: string | undefined
  /** How this session is told of payments. */
  payments: 'documents' | 'requisites'
  /** Calls that the journal keeps in brief. */
  briefCalls: number
  /** Its client came back with the cookie; the journal notes it. */
  byCookie?: boolean
  /** Known to have nothing that a success could confirm, and that a new query would give up. */
  isSettled?: boolean
  /** The answer to a query that is owed nothing, where that is known already. */
  nothing?: () => OrderPackage
}

/** The answer to query, ready to be sent. */
export interface OrderPackage {
  /** `application/xml; charset=…` */
  contentType: string
  /** Bytes; known when the whole answer fits in small memory. */
  contentLength: number | undefined
  /**
   * The XML. "Sent" is committed before the piece that holds the closing tag is given out; an abandoned batch ends the
   * stream with an error, so that the client never sees the closing tag.
   */
  body: Readable
  /** Undefined: the answer is empty and takes no batch. */
  batchId: number | undefined
  /** Orders written so far; final when the body has ended. */
  orderCount(): number
}

export type SuccessOutcome =
  | { result: 'confirmed'; orders: number }
  | { result: 'already-confirmed' }
  | { result: 'nothing-asked' }
  | { result: 'refused'; reason: 'unfinished' | 'abandoned' }

/** Who tries to sign in; without a login by a cookie alone. */
export interface SignInAttempt {
  login?: string | undefined
  address: string
}

export interface LockStatus {
  /** Seconds until the password of this login is looked at again from this address; 0 = now. */
  lockedSeconds: number
  /** Seconds until a wrong password from this address is looked at as one; a right one is always. */
  addressSeconds: number
  /** Failures of this login are so many that only their number is kept. */
  countOnly: boolean
}

type SessionLookup =
  | { found: true; session: ExchangeSession }
  | { found: false; reason: 'unknown' | 'expired' | 'foreign' }

/** Who called, as far as it shows. */
export interface Caller {
  userAgent: string
  address: string
}

export interface FastSignInRequest {
  login: string
  password: string
  caller: Caller
  /** A sign-in: wants a session of its own. */
  opens: boolean
  /** Of our cookie. */
  cookie: string | undefined
  /** The version that the call announces. */
  cmlVersion: string | undefined
  asksOrders: boolean
}

export interface FastSignIn {
  integration: ConnectedIntegration
  session: ExchangeSession
  /** For the cookie of a session that was opened. */
  token: string
}

/** All that the protocol needs from the rest of the house; app.ts implements it. Any method may throw an AppError. */
export interface ExchangePort {
  /**
   * Sign-in and session at once, where nothing speaks against them. Undefined: it is to be found out step by step what does, by the
   * methods that follow.
   */
  fastSignIn(request: FastSignInRequest): Promise<FastSignIn | undefined>
  /** Constant-time; undefined when login or password are wrong. */
  signIn(login: string, password: string): Promise<ConnectedIntegration | undefined>
  /** Whose session this cookie opens; the session must live, and its password be the present one. */
  ownerOfSession(token: string): Promise<ConnectedIntegration | undefined>
  lockStatus(attempt: SignInAttempt): Promise<LockStatus>
  /** Counts a failure, and says how things stand with it. */
  countFailure(attempt: SignInAttempt): Promise<LockStatus>

  openSession(
    integration: ConnectedIntegration,
    caller: Caller,
  ): Promise<{ token: string; session: ExchangeSession }>
  /** Also notes the call: the session lives on from now, and is one whose client comes back with its cookie. */
  findSession(integration: ConnectedIntegration, token: string): Promise<SessionLookup>
  /** For a call without a cookie: the latest session nobody came back to with its cookie, else a new one. */
  sessionWithoutCookie(integration: ConnectedIntegration, caller: Caller): Promise<ExchangeSession>
  /** Remembers what the client announced, and gives the session as it is from now on. */
  announceVersion(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    cmlVersion: string,
  ): Promise<ExchangeSession>

  /** Opens a batch and streams its XML page by page; `signal` fires when the client has gone. */
  offerOrders(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    signal: AbortSignal,
  ): Promise<OrderPackage>
  /** Confirms what this session was given; without one (no cookie) the latest batch that was given without. */
  confirmOrders(
    integration: ConnectedIntegration,
    session: ExchangeSession | undefined,
  ): Promise<SuccessOutcome>
  /** The dictionaries of mode=info: an XML document in UTF-8. */
  dictionaries(integration: ConnectedIntegration): Promise<string>

  /** Begins the journal's record of one request. Never throws, and nothing that goes wrong in it reaches the exchange. */
  record(request: RecordedRequest): RequestRecord
}

interface RecordedRequest extends Caller {
  at: Date
  method: string
  /** The request's target as it came; secrets are masked by the journal. */
  url: string
  headers: IncomingHttpHeaders
  type: string | undefined
  mode: string | undefined
}

/** How a request ended. */
export type RequestOutcome = Exclude<StepOutcome, 'running'>

export interface RequestRecord {
  /** Told as soon as each is known; from the session on the record is seen as running. */
  login(login: string): void
  integration(integration: ConnectedIntegration): void
  session(session: ExchangeSession): void
  batch(batchId: number): void
  /** One of many refused alike: it adds to the number of the last that was kept. */
  countOnly(): void
  /** A piece of a body. A promise means: wait for it before the next piece, or memory grows. */
  requestPiece(piece: Uint8Array): Promise<void> | undefined
  responsePiece(piece: Uint8Array): Promise<void> | undefined
  answer(status: number, headers: Record<string, string>): void
  finish(outcome: RequestOutcome, orderCount?: number): void
}
