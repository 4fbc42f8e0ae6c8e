import { totalmem } from 'node:os'
import { memoryOfReading } from '../../config/limits.js'
import type { Config } from '../../config.js'
import { cliTexts } from '../texts.js'
import type { CheckResult } from './check-result.js'

const texts = cliTexts.check

/** Tells how much memory large files of 1C may take beside what this computer has. No fault: ordinary files take a tenth of it. */
export function checkMemory(config: Config, report: (result: CheckResult) => void): void {
  const { threads, bytes } = memoryOfReading(config)
  // Of a container; without a limit it is undefined, 0, or more than there is.
  const allowed = process.constrainedMemory() || totalmem()
  const total = Math.min(allowed, totalmem())
  const values = [threads, texts.gigabytes(threads * bytes), texts.gigabytes(total)] as const
  report({
    ok: true,
    text: threads * bytes > total ? texts.readingMemoryLarge(...values) : texts.readingMemory(...values),
  })
}
