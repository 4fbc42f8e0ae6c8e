import type { Logger } from '../../log.js'
import type { Caller, ConnectedIntegration, ExchangePort, ExchangeSession, RequestRecord } from '../port.js'
import type { ExchangeCommand } from './command.js'
import type { Disconnect } from './disconnect.js'
import type { Answer } from './reply.js'
import type { RequestBody } from './request-body.js'

/** An authenticated request with a known command. */
export interface Call extends SessionCall {
  session: ExchangeSession
  /** Whether the client sent the session's cookie; without it the session is a guess. */
  byCookie: boolean
}

/** The same without a session, as checkauth gets it. */
export interface SessionCall {
  command: ExchangeCommand
  integration: ConnectedIntegration
  caller: Caller
  /** It shows login and password, as 1C does with each call. */
  byPassword: boolean
  port: ExchangePort
  /** The request's body: counted, limited, recorded. Whatever an action leaves of it is read to its end afterwards. */
  body: AsyncIterable<Uint8Array>
  /** `Content-Encoding`, as it came. */
  contentEncoding: string | undefined
  /** Whether the client has gone. */
  disconnect: Disconnect
}

export type Action = (call: Call) => Promise<Answer> | Answer

/** A request that is not authenticated yet. */
export interface IncomingRequest extends Omit<SessionCall, 'integration' | 'body'> {
  record: RequestRecord
  body: RequestBody
  /** The log that names this request. */
  log: () => Logger
  stopping: boolean
}
