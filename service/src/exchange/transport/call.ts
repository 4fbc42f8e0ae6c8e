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

/** An authenticated request without a session: checkauth gets this. */
export interface SessionCall {
  command: ExchangeCommand
  integration: ConnectedIntegration
  caller: Caller
  /** The call has login and password, as all calls of 1C do. */
  byPassword: boolean
  port: ExchangePort
  /** The request's body: counted, limited, recorded. What an action does not read is drained afterwards. */
  body: AsyncIterable<Uint8Array>
  /** The header `Content-Encoding` as it was sent. */
  contentEncoding: string | undefined
  /** Whether the client has disconnected. */
  disconnect: Disconnect
}

export type Action = (call: Call) => Promise<Answer> | Answer

/** A request that is not authenticated yet. */
export interface IncomingRequest extends Omit<SessionCall, 'integration' | 'body'> {
  record: RequestRecord
  body: RequestBody
  /** The logger whose entries name this request. */
  log: () => Logger
  stopping: boolean
  /** Set once it is known which integration calls. */
  signedIn: boolean
  /** Set once it is known which session the call belongs to. */
  joined?: Pick<Call, 'integration' | 'session'>
}
