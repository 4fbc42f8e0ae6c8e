import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { StepOutcome } from '@obmen/contract'
import type { ExchangeType } from './transport/command.js'

/** What the protocol needs to know of an integration. */
export interface ConnectedIntegration {
  id: string
  key: number
  locationId: string
  name: string
  enabled: boolean
  /** `auto`: not known yet. */
  client: 'auto' | 'bp' | 'unf' | 'ut' | 'rt' | 'bitrix'
  /** Schema version of XML with payments as requisites, `2.08`. */
  schemaVersion: string
  /** How payments are sent; auto: depends on the version that the client announces. */
  payments: 'auto' | 'documents' | 'requisites'
  zip: boolean
  /** Bytes; a client splits larger files if this is above 0. */
  fileLimit: number
  /** Whether its files are accepted; otherwise orders are refused with an explanation and a catalogue is discarded. */
  accept1c: boolean
  /** When its password was last changed, as text of the database: sessions opened before that have ended. */
  passwordChangedAt: string
}

export interface ExchangeSession {
  id: number
  integrationKey: number
  /** The version that the client announced last, `2.10`. */
  cmlVersion: string | undefined
  /** Whether its `init` named a version; undefined: there was no `init`. */
  initKind: InitKind | undefined
  /** How payments are sent in this session. */
  payments: 'documents' | 'requisites'
  /** Number of calls that the journal stores in the session's row. */
  briefCalls: number
  /** The client sent the cookie back. */
  byCookie?: boolean
  /** It is known that there is no batch that a success could confirm or a new query would abandon. */
  isSettled?: boolean
  /** What is known of the client, if that was loaded together with the session. */
  signs?: KnownSigns
  /** The answer to a query, if it is already known that nothing is owed. */
  emptyAnswer?: () => EmptyPackage
}

/** Only the Bitrix module names a `version` in its `init`. */
export type InitKind = 'plain' | 'version'

export interface KnownSigns {
  /** As they are stored. */
  stored: string | null
  /** `type=catalog&mode=checkauth` came shortly before. */
  catalogFirst: boolean
}

/** What a call reveals about the client. */
export type ObservedCall =
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

/** The answer to a query without orders: an encoded XML document. */
export type EmptyPackage = Pick<OrderPackage, 'contentType'> & { body: Buffer }

/** The answer to a query, ready to be sent. */
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
  /** Undefined: the answer is empty and has no batch. */
  batchId: number | undefined
  /** Orders written so far; final when the body has ended. */
  orderCount(): number
}

export type SuccessOutcome =
  | { result: 'confirmed'; orders: number }
  | { result: 'already-confirmed' }
  | { result: 'nothing-asked' }
  | { result: 'refused'; reason: 'unfinished' | 'abandoned' }

/** The answer about a file. */
export type FileAnswer = { result: 'success' | 'progress' } | { result: 'failure'; text: string }

/** An attempt to sign in; without a login if it was by a cookie alone. */
export interface SignInAttempt {
  login?: string | undefined
  address: string
}

export interface LockStatus {
  /** Seconds until this login may be tried again from this address; 0: now. */
  lockedSeconds: number
  /** Seconds for which failures from this address are answered as locked out; a correct password works all the same. */
  addressSeconds: number
  /** This login failed so often that the journal only counts its failures. */
  countOnly: boolean
  /** For a login that does not exist: the integration whose login it resembles. */
  meantFor?: number | undefined
}

type SessionLookup =
  | { found: true; session: ExchangeSession }
  | { found: false; reason: 'unknown' | 'expired' | 'foreign' }

/** Where a request comes from. */
export interface Caller {
  userAgent: string
  address: string
}

export interface FastSignInRequest {
  /** Undefined: the cookie alone. */
  credentials: { login: string; password: string } | undefined
  caller: Caller
  /** A checkauth, which opens a new session. */
  opens: boolean
  /** `type=catalog` */
  catalog: boolean
  /** The value of our cookie. */
  cookie: string | undefined
  /** The version that the call announces. */
  cmlVersion: string | undefined
  initKind: InitKind | undefined
  /** What the call announces is what the next query will (`announcesForQuery`). */
  announcesForQuery: boolean
  asksOrders: boolean
}

export interface FastSignIn {
  integration: ConnectedIntegration
  session: ExchangeSession
  /** Value of the session's cookie; undefined for a call without one. */
  token: string | undefined
  /** The integration's record of its latest call was updated. */
  wasRecorded: boolean
}

/** Everything the protocol needs from the other rooms; app.ts implements it. Any method may throw an AppError. */
export interface ExchangePort {
  /**
   * Signs in and finds the session in one statement, in the usual case. Undefined: take the slow path, with the methods that follow.
   */
  fastSignIn(request: FastSignInRequest): Promise<FastSignIn | undefined>
  /** Undefined if login or password is wrong, which takes the same time. */
  signIn(login: string, password: string): Promise<ConnectedIntegration | undefined>
  /** The integration of a cookie's session, if that is open and the password has not changed since. */
  findSessionOwner(token: string): Promise<ConnectedIntegration | undefined>
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
  /** Stores what the client announced, with `forQuery` for previews and findings too, and returns the updated session. */
  announceVersion(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    cmlVersion: string,
    forQuery: boolean,
  ): Promise<ExchangeSession>

  /** Stores how the session said init, and returns the updated session. */
  recordInit(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    kind: InitKind,
  ): Promise<ExchangeSession>
  /**
   * Records what a call reveals about the client. If it identifies the client for the first time, the integration is updated before the
   * call is answered. Never throws.
   */
  recordSigns(
    integration: ConnectedIntegration,
    session: ExchangeSession | undefined,
    shown: ObservedCall,
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
  /**
   * A file of a catalogue was refused or broke off; `sender`: its session, or the cookie where that could not be looked up. Never throws.
   */
  noteFailedFile(
    sender: { integration: ConnectedIntegration; session: ExchangeSession } | string,
    name: string,
  ): Promise<void>
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
  /** The request's target as it was sent; the journal masks secrets. */
  url: string
  headers: IncomingHttpHeaders
  type: string | undefined
  mode: string | undefined
}

/** How a request ended. */
export type RequestOutcome = Exclude<StepOutcome, 'running'>

export interface RequestRecord {
  /** Call these as soon as the value is known; once the session is set, the request is shown as running. */
  login(login: string): void
  integration(integration: ConnectedIntegration): void
  session(session: ExchangeSession): void
  batch(batchId: number): void
  /** Marks it as one of many similar refusals, which only increments the count of the last recorded one. */
  countOnly(): void
  /** Its login does not exist, and resembles that of this integration. */
  meantFor(integrationKey: number): void
  /** Records a chunk of a body. If this returns a promise, await it before the next chunk, or memory grows. */
  requestPiece(piece: Uint8Array): Promise<void> | undefined
  responsePiece(piece: Uint8Array): Promise<void> | undefined
  answer(status: number, headers: Record<string, string>): void
  finish(outcome: RequestOutcome, orderCount?: number): void
}
