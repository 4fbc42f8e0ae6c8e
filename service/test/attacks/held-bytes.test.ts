import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { callApi, newPlatform, type Platform, sampleOrder } from '../support/app/test-server.js'
import { useFreshServer, usePlatform } from '../support/app/use-server.js'

const LIMIT = 100_000
const PATIENCE = { timeout: 60_000 }

describe('bytes of requests that are under way', () => {
  const server = useFreshServer({
    requestBytesLimit: LIMIT,
    publicBytesLimit: LIMIT,
    publicBodyLimit: 10_000,
    bodySeconds: 3,
    publicBodySeconds: 3,
  })
  const one = usePlatform(server)
  const other = usePlatform(server)
  const open: Socket[] = []
  afterEach(() => {
    for (const socket of open.splice(0)) socket.destroy()
  })

  /** Sends the beginning of a body and no more. */
  async function begin(
    line: string,
    headers: Record<string, string | number>,
    sent: string,
    from = '127.0.0.1',
  ): Promise<Socket> {
    const { port } = new URL(server.url)
    const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: from })
    open.push(socket)
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    const head = Object.entries({ host: 'localhost', ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    )
    socket.write(`${line} HTTP/1.1\r\n${head.join('')}\r\n${sent}`)
    return socket
  }
  const beginSending = (by: Platform, line: string, type: string, bytes: number): Promise<Socket> => {
    const authorization = `Bearer ${by.apiToken}`
    const headers = { authorization, 'content-type': type, 'content-length': 10 * LIMIT }
    return begin(line, headers, 'x'.repeat(bytes))
  }
  const put = (by: Platform, id: string, comment = '') =>
    by.putOnce(id, { comment, attributes: { a: 'x'.repeat(1000) } })
  const large = 'x'.repeat(9_000)
  const orderOf = (by: Platform, id: string) => sampleOrder(by.companyId, { id, comment: large })

  it.each([
    ['a put', 'PUT /api/v1/orders/olv-1', 'application/json'],
    ['a batch', 'POST /api/v1/orders:batch', 'application/x-ndjson'],
  ])('%s: what one location holds too much of is refused to it, not to another', async (_, line, type) => {
    let stalled: Socket | undefined
    const another = async (): Promise<number> => {
      // It may itself be refused, if a put of this test is held when it comes.
      stalled?.destroy()
      stalled = await beginSending(one, line, type, LIMIT / 2 - 1000)
      for (let asked = 0; asked < 3; asked++) await one.call('GET', '/api/v1/companies')
      return (await put(one, 'olv-2', large)).status
    }
    await expect.poll(another, PATIENCE).toBe(503)
    const refused = await put(one, 'olv-2', large)
    expect(refused.body).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('столько присланных данных'),
    })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const batch = await one.batch([orderOf(one, 'olv-3')])
    expect(batch).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect((await put(other, 'olv-2', large)).status).toBeLessThan(300)
    stalled?.destroy()
    await expect.poll(async () => (await put(one, 'olv-2', large)).status, PATIENCE).toBeLessThan(300)
  })

  it('are given back when a batch is answered', async () => {
    for (let at = 0; at < 3; at++)
      expect((await one.batch(Array.from({ length: 4 }, (_, id) => orderOf(one, `b-${id}`)))).status).toBe(
        200,
      )
    await Promise.all(Array.from({ length: 20 }, (_, at) => put(one, `many-${at}`)))
    expect((await put(one, 'olv-2', large)).status).toBeLessThan(300)
  })

  it('of bodies that do not come to their end are given back', PATIENCE, async () => {
    const third = await newPlatform(server)
    const answers: string[] = []
    const stalled: Socket[] = []
    const another = async (): Promise<number> => {
      for (const socket of stalled.splice(0)) socket.destroy()
      for (const by of [one, other]) {
        const socket = await beginSending(by, 'PUT /api/v1/orders/o', 'application/json', LIMIT / 2 - 1000)
        socket.on('data', answer => answers.push(String(answer)))
        stalled.push(socket)
      }
      for (let asked = 0; asked < 3; asked++) await one.call('GET', '/api/v1/companies')
      return (await put(third, 'olv-2', large)).status
    }
    await expect.poll(another, PATIENCE).toBe(503)
    await expect.poll(async () => (await put(third, 'olv-2', large)).status, PATIENCE).toBeLessThan(300)
    await expect.poll(() => answers.join('').match(/body-came-too-slowly/g)?.length, PATIENCE).toBe(2)
  })

  it('of strangers are bounded, and not waited for', PATIENCE, async () => {
    const headers = { 'x-obmen-csrf': 1, 'content-type': 'application/json', 'content-length': 10_000 }
    const answers: string[] = []
    for (let at = 0; at < 20; at++) {
      const socket = await begin('POST /api/v1/auth/sign-in', headers, 'x'.repeat(9_000))
      socket.on('data', answer => answers.push(String(answer)))
    }
    const count = (code: RegExp) => answers.filter(answer => code.test(answer)).length
    await expect.poll(() => count(/too-many-bytes/), PATIENCE).toBe(15)
    expect((await put(one, 'olv-2', large)).status).toBeLessThan(300)
    await expect.poll(() => count(/body-came-too-slowly/), PATIENCE).toBe(5)
  })

  it('of strangers are few', async () => {
    const body = JSON.stringify({ email: 'who@example.ru', password: 'x'.repeat(10_000) })
    for (const path of ['/auth/sign-in', '/open-invitations/x/accept'])
      expect(
        (await callApi(`${server.url}/api/v1${path}`, 'POST', body, { 'x-obmen-csrf': '1' })).status,
      ).toBe(413)
  })
})
