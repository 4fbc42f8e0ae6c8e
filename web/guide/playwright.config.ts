import { defineConfig } from '@playwright/test'
import tests from '../playwright.config.js'

/** Takes the pictures of docs/guide anew: `npm run guide --workspace web`, after a build. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.pictures.ts',
  globalSetup: ['../scripts/find-browser.js', '../e2e/support/set-up.ts'],
  outputDir: '../test-results',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...tests.use,
    trace: 'off',
    actionTimeout: 15_000,
    timezoneId: 'Asia/Yekaterinburg',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
  },
})
