import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { startFreshServer } from '../../test/support/app/test-server.js'
import { openDatabase } from '../db/database.js'
import { createLog } from '../log.js'
import { callHeartbeat } from './call-heartbeat.js'

const calls: string[] = []

let url: string
const receiver = createServer(({ method, url: path }, response) => {
  calls.push(`${method} ${path}`)
  response.writeHead(204).end()
})
beforeAll(async () => {
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/ping/7f3d?a=b`
})
afterAll(() => void receiver.close())
beforeEach(() => {
  calls.length = 0
})

it('HEARTBEAT_URL is called while the server runs', async () => {
  await using _server = await startFreshServer({ heartbeatUrl: url })
  await vi.waitUntil(() => calls.length > 0)
  expect(calls).toEqual(['GET /ping/7f3d?a=b'])
})

it('HEARTBEAT_URL is not called while the database is away, and the log keeps its secret', async () => {
  const lines: string[] = []
  const log = createLog('info', { write: line => void lines.push(line) })
  await using away = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' })
  const calling = callHeartbeat(url, away, log)
  await vi.waitUntil(() => lines.length > 0)
  await calling[Symbol.asyncDispose]()
  expect(calls).toEqual([])
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('HEARTBEAT_URL')
  expect(lines[0]).not.toContain('7f3d')
})
