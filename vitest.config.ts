import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Of two cores vitest would use one; many tests wait for PostgreSQL or a process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
