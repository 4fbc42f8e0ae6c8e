import { createSocket, type Socket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { postEvent } from '../webhooks/delivery/post-event.js'

/** A name server that knows the address of each `address-1-2-3-4.…` and never answers for other names. */
let nameServer: Socket
beforeAll(async () => {
  nameServer = createSocket('udp4')
  nameServer.on('message', (question, { port }) => {
    const [, ...bytes] = /address-(\d+)-(\d+)-(\d+)-(\d+)/.exec(question.toString('latin1')) ?? []
    if (bytes.length === 0) return
    const end = question.indexOf(0, 12) + 5
    const isFour = question.readUInt16BE(end - 4) === 1
    const head = Buffer.from(question.subarray(0, 12))
    head.writeUInt16BE(0x8180, 2)
    head.writeUInt16BE(isFour ? 1 : 0, 6)
    head.fill(0, 8)
    const found = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...bytes.map(Number)])
    nameServer.send(Buffer.concat([head, question.subarray(12, end), ...(isFour ? [found] : [])]), port)
  })
  await new Promise<void>(resolve => nameServer.bind(0, '127.0.0.1', resolve))
})
afterAll(() => nameServer.close())

const post = (
  url: string,
  { allowPrivate = false, timeoutMs = 60_000, signal = new AbortController().signal } = {},
) =>
  postEvent({
    ...{ url, headers: {}, body: '{}', signal },
    limits: {
      ...{ timeoutMs, allowPrivate },
      nameServers: [`127.0.0.1:${nameServer.address().port}`],
    },
  })

it('a name that its name server tells is called, and one of a private address is not', async () => {
  const server = createServer((_, response) => void response.end('ok'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://address-127-0-0-1.example:${port}/`
  expect(await post(url, { allowPrivate: true })).toMatchObject({ status: 200, failure: null })
  expect(await post(url)).toMatchObject({ failure: 'address-not-public' })
  expect(await post('http://address-169-254-169-254.example/')).toMatchObject({
    failure: 'address-not-public',
  })
  expect(await post(`http://localhost:${port}/`, { allowPrivate: true })).toMatchObject({ status: 200 })
  server.close()
})

it('names that nobody answers for hold up neither other names nor the stop of the server', async () => {
  const stopping = new AbortController()
  const hanging = Array.from({ length: 20 }, (_, index) =>
    post(`http://hanging-${index}.example/`, { signal: stopping.signal }),
  )
  const isOver = await Promise.race([...hanging, lookup('localhost')])
  expect(isOver).toHaveProperty('address')
  stopping.abort()
  const ends = await Promise.allSettled(hanging)
  expect(ends.every(({ status }) => status === 'rejected')).toBe(true)
})

it('a name that is not answered in time is a timeout', async () => {
  expect(await post('http://hanging.example/', { timeoutMs: 50 })).toMatchObject({ failure: 'timeout' })
})
