import { writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { runObmen, startObmenAsNpx } from '../../support/app/run-obmen.js'
import { type Serving, startServing } from '../../support/app/serving.js'
import { type DataDirs, killPostgres, openDataDirs, postgresOf } from '../../support/postgres/data-dir.js'
import { sampleOrder } from '../../support/sample-order.js'

const SETUP = [
  ...['setup', '--location', 'Технопарк', '--timezone', 'Asia/Yekaterinburg', '--company', 'ООО «Ромашка»'],
  ...[
    '--inn',
    '7707083893',
    '--admin-email',
    'anna@example.ru',
    '--admin-password',
    'dolgiy-parol-1',
    '--json',
  ],
]
const WITHIN = { timeout: 60_000, interval: 50 }
/** Orders of 16 MB, more than lies between a server and a client that waits. */
const LARGE = 1500

let dirs: DataDirs
let dataDir: string
beforeAll(async () => {
  dirs = await openDataDirs()
})
beforeEach(() => {
  dataDir = dirs.ready()
})
afterEach(() => killPostgres(dataDir))
afterAll(() => dirs[Symbol.asyncDispose]())

const status = async (serving: Serving, path: string): Promise<number> =>
  (await fetch(serving.address + path)).status

it('serve makes its database, reports its place, and stops with it at SIGTERM with 0', async () => {
  dataDir = dirs.empty()
  await using serving = await startServing({ DATA_DIR: dataDir })
  expect(await status(serving, '/healthz')).toBe(200)
  expect(await status(serving, '/readyz')).toBe(200)
  serving.process.kill('SIGTERM')
  expect(await serving.ended).toBe(0)
  expect(postgresOf(dataDir)).toBeUndefined()
})

it('a second serve on the folder is refused with the first’s pid; other commands work', async () => {
  await using serving = await startServing({ DATA_DIR: dataDir })
  const second = await runObmen(['serve'], { DATA_DIR: dataDir, PORT: '0' })
  expect(second).toMatchObject({ exitCode: 1, stdout: '' })
  expect(second.stderr).toContain(`процесс ${serving.pid}`)
  expect(await runObmen(SETUP, { DATA_DIR: dataDir })).toMatchObject({ exitCode: 0 })
  expect(await runObmen(['check'], { DATA_DIR: dataDir })).toMatchObject({ exitCode: 0 })
  expect(await status(serving, '/readyz')).toBe(200)
})

it('the next serve starts at once after serve was killed, on the database that ran on', async () => {
  const killed = await startServing({ DATA_DIR: dataDir })
  killed.process.kill('SIGKILL')
  const database = postgresOf(dataDir)
  await using next = await startServing({ DATA_DIR: dataDir })
  expect(await status(next, '/readyz')).toBe(200)
  expect(postgresOf(dataDir)).toBe(database)
  next.process.kill('SIGTERM')
  expect(await next.ended).toBe(0)
  expect(postgresOf(dataDir)).toBeUndefined()
})

it('Ctrl-C stops serve gracefully', async () => {
  await using serving = await startServing({ DATA_DIR: dataDir })
  process.kill(-serving.pid, 'SIGINT')
  expect(await serving.ended).toBe(0)
})

it('a closed terminal (SIGHUP) stops serve gracefully, and the log says so in its own format', async () => {
  await using serving = await startServing({ DATA_DIR: dataDir, LOG_LEVEL: 'info' })
  serving.process.kill('SIGHUP')
  expect(await serving.ended).toBe(0)
  const lines = serving.stderr().trim().split('\n')
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ level: 30, msg: 'stopped' })
  for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow()
})

it('an embedded database that died and came back is a line of the log', async () => {
  await using serving = await startServing({ DATA_DIR: dataDir })
  process.kill(postgresOf(dataDir)!, 'SIGKILL')
  await vi.waitFor(() => expect(serving.stderr()).toContain('прервался и снова работает'), WITHIN)
})

