import { beforeAll, beforeEach } from 'vitest'
import type { Config } from '../../../src/config.js'
import type { TestPostgres } from '../databases.js'
import {
  newPlatform,
  type Platform,
  startFreshServer,
  startTestServer,
  type TestServer,
} from './test-server.js'

/** A server on a new database of the suite's PostgreSQL; its fields are there once the tests begin. */
export function useServer(pg: TestPostgres, settings: Partial<Config> = {}): TestServer {
  return use(async () => startTestServer(await pg.freshDatabase(), settings))
}

/** The same on the newest PostgreSQL, with a database that is closed with it. */
export function useFreshServer(settings: Partial<Config> = {}): TestServer {
  return use(() => startFreshServer(settings))
}

function use(start: () => Promise<TestServer>): TestServer {
  const server = {} as TestServer
  beforeAll(async () => {
    Object.assign(server, await start())
    return () => server[Symbol.asyncDispose]()
  })
  return server
}

/** A location of its own for each test. */
export function usePlatform(server: TestServer): Platform {
  const platform = {} as Platform
  beforeEach(async () => {
    Object.assign(platform, await newPlatform(server))
  })
  return platform
}
