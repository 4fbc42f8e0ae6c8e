import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from '../bench.js'
import type { Figure } from '../figure.js'
import { exchangesMeanwhile } from '../parse/exchanges-meanwhile.js'
import { peakMemory } from '../parse/peak-memory.js'
import { MB } from '../parse/sample-files.js'
import { besideXmllint } from '../parse/speed.js'

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
