import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Bench, connect, openSystem } from '../bench.js'
import { type Figure, median, mib, percentile } from '../figure.js'
import { connectOther, forCount, timeExchanges, whileRunning } from '../other-exchanges.js'
import { CATALOGUE, MB, ORDERS, writeSample } from '../parse/sample-files.js'
import {
  type CatalogueFile,
  catalogueFile,
  uploadCatalogue,
  zippedCatalogue,
} from '../parse/upload-catalogue.js'

const run = promisify(execFile)
const READ_FILE = fileURLToPath(new URL('../parse/read-file.js', import.meta.url))
const UPLOAD_FILE = fileURLToPath(new URL('../parse/upload-file.js', import.meta.url))
const ROUNDS = 5
/** The semi-space of the server's threads: a third of their young generation. */
const YOUNG_AS_IN_THREAD = '--max-semi-space-size=21'
/** Enough for the slowest of twenty to mean something. */
const EXCHANGES = 300
const FEWEST_EXCHANGES = 60
/** Orders that the other company is owed at each of its exchanges. */
const OWED = 5

/** Reading beside xmllint, and what the upload of a large catalogue costs others and in memory. */
export async function benchParse(bench: Bench, scale: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen-parse-'))
  try {
    // With a smaller file, half of the time would be spent on compiling.
    const size = Math.max(50, Math.round(100 * scale)) * MB
    return [
      await besideXmllint('catalogue', size, join(folder, 'import0_1.xml')),
      await besideXmllint('orders', size, join(folder, 'orders.xml')),
      ...(await exchangesMeanwhile(bench, scale)),
      ...(await peakMemory(bench, scale)),
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
  // Alternating, so that other load on the machine slows both.
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
    target: { atLeast: 0.15 },
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

/** Exchanges of one company while another's catalogue is uploaded and read, against undisturbed ones. */
async function exchangesMeanwhile(bench: Bench, scale: number): Promise<Figure[]> {
  const size = Math.max(5, Math.round(50 * scale)) * MB
  const count = Math.max(FEWEST_EXCHANGES, Math.round(EXCHANGES * scale))
  await using system = await openSystem(bench)
  const { installation, server } = system
  const other = await connectOther(installation, server, OWED)
  const quiets: number[] = []
  const uploading: number[] = []
  await timeExchanges(installation, other, forCount(count / 3))
  while (uploading.length < count) {
    const uploader = await connect(server, installation)
    quiets.push(...(await timeExchanges(installation, other, forCount(count / 3))))
    const upload = run(process.execPath, [UPLOAD_FILE, JSON.stringify(uploader), String(size)])
    uploading.push(...(await timeExchanges(installation, other, whileRunning(upload))))
    // Alternating, so that other load on the machine slows both.
    quiets.push(...(await timeExchanges(installation, other, forCount(count / 3))))
  }
  return [0.5, 0.95].map(share => {
    const quiet = percentile(share, quiets)
    const slow = percentile(share, uploading)
    return {
      bench: 'parse others',
      measured:
        `${slow.toFixed(1)} ms: p${share * 100} of a company's exchange while another ` +
        `one's catalogue of ${size / MB} MB is uploaded and read`,
      beside: `${quiet.toFixed(1)} ms when all is quiet`,
      value: slow / quiet,
      unit: 'ratio',
      target: { atMost: 1.5 },
    }
  })
}

/** How much more memory the upload of a large catalogue takes than a small one's, as XML and zipped. */
async function peakMemory(bench: Bench, scale: number): Promise<Figure[]> {
  const [small, large] = [10 * MB, Math.max(20, Math.round(1000 * scale)) * MB]
  const few = await peakOf(bench, catalogueFile(small))
  return [
    figure('', few, await peakOf(bench, catalogueFile(large))),
    figure(', zipped', few, await peakOf(bench, zippedCatalogue(large))),
  ]

  function figure(how: string, few: number, many: number): Figure {
    return {
      bench: 'parse memory',
      measured: `${mib(many)} at most over the upload of a catalogue of ${large / MB} MB${how}`,
      beside: `${mib(few)} over one of ${small / MB} MB`,
      value: (many - few) / 2 ** 20,
      unit: 'MiB more',
      target: { atMost: 96 },
    }
  }
}

/** The server's peak memory when a 1C uploads a catalogue, from its first byte until it has been read. */
async function peakOf(bench: Bench, file: CatalogueFile): Promise<number> {
  await using system = await openSystem(bench)
  const { installation, server } = system
  const connected = await connect(server, installation)
  await uploadCatalogue(connected, file)
  const stored = await fetch(
    `${server.address}/api/v1/integrations/${connected.id}/catalogue/items?limit=1`,
    { headers: { authorization: `Bearer ${installation.apiToken}` } },
  )
  const { items } = (await stored.json()) as { items: unknown[] }
  if (items.length !== 1) throw new Error('the catalogue was not read')
  return server.peakMemory()
}
