import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDatabase } from '@obmen/service'

// The floor of a query: the bytes are prepared in the database, one row per order; they are read page by page
// and sent.
const PAGE = 500
const db = openDatabase({ url: process.env.DATABASE_URL!, poolSize: 2 })

async function* readPages(): AsyncGenerator<Buffer> {
  let after = -1
  for (;;) {
    const { rows } = await db.query<{ key: number; xml: Buffer }>(
      'select key, xml from ready_made where key > $1 order by key limit $2',
      [after, PAGE],
    )
    if (rows.length === 0) return
    after = rows.at(-1)!.key
    yield Buffer.concat(rows.map(row => row.xml))
  }
}

const server = http.createServer(async (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/xml; charset=utf-8' })
  for await (const piece of readPages())
    if (!response.write(piece)) await new Promise(resolve => response.once('drain', resolve))
  response.end()
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port} \n`),
)
