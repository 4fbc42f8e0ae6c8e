import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Figure, median } from '../figure.js'
import { CATALOGUE, MB, ORDERS, writeSample } from './sample-files.js'

const run = promisify(execFile)
const ROUNDS = 5
const READ_FILE = fileURLToPath(new URL('./read-file.js', import.meta.url))
/** The semi-space of the server's threads: a third of their young generation. */
const YOUNG_AS_IN_THREAD = '--max-semi-space-size=21'

/** Reading of a file beside xmllint. */
export async function besideXmllint(
  kind: 'catalogue' | 'orders',
  bytes: number,
  path: string,
): Promise<Figure> {
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
