import { connect, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { newPlatform, oneC, readLines, sampleOrder, startTestServer } from '../../support/app/test-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { basic } from '../../support/exchange.js'

const CLOSING_TAG = Buffer.from('</КоммерческаяИнформация>')

describeOnNewestPostgres('a quick 1C', pg => {
  it('says success in the moment it has the closing tag and is never refused', async () => {
    const db = await pg.freshDatabase()
    await using server = await startTestServer(db)
    const platform = await newPlatform(server)
    const one = await platform.connect()
    const { signIn } = oneC(server, one)
    const port = Number(new URL(server.url).port)
    const authorization = basic(one.login, one.password)

    // Few orders are answered with Content-Length, 600 in pieces.
    const many = Array.from({ length: 600 }, (_, index) =>
      JSON.stringify(sampleOrder(platform.companyId, { id: `o-${index}` })),
    ).join('\n')
    for (let round = 0; round < 50; round++) {
      const large = round % 20 === 0
      const changed = large ? many.replaceAll('"purchased"', `"purchased","comment":"${round}"`) : undefined
      if (changed) {
        const { text } = await platform.call('POST', '/api/v1/orders:batch', changed, {
          'content-type': 'application/x-ndjson',
        })
        expect(readLines(text)).toHaveLength(600)
      } else await platform.put(`o-${round}`, { comment: `${round}` })

      const head = `HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nCookie: ${await signIn()}\r\n\r\n`
      const [download, confirming] = [await open(port), await open(port)]
      download.write(`GET /1c?type=sale&mode=query ${head}`)
      await until(download, bytes => bytes.includes(CLOSING_TAG))
      confirming.write(`GET /1c?type=sale&mode=success ${head}`)
      const answer = await until(confirming, bytes => /\r\n\r\n(success|failure)/.test(bytes.toString()))
      expect([round, answer.toString().split('\r\n\r\n')[1]]).toEqual([round, 'success'])
      for (const socket of [download, confirming]) socket.destroy()
      const { body } = await platform.call('GET', '/api/v1/orders?state=owed&limit=1')
      expect([round, body.items]).toEqual([round, []])
    }
  }, 300_000)
})

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', () => resolve(socket.setNoDelay()))
    socket.on('error', reject)
  })
}

/** What came by the moment that `isEnough` of it. */
function until(socket: Socket, isEnough: (bytes: Buffer) => boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0)
    socket.on('data', piece => {
      bytes = Buffer.concat([bytes, piece])
      // The tag may lie across two pieces; before its end there is nothing to look through again.
      if (isEnough(bytes.subarray(-piece.length - 200)) || (bytes.length < 2000 && isEnough(bytes)))
        resolve(bytes)
    })
    socket.on('close', () => reject(new Error(`closed after ${bytes.length} bytes`)))
  })
}
