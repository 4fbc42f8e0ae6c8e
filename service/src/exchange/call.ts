import type { Logger } from '../log.js'
import type { Caller, ConnectedIntegration, ExchangePort, ExchangeSession, RequestRecord } from './port.js'
import type { ExchangeCommand } from './transport/command.js'
import type { Answer } from './transport/reply.js'
import type { RequestBody } from './transport/request-body.js'

/** A request of which it is not known yet who sent it. */
export interface IncomingRequest {
  command: ExchangeCommand
  method: string
  headers: {
    authorization: string | undefined
    cookie: string | undefined
    contentEncoding: string | undefined
    /** Only browsers send these two. */
    origin: string | undefined
    fetchSite: string | string[] | undefined
  }
  /** The client speaks https, to us or to the proxy before us. */
  isEncrypted: boolean
  caller: Caller
  port: ExchangePort
  record: RequestRecord
  /** Counted, limited, recorded. What an action does not read is drained afterwards. */
  body: RequestBody
  /** Says who calls once that is known. */
  log: Logger
  gone: AbortSignal
  stopping: boolean
  /** Counts a call of the integration; resolves to the seconds until it may make the next one, 0: now. */
  waitSeconds(integration: ConnectedIntegration): Promise<number>
  /** Called with the header by which further calls will come from this 1C. */
  issued(cookie: string): void
  /** Set once it is known which session the call belongs to. */
  joined?: { integration: ConnectedIntegration; session: ExchangeSession }
}

export interface Call extends IncomingRequest {
  integration: ConnectedIntegration
  session: ExchangeSession
}

export type Action = (call: Call) => Promise<Answer> | Answer
