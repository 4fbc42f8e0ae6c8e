/** Limits of the listener, each a named setting of config.ts. Times in milliseconds, sizes in bytes. */
export interface HttpSettings {
  host: string
  /** 0 = any free one. */
  port: number
  /** Path of PUBLIC_URL without a trailing slash, `/obmen`; empty at the root. Taken with and without it. */
  pathPrefix: string
  /** True when PUBLIC_URL is https. */
  secure: boolean
  /** Whose X-Forwarded-For counts: false = nobody's, else addresses and networks (`loopback`, `10.0.0.0/8`). */
  trustProxy: boolean | string[]
  /** All headers of a request together; larger: 431. */
  maxHeaderBytes: number
  /** A body of the REST API; larger: 413. */
  bodyLimit: number
  /** A connection on which nothing moves in either direction this long is cut. */
  idleTimeoutMs: number
  /** A request must have come whole after this long. */
  requestTimeoutMs: number
  /** A connection without a request stays open this long: 1C keeps one while it makes documents of the orders. */
  keepAliveTimeoutMs: number
  /** A stop waits this long for running answers. */
  stopTimeoutMs: number
}

export const HTTP_DEFAULTS = {
  trustProxy: false,
  maxHeaderBytes: 16_384,
  bodyLimit: 33_554_432,
  idleTimeoutMs: 300_000,
  requestTimeoutMs: 1_800_000,
  keepAliveTimeoutMs: 120_000,
  stopTimeoutMs: 300_000,
} as const satisfies Partial<HttpSettings>
