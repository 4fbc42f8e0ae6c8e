import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

const DEBIAN = '/usr/bin/chromium'

/** The browser: CHROME, else the system's Chromium, else the one that comes from npm, unpacked once into a cache. */
export default async function findBrowser(): Promise<void> {
  process.env.CHROME ??= existsSync(DEBIAN) ? DEBIAN : await unpack()
}

async function unpack(): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'obmen-chromium')
  await mkdir(cache, { recursive: true })
  // Both are read while the package loads: where to unpack, and to bring the libraries that a bare machine lacks.
  const { TMPDIR: before } = process.env
  process.env.TMPDIR = cache
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  return path
}
