import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { StepOutcome } from '@obmen/contract'
import type { ExchangeType } from './transport/command.js'

/** A connected 1C as the protocol needs to know it. */
export interface ConnectedIntegration {
  id: string
  key: number
  locationId: string
  name: string
  enabled: boolean
  /** `auto`: not known yet. */
  client: 'auto' | 'bp' | 'unf' | 'ut' | 'rt' | 'bitrix'
  /** Version of the schema that XML with payments as requisites is written in, `2.08`. */
  schemaVersion: string
  /** How its settings want payments to be sent; auto: by what the client announces. */
  payments: 'auto' | 'documents' | 'requisites'
  zip: boolean
  /** Bytes; a client cuts larger files when this is above 0. */
  fileLimit: number
  /** Whether files from it are accepted; else orders are refused with an explanation and a catalogue is dropped. */
  accept1c: boolean
  /** When its password was last changed, as the database writes it: sessions older than that have ended. */
  passwordChangedAt: string
}

export interface ExchangeSession {
  id: number
  integrationKey: number
  /** What the client announced last, `2.10`. */
  cmlVersion: string | undefined
  /** What its `init` came with; undefined: there was none. */
  initKind: InitKind | undefined
  /** How payments are sent in this session. */
  payments: 'documents' | 'requisites'
  /** Calls that the journal keeps in brief. */
  briefCalls: number
  /** The client sent the cookie back; recorded in the journal. */
  byCookie?: boolean
  /** Known to have no batch that a success could confirm or a new query would abandon. */
  isSettled?: boolean
  /** What is known of the program on the other side, if that was read along with the session. */
  signs?: KnownSigns
  /** The answer to a query when it is already known that nothing is owed. */
  nothing?: () => EmptyPackage
}

/** An `init` that names a `version` is one of the module of Bitrix. */
export type InitKind = 'plain' | 'version'

export interface KnownSigns {
  /** As they are stored. */
  stored: string | null
  /** `type=catalog&mode=checkauth` came shortly before. */
  catalogFirst: boolean
}

/** What a call shows of the program that makes it. */
export type ShownByCall =
  | {
      kind: 'query'
      userAgent: string
      byPassword: boolean
      cookie: boolean
      sessid: boolean
      bitrixPath: boolean
    }
  | { kind: 'file'; type: 'sale' | 'catalog'; name: string }
  | { kind: 'bitrix-words' }

/** The answer to query without an order: an XML document in its encoding. */
export type EmptyPackage = Pick<OrderPackage, 'contentType'> & { body: Buffer }

/** The answer to query, ready to be sent. */
export interface OrderPackage {
  /** `application/xml; charset=…` */
  contentType: string
  /** Bytes; known when the whole answer fits in small memory. */
  contentLength: number | undefined
  /**
   * The XML. "Sent" is committed before the chunk with the closing tag goes out; an abandoned batch ends the
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

/** What 1C is answered about a file. */
export type FileAnswer = { result: 'success' | 'progress' } | { result: 'failure'; text: string }

/** Who is signing in; without a login, by a cookie alone. */
export interface SignInAttempt {
  login?: string | undefined
  address: string
}

export interface LockStatus {
  /** Seconds until this login may try a password from this address again; 0 = now. */
  lockedSeconds: number
  /** Seconds until a wrong password from this address is answered as such; a right one always works. */
  addressSeconds: number
  /** This login failed so often that its failures are only counted. */
  countOnly: boolean
  /** For a login that does not exist: the integration whose login it resembles. */
  meantFor?: number | undefined
}

type SessionLookup =
  | { found: true; session: ExchangeSession }
  | { found: false; reason: 'unknown' | 'expired' | 'foreign' }

/** What is known of the caller. */
export interface Caller {
  userAgent: string
  address: string
}

export interface FastSignInRequest {
  /** Undefined: the cookie alone. */
  credentials: { login: string; password: string } | undefined
  caller: Caller
  /** A sign-in, which opens a new session; `catalog`: with `type=catalog`. */
  opens: boolean
  catalog: boolean
  /** The value of our cookie. */
  cookie: string | undefined
  /** The version that the call announces. */
  cmlVersion: string | undefined
  initKind: InitKind | undefined
  asksOrders: boolean
}

export interface FastSignIn {
  integration: ConnectedIntegration
  session: ExchangeSession
  /** Cookie value of the newly opened session. */
  token: string
  /** The call was recorded with the integration. */
  wasRecorded: boolean
}

/** Everything the protocol needs from the other rooms; app.ts implements it. Any method may throw an AppError. */
export interface ExchangePort {
  /**
   * Signs in and finds the session in one statement, in the usual case. Undefined: take the slow path, through the
   * methods that follow.
   */
  fastSignIn(request: FastSignInRequest): Promise<FastSignIn | undefined>
  /** Constant-time; undefined when login or password are wrong. */
  signIn(login: string, password: string): Promise<ConnectedIntegration | undefined>
  /** The integration of this cookie's session, if the session is alive and the password has not changed since. */
  ownerOfSession(token: string): Promise<ConnectedIntegration | undefined>
  lockStatus(attempt: SignInAttempt): Promise<LockStatus>
  /** Counts a failure and returns the resulting lock status. */
  countFailure(attempt: SignInAttempt): Promise<LockStatus>

