import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One more than cores: many tests wait for PostgreSQL, a process or the clock.
    maxWorkers: availableParallelism() + 1,
    // No test changes a module's state: a worker loads each module once, not once for each file.
    isolate: false,
    projects: [
      { test: { name: 'codec', root: 'codec', include: ['src/**/*.test.ts', 'test/**/*.test.ts'] } },
      { test: { name: 'simulator', root: 'simulator', include: ['src/**/*.test.ts', 'test/**/*.test.ts'] } },
      {
        test: {
          name: 'contract',
          root: 'contract',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'web', root: 'web', include: ['src/**/*.test.ts', 'guide/**/*.test.ts'] } },
      {
        test: {
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
