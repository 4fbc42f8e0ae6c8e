import { defineConfig } from '@playwright/test'
import { countCores } from '../service/test/support/machine.js'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  globalSetup: ['./scripts/find-browser.js', './e2e/support/set-up.ts'],
  // Each has a server and a database of its own. Three more than cores: scenarios wait more than they work.
  workers: countCores() + 3,
  fullyParallel: false,
  // Only what hangs meets it: a loaded machine takes many times as long as an idle one.
  timeout: 900_000,
  // A browser on a busy machine may miss its moment; what fails three times fails. A test that needed it is reported as flaky.
  retries: process.env.CI ? 2 : 0,
  expect: { timeout: 90_000 },
  reporter: [['list']],
  use: {
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1440, height: 900 },
    // Drawing what fades and slides takes a tenth of the time; frame, companies and twice.test.ts see it move.
    contextOptions: { reducedMotion: 'reduce' },
    // Without them one step that waits for what never comes takes the whole time of its test.
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    // Recording takes a fifth of the time; `--trace on` records a run at one's desk.
    trace: 'on-first-retry',
    // What a test plays the server's answers for must not come from the kept files; the scenario of those allows it.
    serviceWorkers: 'block',
    // Set by globalSetup, before the workers start.
    launchOptions: { executablePath: process.env.CHROME ?? '', args: ['--no-sandbox', '--disable-gpu'] },
  },
})
