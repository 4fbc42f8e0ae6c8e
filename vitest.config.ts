import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** No test changes a module's state: a worker loads each module once, not once for each file. Projects inherit nothing. */
const SHARED = { isolate: false }

export default defineConfig({
  test: {
    // One more than cores: many tests wait for PostgreSQL, a process or the clock.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: { ...SHARED, name: 'codec', root: 'codec', include: ['src/**/*.test.ts', 'test/**/*.test.ts'] },
      },
      {
        test: {
          ...SHARED,
          name: 'simulator',
          root: 'simulator',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
        },
      },
      {
        test: {
          ...SHARED,
          name: 'contract',
          root: 'contract',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { ...SHARED, name: 'web', root: 'web', include: ['src/**/*.test.ts', 'guide/**/*.test.ts'] } },
      {
        test: {
          ...SHARED,
          name: 'service',
          root: 'service',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: ['test/support/databases.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
