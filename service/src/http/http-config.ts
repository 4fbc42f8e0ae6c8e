import type { Config } from '../config.js'

/** Settings of the listener. Times in milliseconds, sizes in bytes. */
export interface HttpConfig {
  host: string
  /** 0 = any free one. */
  port: number
  /** Path of PUBLIC_URL without a trailing slash, or empty; requests may lack it. */
  pathPrefix: string
  /** True when PUBLIC_URL is https. */
  secure: boolean
  /** Whose X-Forwarded-For counts: false = nobody's, else these addresses' and networks'. */
  trustProxy: false | string[]
  /** All headers of a request together; larger: 431. */
  maxHeaderBytes: number
  /** A body of the REST API; larger: 413. */
  bodyLimit: number
  /** A connection idle in both directions for this long is closed. */
  idleTimeoutMs: number
  /** A request must be complete after this long; 0 = no limit. */
  requestTimeoutMs: number
  /** Of a connection without a request: 1C keeps one while it makes documents of the orders. */
  keepAliveTimeoutMs: number
  /** How long to go on reading a body whose request has been answered already. */
  lingerMs: number
  /** How long a stop waits for running answers. */
  stopTimeoutMs: number
}

export function httpConfig(config: Config): HttpConfig {
  const address = config.publicUrl === undefined ? undefined : new URL(config.publicUrl)
  return {
    host: config.host,
    port: config.port,
    pathPrefix: address?.pathname.replace(/\/+$/, '') ?? '',
    secure: address?.protocol === 'https:',
    trustProxy: config.trustProxy,
    maxHeaderBytes: config.headerLimit,
    bodyLimit: config.requestBodyLimit,
    idleTimeoutMs: config.connectionIdleSeconds * 1000,
    requestTimeoutMs: config.requestTimeoutSeconds * 1000,
    keepAliveTimeoutMs: config.keepAliveSeconds * 1000,
    lingerMs: config.earlyAnswerSeconds * 1000,
    stopTimeoutMs: config.stopTimeoutSeconds * 1000,
  }
}
