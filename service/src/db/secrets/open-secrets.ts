import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../errors/app-error.js'
import type { Queryable } from '../database.js'
import { secretsTexts as texts } from './texts.js'

/** Encrypts what the server must read again. `place` names its row: moved to another, it can't be opened. */
export interface Secrets {
  /** Throws AppError `conflict` if another server has encrypted something with another key meanwhile. */
  seal(tx: Queryable, text: string, place: string): Promise<string>
  open(sealed: string, place: string): string
}

export interface KeySource {
  /** SECRET_KEY; without it the key is in a file in `dataDir`. */
  secretKey: string | undefined
  dataDir: string
}

/** Characters of a key in the file, as of SECRET_KEY. */
const SHORTEST_KEY = 32
const KEY_FILE = 'secret.key'
const KEY_BYTES = 32
const CIPHER = 'aes-256-gcm'
const VERSION = 'v1:'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Makes the key at the first start. Throws AppError `conflict` if another one encrypted something. */
export async function openSecrets(db: Queryable, { secretKey, dataDir }: KeySource): Promise<Secrets> {
  const file = join(dataDir, KEY_FILE)
  const known = await readFingerprint(db)
  if (known === undefined && secretKey === undefined && !existsSync(file)) makeKeyFile(dataDir, file)
  const text = secretKey ?? readKeyFile(file)
  const key = deriveKey(text)
  const fingerprint = fingerprintOf(key)
  const requireSame = (other: string | undefined): void => {
    if (other !== undefined && !timingSafeEqual(Buffer.from(other, 'hex'), fingerprint))
      throw new AppError('conflict', texts.otherKey(file))
  }
  requireSame(known)
  const claim = async (tx: Queryable): Promise<void> => {
    // As long as nothing is encrypted, any key will do; then it is the first one's.
    await tx.query('insert into secret_key (fingerprint) values ($1) on conflict do nothing', [
      fingerprint.toString('hex'),
    ])
    requireSame(await readFingerprint(tx))
  }
  return secretsOf(key, claim, file)
}

/** Whether the server that starts now could open what is encrypted there. */
export async function hasItsKey(db: Queryable, { secretKey, dataDir }: KeySource): Promise<boolean> {
  const known = await readFingerprint(db)
  const file = join(dataDir, KEY_FILE)
  if (known === undefined) return true
  if (secretKey === undefined && !existsSync(file)) return false
  return fingerprintOf(deriveKey(secretKey ?? readKeyFile(file))).toString('hex') === known
}

const deriveKey = (text: string): Buffer =>
  Buffer.from(hkdfSync('sha256', text, '', 'obmen secrets', KEY_BYTES))

const fingerprintOf = (key: Buffer): Buffer => createHmac('sha256', key).update('obmen fingerprint').digest()

/** The next start takes whatever key it is given: what the old one encrypted has to be replaced. */
export async function forgetKey(tx: Queryable): Promise<void> {
  await tx.query('delete from secret_key')
}

async function readFingerprint(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ fingerprint: string }>('select fingerprint from secret_key')
  return rows[0]?.fingerprint
}

/** The file appears whole, and one that is there stays: another server may have made it just now. */
function makeKeyFile(dataDir: string, file: string): void {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true })
    // What root makes belongs to the owner of the folder, who runs the server at other times.
    const { uid, gid } = statSync(dataDir)
    if (process.getuid?.() === 0 && uid !== 0) chownSync(draft, uid, gid)
    linkSync(draft, file)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (!existsSync(file)) throw new AppError('unavailable', texts.notMade(file, code ?? message), { cause })
  } finally {
    if (existsSync(draft)) rmSync(draft)
  }
}

function readKeyFile(file: string): string {
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (text.length >= SHORTEST_KEY) return text
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new AppError('conflict', texts.otherKey(file), { cause })
    throw new AppError('unavailable', texts.notRead(file, code ?? message), { cause })
  }
  throw new AppError('conflict', texts.otherKey(file))
}

function secretsOf(key: Buffer, claim: (tx: Queryable) => Promise<void>, file: string): Secrets {
  return {
    async seal(tx, text, place) {
      await claim(tx)
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed, place) {
      if (!sealed.startsWith(VERSION)) throw new Error(`the secret of ${place} is not encrypted`)
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64')
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
      try {
        return decipher.update(body, undefined, 'utf8') + decipher.final('utf8')
      } catch (cause) {
        // Another server with another key encrypted the first secret while this one ran. Read in the log.
        throw new Error(texts.otherKey(file), { cause })
      }
    },
  }
}
