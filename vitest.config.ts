import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { countCores } from './service/test/support/machine.js'
import { openTemporaryFolder } from './vitest.memory.js'

/** What fails must fail again, and what passes pass again: only who asks for other draws gets them. */
const seed = readSeed(process.env.TEST_SEED ?? '20260401')

/** Three more than cores: many tests wait for PostgreSQL, a process or the clock. */
const workers = countCores() + 3

// Workers and what they start inherit it.
process.env.TMPDIR = openTemporaryFolder(workers)

/** Projects inherit nothing. */
const SHARED = {
  // No test changes a module's state: a worker loads each module once, not once for each file.
  isolate: false,
  setupFiles: [fileURLToPath(new URL('vitest.seed.ts', import.meta.url))],
  env: { TEST_SEED: String(seed) },
  // Only what hangs meets these: a loaded machine takes many times as long as an idle one.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // Real servers are killed, starved and cut off beside each other: what fails twice fails. A second try is reported.
  retry: process.env.CI ? 1 : 0,
  expect: { poll: { timeout: 60_000 } },
}

/**
 * Attacks and scenarios last longest, some for a minute of waiting: begun last, one would go on alone. The rest of the service follows at once:
 * a worker is kept only while the next file is of the same project, and a new one loads the whole service again.
 */
class ServiceFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId, project }: TestSpecification): number =>
      project.name !== 'service' ? 2 : /\/test\/(attacks|scenarios)\//.test(moduleId) ? 0 : 1
    return sorted.sort((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    maxWorkers: workers,
    sequence: { sequencer: ServiceFirst },
    projects: [
      {
        test: {
          ...SHARED,
          name: 'unit',
          include: ['{codec,simulator,contract,sdk,bench,web}/{src,test,guide}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...SHARED,
          name: 'service',
          root: 'service',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: ['test/support/databases.ts'],
        },
      },
    ],
  },
})

function readSeed(text: string): number {
  const drawn = text === 'random' ? randomInt(2 ** 31) : Number(text)
  if (!Number.isInteger(drawn)) throw new Error(`TEST_SEED=${text} is neither a whole number nor "random"`)
  if (text === 'random') console.info(`Tests draw with TEST_SEED=${drawn}`)
  return drawn
}
