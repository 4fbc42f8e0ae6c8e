import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Figure, median } from '../figure.js'
import { CATALOGUE, ORDERS, sampleText, writeSample } from '../parse/sample-files.js'
import { connect, type Stage } from '../stage.js'

const run = promisify(execFile)
const ROUNDS = 5
const READ_FILE = fileURLToPath(new URL('../parse/read-file.js', import.meta.url))
/** A third of the young generation that the server gives its threads. */
const YOUNG_AS_IN_THREAD = '--max-semi-space-size=21'
const MB = 1_000_000

/** Reading of a catalogue and of orders beside xmllint, and what the server's peak memory grows by from a small upload to a large one. */
export async function benchParse(stage: Stage, scale: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen-parse-'))
  try {
    // Of a smaller file half the time would be the compiler's.
    const size = Math.max(50, Math.round(100 * scale)) * MB
    return [
      await besideXmllint('catalogue', size, join(folder, 'import0_1.xml')),
      await besideXmllint('orders', size, join(folder, 'orders.xml')),
      await memoryOf(stage, scale),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function besideXmllint(kind: 'catalogue' | 'orders', bytes: number, path: string): Promise<Figure> {
  await writeSample(kind === 'catalogue' ? CATALOGUE : ORDERS, bytes, path)
  const { size } = await stat(path)
  const ours: number[] = []
  const theirs: number[] = []
  let found = 0
  // In turns, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await timeXmllint(path))
    const { stdout } = await run(process.execPath, [YOUNG_AS_IN_THREAD, READ_FILE, kind, path])
    const read = JSON.parse(stdout) as { found: number; ms: number }
    ours.push(read.ms)
    found = read.found
  }
  const speed = (times: number[]): number => size / MB / (median(times) / 1000)
  const rate = (times: number[]): string => `${speed(times).toFixed(0)} MB/s`
  return {
    bench: `parse ${kind}`,
    measured: `${rate(ours)}: ${found} entries of ${(size / MB).toFixed(0)} MB, median of ${ROUNDS}`,
    beside: `${rate(theirs)} of xmllint --stream --noout`,
    value: speed(ours) / speed(theirs),
    unit: 'ratio',
    wanted: { atLeast: 0.35 },
  }
}

async function timeXmllint(path: string): Promise<number> {
  const started = performance.now()
  await run('xmllint', ['--stream', '--noout', path]).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      throw new Error('xmllint is not installed: on Debian and Ubuntu it is in the package libxml2-utils')
    throw error
  })
  return performance.now() - started
}

async function memoryOf(stage: Stage, scale: number): Promise<Figure> {
  const [small, large] = [10 * MB, Math.max(20, Math.round(1000 * scale)) * MB]
  const few = await peakOf(stage, small)
  const many = await peakOf(stage, large)
  const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`
  return {
    bench: 'parse memory',
    measured: `${mib(many)} at most over the upload of a catalogue of ${large / MB} MB`,
    beside: `${mib(few)} over one of ${small / MB} MB`,
    value: (many - few) / 2 ** 20,
    unit: 'MiB more',
    wanted: { atMost: 96 },
  }
}

/** The server's peak memory when a 1C uploads a catalogue, from its first byte until it is taken in. */
async function peakOf(stage: Stage, bytes: number): Promise<number> {
  await using scene = await stage.open()
  await using server = await scene.serve()
  const { id, url, login, password } = await connect(server, scene.apiToken, scene.companyId)
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  const ask = async (query: string, headers: Record<string, string>): Promise<string> =>
    (await fetch(`${url}?type=catalog&${query}`, { headers })).text()
  const [, name, value] = (await ask('mode=checkauth', { authorization })).split('\n')
  const headers = { authorization, cookie: `${name}=${value}` }
  await post(`${url}?type=catalog&mode=file&filename=import0_1.xml`, headers, sampleText(CATALOGUE, bytes))
  let answer = 'progress'
  while (answer === 'progress') answer = await ask('mode=import&filename=import0_1.xml', headers)
  if (answer !== 'success') throw new Error(`import: ${answer}`)
  const stored = await fetch(`${server.address}/api/v1/integrations/${id}/catalogue/items?limit=1`, {
    headers: { authorization: `Bearer ${scene.apiToken}` },
  })
  const { items } = (await stored.json()) as { items: unknown[] }
  if (items.length !== 1) throw new Error('the catalogue was not taken in')
  return server.peakMemory()
}

async function post(url: string, headers: Record<string, string>, pieces: Iterable<Buffer>): Promise<void> {
  const request = http.request(url, { method: 'POST', headers })
  const answered = new Promise<string>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', async response => {
      let text = ''
      for await (const piece of response.setEncoding('utf8')) text += piece
      resolve(text)
    })
  })
  await pipeline(Readable.from(pieces), request)
  const text = await answered
  if (text !== 'success') throw new Error(`file: ${text}`)
}
