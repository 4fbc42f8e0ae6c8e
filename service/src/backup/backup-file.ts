import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { AppError } from '../errors/app-error.js'
import { explainFile } from './explain-file.js'
import { opening, sealing } from './frames.js'
import { backupTexts as texts } from './texts.js'

/** The first line of a backup, in JSON. Then come the content, gzipped and encrypted, and its digest. */
export interface BackupHeader {
  format: 'obmen-backup'
  formatVersion: number
  /** Of the program that made it. */
  version: string
  migrations: string[]
  takenAt: string
  locations: number
  orders: number
  /** Base64; absent: it is not encrypted. */
  salt?: string
}

const FORMAT_VERSION = 1
const DIGEST_BYTES = 32
const HEADER_BYTES = 64 * 1024
const READ_BYTES = 1024 * 1024
/** Most of what better levels save costs several times the work. */
const GZIP_LEVEL = 3

type Facts = Omit<BackupHeader, 'format' | 'formatVersion' | 'salt'>

/** Writes a new file, readable by its owner alone, and onto the disk. `key`: encrypts it. */
export async function writeFile(
  path: string,
  facts: Facts,
  content: AsyncIterable<Buffer>,
  key?: string,
): Promise<void> {
  const salt = randomBytes(DIGEST_BYTES)
  const header: BackupHeader = {
    format: 'obmen-backup',
    formatVersion: FORMAT_VERSION,
    ...facts,
    ...(key !== undefined && { salt: salt.toString('base64') }),
  }
  const line = Buffer.from(`${JSON.stringify(header)}\n`)
  async function* digested(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256').update(line)
    yield line
    for await (const chunk of body) {
      hash.update(chunk)
      yield chunk
    }
    yield hash.digest()
  }
  const seal = key === undefined ? unchanged : sealing(key, salt, line)
  await pipeline(
    Readable.from(content),
    createGzip({ level: GZIP_LEVEL }),
    seal,
    digested,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  )
}

async function* unchanged(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* body
}

/** A backup of which every byte is as it was written. */
export interface BackupFile {
  path: string
  header: BackupHeader
  bytes: number
  /** Its content, decompressed and decrypted. */
  content(): AsyncGenerator<Buffer>
}

/**
 * Reads the header and compares the digest of the whole file. Throws AppError `conflict` in words: no backup,
 * cut or changed, encrypted with another key, of a newer format.
 */
export async function openFile(path: string, key?: string): Promise<BackupFile> {
  try {
    const { header, line, bytes } = await readHeader(path)
    await checkDigest(path, line, bytes)
    if (header.formatVersion > FORMAT_VERSION) throw new AppError('conflict', texts.newer(header.version))
    if (header.salt !== undefined && key === undefined) throw new AppError('conflict', texts.keyNeeded)
    const open =
      header.salt === undefined ? unchanged : opening(key!, Buffer.from(header.salt, 'base64'), line)
    const body = { start: line.length, end: bytes - DIGEST_BYTES - 1 }
    const file: BackupFile = {
      path,
      header,
      bytes,
      async *content() {
        const unzip = createGunzip()
        const reading = pipeline(createReadStream(path, body), open, unzip)
        reading.catch(() => undefined)
        yield* unzip
        await reading
      },
    }
    // A wrong key shows in the first frame.
    for await (const _ of file.content()) break
    return file
  } catch (cause) {
    throw explainFile(cause, path)
  }
}

async function readHeader(path: string): Promise<{ header: BackupHeader; line: Buffer; bytes: number }> {
  await using file = await open(path)
  const { size: bytes } = await file.stat()
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
  const end = buffer.subarray(0, bytesRead).indexOf('\n')
  const line = buffer.subarray(0, end + 1)
  try {
    const header = JSON.parse(line.toString()) as BackupHeader
    if (header.format === 'obmen-backup') return { header, line, bytes }
  } catch {
    // Refused below.
  }
  throw new AppError('conflict', texts.noBackup(path))
}

async function checkDigest(path: string, line: Buffer, bytes: number): Promise<void> {
  const end = bytes - DIGEST_BYTES
  if (end <= line.length) throw new AppError('conflict', texts.damaged(path))
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { end: end - 1, highWaterMark: READ_BYTES }))
    hash.update(chunk)
  const digest: Buffer[] = []
  for await (const chunk of createReadStream(path, { start: end })) digest.push(chunk)
  if (!Buffer.concat(digest).equals(hash.digest())) throw new AppError('conflict', texts.damaged(path))
}
