import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { StepOutcome } from '@obmen/contract'
import type { ClientChoice, FullSettings } from '@obmen/contract/settings'
import type { ExchangeType } from './transport/command.js'

export interface ConnectedIntegration {
  id: string
  key: number
  locationId: string
  companyId: string
  name: string
  login: string
  enabled: boolean
  /** It is for trying out, and a 1C of its own called. */
  onlyPlayed?: boolean
  /** `auto`: not known yet. */
  client: ClientChoice
  settings: FullSettings
  timezone: string
  /** When its password was last changed, as text of the database: sessions opened before that have ended. */
  passwordChangedAt: string
  seen: SeenCall
}

export interface SeenCall {
  userAgent: string | null
  cmlVersion: string | null
  /** Within the last minute, since the password changed, and not refused since. */
  lately: boolean
  /** `type=catalog&mode=checkauth` came within the last minute. */
  catalogLately: boolean
}

/** Only the Bitrix module names a `version` in its `init`. */
export type InitKind = 'plain' | 'version'

/** A session as it was before this call. */
export interface StoredSession {
  id: number
  /** The call came with its cookie; otherwise the session is a guess. */
  byCookie: boolean
  cmlVersion: string | undefined
  /** Whether its `init` named a version; undefined: there was no `init`. */
  initKind: InitKind | undefined
  /** Its cookie came before, and some call within the last minute. */
  cookieSeen: boolean
  calledLately: boolean
  /** There is no batch that a success could confirm or a new query would abandon. */
  isSettled: boolean
  isOwed: boolean
  signs: object | null
  /** `type=catalog&mode=checkauth` came shortly before. */
  catalogFirst: boolean
}

export interface ExchangeSession extends StoredSession {
  payments: 'documents' | 'requisites'
}

export interface Identification {
  /** Undefined: the cookie alone. */
  credentials: { login: string; password: string } | undefined
  cookie: string | undefined
  address: string
  /** A checkauth, which opens a session whatever its cookie. */
  opens: boolean
  asksOrders: boolean
}

export interface Identified {
  /** Undefined: login or password is wrong, or the session of a cookie alone is over. */
  integration: ConnectedIntegration | undefined
  /** So many attempts of this login failed from this address that it may be locked. */
  failedOften: boolean
  session: SessionLookup
}

/** `none`: there was no cookie, and there is no session for calls without one. */
export type SessionLookup =
  | { found: true; session: StoredSession }
  | { found: false; reason: 'unknown' | 'expired' | 'foreign' | 'none' }

export interface CallShown extends Caller {
  cmlVersion: string | undefined
  initKind: InitKind | undefined
  /** The version that its query announces, null for none; undefined: the call doesn't show it. */
  queryVersion: string | null | undefined
}

export type ObservedCall =
  | {
      kind: 'query'
      userAgent: string
      byPassword: boolean
      sessid: boolean
      bitrixPath: boolean
    }
  | { kind: 'file'; type: 'sale' | 'catalog'; name: string }
  | { kind: 'bitrix-words' }

export interface EmptyPackage {
  contentType: string
  body: Buffer
}

export interface OrderPackage {
  contentType: string
  /** Bytes; known when the whole answer fits in small memory. */
  contentLength: number | undefined
  /**
   * The XML. "Sent" is committed before the chunk with the closing tag goes out; an abandoned batch ends the
   * stream with an error, so that the client never sees the closing tag.
   */
  body: Readable
  batchId: number
  /** Orders written so far; final when the body has ended. */
  orderCount(): number
}

export type SuccessOutcome =
  | { result: 'confirmed'; orders: number }
  | { result: 'already-confirmed' }
  | { result: 'nothing-asked' }
  | { result: 'refused'; reason: 'unfinished' | 'abandoned' }

export type FileAnswer = { result: 'success' | 'progress' } | { result: 'failure'; text: string }

/** An attempt to sign in; without a login if it was by a cookie alone. */
export interface SignInAttempt {
  login?: string | undefined
  address: string
}

export interface LockStatus {
  /** Seconds until this login may be tried again from this address; 0: now. */
  lockedSeconds: number
  /** For so long failures from this address are answered as locked out; right passwords work. */
  addressSeconds: number
  /** This login failed so often that the journal only counts its failures. */
  countOnly: boolean
  /** For a login that does not exist: the integration whose login it resembles. */
  meantFor?: number | undefined
}

export interface Caller {
  userAgent: string
  address: string
}

/** What the protocol needs from other rooms; app.ts implements it. Methods may throw an AppError. */
export interface ExchangePort {
  /** The caller and its session; without a cookie the latest whose cookie nobody sent back. */
  identify(request: Identification): Promise<Identified>
  lockStatus(attempt: SignInAttempt): Promise<LockStatus>
  countFailure(attempt: SignInAttempt): Promise<LockStatus>

  openSession(
    integration: ConnectedIntegration,
    caller: Caller,
    type: ExchangeType,
  ): Promise<{ token: string; session: ExchangeSession }>
  recordCall(
    integration: ConnectedIntegration,
    session: StoredSession,
    shown: CallShown,
  ): Promise<ExchangeSession>
  /** What a call reveals about the client; if recognized, settings change before the answer. Never throws. */
  recordSigns(integration: ConnectedIntegration, session: ExchangeSession, shown: ObservedCall): Promise<void>

  /** Opens a batch and streams its XML; none where nothing is owed in a settled session. */
  offerOrders(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    signal: AbortSignal,
  ): Promise<OrderPackage | EmptyPackage>
  /** Confirms what this session was sent; without a cookie, the latest batch sent without one. */
  confirmOrders(integration: ConnectedIntegration, session: ExchangeSession): Promise<SuccessOutcome>
  receiveFile(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    part: { type: 'sale' | 'catalog'; name: string; body: AsyncIterable<Uint8Array> },
  ): Promise<FileAnswer>
  /** `sender`: who sent a file that was refused or broke off, or the cookie. Never throws. */
  noteFailedFile(sender: ConnectedIntegration | string): Promise<void>
  /** The progress of reading a file; undefined means all of the session. */
  importFile(
    integration: ConnectedIntegration,
    session: ExchangeSession,
    name: string | undefined,
  ): Promise<FileAnswer>
  endCatalogue(integration: ConnectedIntegration, session: ExchangeSession): Promise<void>
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

export type RequestOutcome = Exclude<StepOutcome, 'running'>

export interface RequestRecord {
  /** Call these as soon as the value is known; once the session is set, the request is shown as running. */
  login(login: string): void
  integration(integration: ConnectedIntegration): void
  session(session: ExchangeSession): void
  batch(batchId: number): void
  /**
   * Refused like many before it: a failed sign-in is counted with the last one, another call leaves no
   * record.
   */
  countOnly(): void
  /** Its login does not exist, and resembles that of this integration. */
  meantFor(integrationKey: number): void
  /** If this returns a promise, await it before the next chunk, or memory grows. */
  requestPiece(piece: Uint8Array): Promise<void> | undefined
  responsePiece(piece: Uint8Array): Promise<void> | undefined
  answer(status: number, headers: Record<string, string>): void
  finish(outcome: RequestOutcome, orderCount?: number): void
}
