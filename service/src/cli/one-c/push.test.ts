import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runObmen } from '../../../test/support/app/run-obmen.js'
import {
  newPlatform,
  sampleLine,
  startTestServer,
  type TestServer,
} from '../../../test/support/app/test-server.js'
import { freshDatabase } from '../../../test/support/databases.js'
import type { Database } from '../../db/database.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-push-'))
let db: Database
let server: TestServer
beforeAll(async () => {
  db = await freshDatabase()
  server = await startTestServer(db)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

it.each(['ut', 'unf', 'rt'])(
  'a 1C (%s) finds its item of a linked line, and makes one of a line that is not',
  async client => {
    const platform = await newPlatform(server)
    const { id, login, password } = await platform.connect({ client, paymentrules: [{}] })
    const push = (...words: string[]) =>
      runObmen([
        ...['1c', 'push', '--url', `${server.url}/1c`, '--login', login, '--password', password],
        ...['--client', client, '--base', join(folder, client), '--json', ...words],
      ])
    expect(await push('--catalogue', '10')).toMatchObject({ exitCode: 0 })

    const catalogue = `/api/v1/integrations/${id}/catalogue`
    const { items } = (await platform.call('GET', `${catalogue}/items?q=A-00010`)).body
    expect(items).toMatchObject([{ name: 'Аренда переговорной 10' }])
    const { itemId } = items[0]
    expect((await platform.call('PUT', `${catalogue}/links/rent`, { itemId })).status).toBe(200)
    const lines = [
      sampleLine({ id: 'rent', name: 'Переговорная' }),
      sampleLine({ id: 'print', name: 'Печать' }),
    ]
    expect((await platform.put('olv-17', { lines, total: '6000.00' })).status).toBe(201)

    const { stdout } = await push('--do', 'post')
    const { documents } = JSON.parse(stdout).pulled
    expect(documents[0].lines).toMatchObject([
      { siteId: itemId, name: 'Аренда переговорной 10', item: 'found' },
      { siteId: 'print', item: 'created' },
    ])
    const [said] = (await platform.call('GET', '/api/v1/orders/olv-17/accounting')).body.items
    expect(said).toMatchObject({ posted: true, linesDiffer: false })
  },
)
