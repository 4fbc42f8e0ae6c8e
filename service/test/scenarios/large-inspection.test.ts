import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startServing } from '../support/app/serving.js'
import { newPlatform } from '../support/app/test-server.js'
import { zipped } from '../support/archive.js'
import { freshDatabase } from '../support/databases.js'

const DOCUMENTS = 60
const LINES = 10_000

it('a file larger than the memory of the server is inspected one document at a time', {
  timeout: 300_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'large-inspection-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await using db = await freshDatabase()
  await using serving = await startServing({
    DATABASE_URL: db.url,
    TMPDIR: folder,
    NODE_OPTIONS: '--max-old-space-size=96',
  })
  const platform = await newPlatform({ db, url: serving.address })
  const { id } = await platform.connect({ client: 'ut', paymentrules: [{}] })
  const { status, body } = await platform.call(
    'POST',
    `/api/v1/integrations/${id}/uploads:inspect?name=v8.zip`,
    await zipped({ 'orders.xml': manyLargeDocuments() }),
    { 'content-type': 'application/octet-stream' },
  )
  expect([status, body.items[0].count, body.items[0].documents.length]).toEqual([200, DOCUMENTS, DOCUMENTS])
  expect((await fetch(`${serving.address}/readyz`)).status).toBe(200)
})

it('a server that dies during an inspection leaves nothing of the file behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'killed-inspection-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await using db = await freshDatabase()
  await using serving = await startServing({
    ...{ DATABASE_URL: db.url, TMPDIR: folder },
  })
  const platform = await newPlatform({ db, url: serving.address })
  const { id } = await platform.connect({ client: 'ut', paymentrules: [{}] })
  const slow = request(`${serving.address}/api/v1/integrations/${id}/uploads:inspect`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${platform.apiToken}`,
      'content-type': 'application/octet-stream',
    },
  })
  slow.on('error', () => undefined)
  // More than the connection holds: once it is sent, the server has written some of it.
  await new Promise(resolve => slow.write(Buffer.alloc(32 * 1024 * 1024, ' '), resolve))
  serving.process.kill('SIGKILL')
  await serving.ended
  expect((await readdir(folder)).filter(name => name.startsWith('obmen-inspected-'))).toEqual([])
})

function manyLargeDocuments(): string {
  const lines = Array.from(
    { length: LINES },
    (_, line) => `<Товар><Ид>svc-${line}</Ид><Количество>1</Количество></Товар>`,
  ).join('')
  const documents = Array.from(
    { length: DOCUMENTS },
    (_, document) =>
      `<Документ><Ид>d-${document}</Ид><Номер>Ч${document}</Номер><ХозОперация>Заказ товара</ХозОперация><Товары>${lines}</Товары></Документ>`,
  ).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08" ДатаФормирования="2026-11-27T10:00:00">${documents}</КоммерческаяИнформация>`
}
