import type { Config } from '../config.js'

export type HttpConfig = ReturnType<typeof httpConfig>

export function httpConfig(config: Config) {
  const address = config.publicUrl === undefined ? undefined : new URL(config.publicUrl)
  return {
    host: config.host,
    port: config.port,
    /** Empty at the root; requests may lack it. */
    pathPrefix: address?.pathname.replace(/\/+$/, '') ?? '',
    secure: address?.protocol === 'https:',
    trustProxy: config.trustProxy,
    maxHeaderBytes: config.headerLimit,
    bodyLimit: config.requestBodyLimit,
    idleTimeoutMs: config.connectionIdleSeconds * 1000,
    requestTimeoutMs: config.requestTimeoutSeconds * 1000,
    /** 1C keeps a connection while it makes documents of the orders. */
    keepAliveTimeoutMs: config.keepAliveSeconds * 1000,
    mostStrangers: config.strangersConnections,
    lingerMs: config.earlyAnswerSeconds * 1000,
    stopTimeoutMs: config.stopTimeoutSeconds * 1000,
  }
}
