import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { AppError } from '../../errors/app-error.js'
import type { PostgresBinaries } from './find-binaries.js'
import { linkLibraries } from './link-libraries.js'
import { embeddedTexts } from './texts.js'

const HOUR_MS = 3_600_000

/**
 * Copies PostgreSQL's programs into a cache that every user of the machine can read, once per version, and returns the copy.
 * For root with `node_modules` under a closed folder, and for a `node_modules` that can't be written.
 */
export function copyBinaries(binaries: PostgresBinaries): PostgresBinaries {
  let failure: unknown
  for (const cache of cacheFolders()) {
    try {
      mkdirSync(cache, { recursive: true, mode: 0o755 })
      return { ...binaries, native: copyInto(cache, binaries) }
    } catch (error) {
      failure = error
    }
  }
  throw new AppError('unavailable', embeddedTexts.noCache(binaries.native, (failure as Error).message), {
    cause: failure,
  })
}

function copyInto(cache: string, binaries: PostgresBinaries): string {
  refuseForeign(cache)
  const key = fingerprint(binaries)
  const folder = join(cache, `postgres-${binaries.version}-${key}`)
  if (!existsSync(folder)) {
    removeLeftovers(cache)
    const unfinished = `${folder}.${randomBytes(6).toString('hex')}.tmp`
    cpSync(binaries.native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    linkLibraries(join(unfinished, 'native'))
    try {
      renameSync(unfinished, folder)
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  refuseForeign(folder)
  return join(folder, 'native')
}

/** The same programs are stored once, wherever they are installed. */
function fingerprint(binaries: PostgresBinaries): string {
  const hash = createHash('sha256').update(binaries.version)
  const files = readdirSync(binaries.native, { recursive: true, encoding: 'utf8' }).sort()
  for (const file of files) hash.update(`${file} ${statSync(join(binaries.native, file)).size}\n`)
  return hash.digest('hex').slice(0, 12)
}

/** In a shared temporary folder somebody else could have placed other programs under our name. */
function refuseForeign(folder: string): void {
  const found = lstatSync(folder)
  const foreign = process.getuid !== undefined && found.uid !== process.getuid()
  if (foreign || !found.isDirectory() || (process.platform !== 'win32' && (found.mode & 0o022) !== 0)) {
    throw new Error(`${folder}: EPERM`)
  }
}

function removeLeftovers(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (name.endsWith('.tmp') && Date.now() - lstatSync(path).mtimeMs > HOUR_MS)
      rmSync(path, { recursive: true, force: true })
  }
}

function cacheFolders(): string[] {
  const uid = process.getuid?.()
  if (uid === 0)
    return ['/var/cache/obmen', join(tmpdir(), 'obmen-root')].filter(folder => reachable(dirname(folder)))
  return [join(homedir(), '.cache', 'obmen'), join(tmpdir(), `obmen-${uid ?? 'user'}`)]
}

/** Whether other users may enter the folder and all its parents. */
function reachable(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if (existsSync(path) && (statSync(path).mode & 0o001) === 0) return false
    if (path === dirname(path)) return true
  }
}