it.each(['SIGTERM', 'SIGKILL'] as const)(
  '%s to npx, which does not pass it on, ends serve too',
  async signal => {
    const npx = await startServing({ DATA_DIR: dataDir }, startObmenAsNpx)
    npx.process.kill(signal)
    await vi.waitUntil(() => postgresOf(dataDir) === undefined, WITHIN)
    await expect(status(npx, '/healthz')).rejects.toThrow()
  },
)

it('serve says which port is taken', async () => {
  await using serving = await startServing({ DATA_DIR: dataDir })
  const { port } = new URL(serving.address)
  const second = await runObmen(['serve'], { DATA_DIR: dirs.ready(), PORT: port })
  expect(second).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(new RegExp(`Порт ${port} .*PORT`)),
  })
})

it('at SIGTERM a running download goes on to its end, a second signal cuts it', {
  timeout: 300_000,
}, async () => {
  const exchange = await connectOneC(dataDir, LARGE)
  {
    await using serving = await startServing({ DATA_DIR: dataDir })
    const download = await beginDownload(serving, exchange)
    serving.process.kill('SIGTERM')
    await vi.waitFor(() => expect(status(serving, '/healthz')).rejects.toThrow(), WITHIN)
    const xml = await readAll(download)
    expect(xml.match(/<Документ>/g)).toHaveLength(LARGE)
    expect(xml.trimEnd().endsWith('</КоммерческаяИнформация>')).toBe(true)
    expect(await serving.ended).toBe(0)
  }
  await using serving = await startServing({ DATA_DIR: dataDir })
  const download = await beginDownload(serving, exchange)
  serving.process.kill('SIGTERM')
  await vi.waitFor(() => expect(status(serving, '/healthz')).rejects.toThrow(), WITHIN)
  serving.process.kill('SIGTERM')
  expect(await serving.ended).toBe(1)
  await expect(readAll(download)).rejects.toThrow()
})

/** Sets up a location, imports orders and connects a 1C that is owed all of them; returns its Basic header. */
async function connectOneC(folder: string, count: number): Promise<string> {
  const made = JSON.parse((await runObmen(SETUP, { DATA_DIR: folder })).stdout) as {
    companyId: string
    apiToken: string
  }
  const file = join(folder, 'orders.ndjson')
  writeFileSync(file, Array.from({ length: count }, (_, index) => order(index, made.companyId)).join('\n'))
  expect(await runObmen(['orders', 'import', file], { DATA_DIR: folder })).toMatchObject({ exitCode: 0 })
  await using serving = await startServing({ DATA_DIR: folder })
  const answer = await fetch(`${serving.address}/api/v1/integrations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${made.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ class: 'CommerceML', name: 'Бухгалтерия', companyId: made.companyId },
      settings: { paymentrules: [{}], paymentmethodname: 'Оплата картой', batchlimit: count },
    }),
  })
  const { id, login, password } = (await answer.json()) as { id: string; login: string; password: string }
  // What is owed of the orders that were there before is recalculated after the answer.
  await vi.waitFor(
    async () => {
      const found = await fetch(`${serving.address}/api/v1/integrations/${id}`, {
        headers: { authorization: `Bearer ${made.apiToken}` },
      })
      expect(((await found.json()) as { counts: { owed: number } }).counts.owed).toBe(count)
    },
    { timeout: 300_000, interval: 200 },
  )
  return `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
}

function order(index: number, companyId: string): string {
  const own = { id: `o-${index}`, number: undefined, comment: 'к'.repeat(4000), payments: [] }
  return JSON.stringify(sampleOrder(companyId, own))
}

/** The answer has begun and is not read on. */
function beginDownload(serving: Serving, authorization: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${serving.address}/1c?type=sale&mode=query`, { headers: { authorization } }, resolve).on(
      'error',
      reject,
    )
  })
}

async function readAll(answer: IncomingMessage): Promise<string> {
  answer.setEncoding('utf8')
  let text = ''
  for await (const piece of answer) text += piece as string
  return text
}
