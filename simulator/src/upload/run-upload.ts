import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { ZipFile } from 'yazl'
import type { OneC } from '../base/base.js'
import type { ExchangeType } from '../client.js'
import { Findings } from '../findings.js'
import { authorize, type Session } from '../protocol/authorize.js'
import { controlText, exchangeCall, firstWord } from '../protocol/exchange-call.js'
import { initializeUpload } from '../protocol/initialize.js'
import { Player, type SiteOptions } from '../protocol/player.js'
import type { Finding, Step } from '../result.js'

export interface UploadFile {
  /** `orders-<GUID>_1.xml`, `import0.xml`; may include a folder, `import_files/a.jpg`. */
  name: string
  content: Buffer
}

export interface UploadOptions extends SiteOptions {
  type: ExchangeType
  files: UploadFile[]
  /** Call `import` after the files; УТ «без ожидания» doesn't. True by default. */
  waitForImport?: boolean
  /** The connection breaks in the middle of the first file: half of it is sent, and nothing follows. */
  interrupt?: boolean
  /** УНФ's pause between two calls while the site answers `progress`; 5000 by default. УТ makes none. */
  progressDelayMs?: number
}

export interface UploadResult {
  ok: boolean
  /** The site's answer if it refused. */
  answer: string | null
  steps: Step[]
  findings: Finding[]
}

/**
 * One upload of goods or orders: checkauth, init, the files in parts of `file_limit` (in one archive if
 * `zip=yes`), import of each XML. БП uploads nothing.
 */
export async function runUpload(base: OneC, options: UploadOptions): Promise<UploadResult> {
  if (base.client === 'bp') throw new Error('bp uploads nothing')
  const findings = new Findings(50)
  const player = new Player(base, options, findings)
  try {
    const answer = (await upload(player, options)) ?? null
    return { ok: answer === null, answer, steps: player.steps, findings: findings.list }
  } finally {
    player.close()
  }
}

/** How many `progress` answers are accepted; 1C has no limit. */
const MOST_PROGRESS = 1000
const BROKE_OFF = 'соединение оборвалось на середине файла'

/** The site's refusal; undefined if it accepted everything. */
async function upload(player: Player, options: UploadOptions): Promise<string | undefined> {
  const session = await authorize(player, options.type)
  if (session === undefined) return lastAnswer(player)
  const rules = await initializeUpload(player, session, options.type)
  if (rules === undefined) return lastAnswer(player)
  const files = rules.zip ? [await packFolder(options.files)] : options.files
  for (const file of files) {
    const half = Math.ceil(file.content.length / 2)
    for (const part of parts(file.content, options.interrupt ? half : rules.limit)) {
      const answer = await send(player, session, { type: options.type, name: file.name, part })
      if (answer !== 'success') return lastAnswer(player)
      if (options.interrupt) return BROKE_OFF
    }
  }
  if (options.waitForImport === false) return undefined
  for (const file of options.files.filter(one => one.name.endsWith('.xml')).sort(importFirst)) {
    if (!(await importFile(player, session, options, file.name))) return lastAnswer(player)
  }
  return undefined
}

/** The whole folder in one archive, named as a temporary file of the platform: `v8_3B8F_3e.zip`. */
async function packFolder(files: readonly UploadFile[]): Promise<UploadFile> {
  const zip = new ZipFile()
  for (const { name, content } of files) zip.addBuffer(content, name)
  zip.end()
  const random = randomBytes(3).toString('hex')
  const name = `v8_${random.slice(0, 4).toUpperCase()}_${random.slice(4)}.zip`
  return { name, content: await buffer(zip.outputStream) }
}

/** Parts go one after another under the same name. */
function* parts(content: Buffer, limit: number): Generator<Buffer> {
  if (limit === 0 || content.length <= limit) return yield content
  for (let at = 0; at < content.length; at += limit) yield content.subarray(at, at + limit)
}

async function send(
  player: Player,
  session: Session,
  { type, name, part }: { type: ExchangeType; name: string; part: Buffer },
): Promise<string> {
  const end = type === 'reference' ? '&' : session.token
  const query = `?type=${type}&mode=file&filename=${name}${end}`
  return word(player, session, { name: 'file', type, query, body: part })
}

async function importFile(
  player: Player,
  session: Session,
  options: UploadOptions,
  name: string,
): Promise<boolean> {
  const query = `?type=${options.type}&mode=import&filename=${name}${session.token}`
  for (let asked = 0; asked < MOST_PROGRESS; asked++) {
    const answer = await word(player, session, { name: 'import', type: options.type, query })
    if (answer !== 'progress') return answer === 'success'
    if (player.client === 'unf') await delay(options.progressDelayMs ?? 5000)
  }
  return false
}

async function word(
  player: Player,
  session: Session,
  call: { name: 'file' | 'import'; type: ExchangeType; query: string; body?: Buffer },
): Promise<string> {
  const received = await exchangeCall(player, session.connection, { ...call, cookie: session.cookie })
  return received === undefined ? '' : firstWord(controlText(player, received))
}

function importFirst(a: UploadFile, b: UploadFile): number {
  return Number(b.name.includes('import')) - Number(a.name.includes('import'))
}

function lastAnswer(player: Player): string {
  const step = player.steps.at(-1)
  return step?.error ?? step?.answer ?? ''
}