  openSession(
    integration: ConnectedIntegration,
    caller: Caller,
    type: ExchangeType,
  ): Promise<{ token: string; session: ExchangeSession }>
  /** Also records the call: it prolongs the session and marks its client as one that sends the cookie. */
  findSession(integration: ConnectedIntegration, token: string): Promise<SessionLookup>
  /** For a call without a cookie: the latest session whose cookie was never sent back, else a new one. */
  sessionWithoutCookie(integration: ConnectedIntegration, caller: Caller): Promise<ExchangeSession>
  /** Stores what the client announced and returns the updated session. */
  announceVersion(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    cmlVersion: string,
  ): Promise<ExchangeSession>

  /** Stores that the session said init, and returns the updated session. */
  recordInit(session: ExchangeSession, kind: InitKind): Promise<ExchangeSession>
  /**
   * Records what a call reveals about the program on the other side. If it identifies the program for the first time, the
   * integration is updated before this call is answered. Never throws.
   */
  recordSigns(
    integration: ConnectedIntegration,
    session: ExchangeSession | undefined,
    shown: ShownByCall,
  ): Promise<void>

  /** Opens a batch and streams its XML page by page; `signal` fires when the client has gone. */
  offerOrders(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    signal: AbortSignal,
  ): Promise<OrderPackage>
  /** Confirms what was sent in this session; without a session (no cookie), the latest batch sent without one. */
  confirmOrders(
    integration: ConnectedIntegration,
    session: ExchangeSession | undefined,
  ): Promise<SuccessOutcome>
  /** Stores a part of a file that 1C sends, and reads the file once it is complete. */
  receiveFile(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    part: { type: 'sale' | 'catalog'; name: string; body: AsyncIterable<Uint8Array> },
  ): Promise<FileAnswer>
  /** The progress of reading a file; undefined means all of the session. */
  importFile(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    name: string | undefined,
  ): Promise<FileAnswer>
  /** 1C reports that it has sent its whole catalogue. */
  endCatalogue(integration: ConnectedIntegration): Promise<void>
  /** The dictionaries of mode=info: an XML document in UTF-8. */
  dictionaries(integration: ConnectedIntegration): Promise<string>

  /** Begins the journal's record of one request. Never throws; its failures never reach the exchange. */
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
  /** Set as soon as known; once the session is set, the record shows as running. */
  login(login: string): void
  integration(integration: ConnectedIntegration): void
  session(session: ExchangeSession): void
  batch(batchId: number): void
  /** One of many similar refusals: only increments the count of the last recorded one. */
  countOnly(): void
  /** Its login does not exist, and resembles that of this integration. */
  meantFor(integrationKey: number): void
  /** A chunk of a body. If it returns a promise, await it before the next chunk, or memory grows. */
  requestPiece(piece: Uint8Array): Promise<void> | undefined
  responsePiece(piece: Uint8Array): Promise<void> | undefined
  answer(status: number, headers: Record<string, string>): void
  finish(outcome: RequestOutcome, orderCount?: number): void
}
