import { afterEach, beforeEach, expect } from 'vitest'
import type { Database } from '../../../src/db/database.js'
import { newPlatform, oneC, type Platform, startTestServer, type TestServer } from '../app/test-server.js'
import type { TestPostgres } from '../databases.js'
import { openReceiver, type Receiver } from './receiver.js'

/** How long to wait for deliveries, on a busy machine. */
export const WITHIN = { timeout: 60_000, interval: 50 }

/** A server that tells a receiver what happens. Tests may replace server, platform and the receiver's answers. */
export class WebhookTest {
  db!: Database
  server!: TestServer
  platform!: Platform
  receiver!: Receiver

  /** Makes a webhook of the receiver; its secret is in the answer. */
  async make(input: object = {}) {
    const answer = await this.platform.call('POST', '/api/v1/webhooks', {
      url: this.receiver.url,
      types: ['order.exported'],
      ...input,
    })
    expect(answer.status, answer.text).toBe(201)
    return answer.body
  }

  call(method: string, path: string, body?: unknown) {
    return this.platform.call(method, `/api/v1/webhooks${path}`, body)
  }

  async get(id: string) {
    return (await this.call('GET', `/${id}`)).body
  }

  async attempts(id: string, state: string) {
    return (await this.call('GET', `/${id}/attempts?state=${state}`)).body.items
  }

  /** Puts orders that the next exchange sends. */
  async put(...ids: string[]) {
    for (const id of ids) await this.platform.put(id, { number: id })
  }

  /** Puts orders and sends them to a 1C, so that events tell of them. */
  async exported(integration: Parameters<typeof oneC>[1], ...ids: string[]) {
    await this.put(...ids)
    await oneC(this.server, integration).exchange()
  }
}

/** A server, with three failures before a pause, and a receiver for each of the suite's tests. */
export function useWebhooks(pg: TestPostgres): WebhookTest {
  const test = new WebhookTest()
  beforeEach(async () => {
    test.db = await pg.freshDatabase()
    test.server = await startTestServer(test.db, { allowPrivateAddresses: 'yes', webhookPauseAfter: 3 })
    test.platform = await newPlatform(test.server)
    test.receiver = await openReceiver()
  })
  afterEach(async () => {
    await test.receiver[Symbol.asyncDispose]()
    await test.server[Symbol.asyncDispose]()
  })
  return test
}
