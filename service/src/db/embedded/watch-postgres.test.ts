import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { chooseAccount } from './choose-account.js'
import { findBinaries } from './find-binaries.js'
import { openHome } from './home.js'
import { SERVER_SETTINGS } from './server-settings.js'
import { findFreePort } from './start-supervisor.js'
import { useEmbeddedPostgres } from './use-embedded-postgres.js'
import { watchPostgres } from './watch-postgres.js'

it('a server told to stop while it is only starting stops within seconds', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'obmen-watch-'))
  chmodSync(dataDir, 0o711)
  try {
    await (await useEmbeddedPostgres({ dataDir, role: 'command' }))[Symbol.asyncDispose]()
    const { folder, cluster } = openHome(dataDir)
    const { account, binaries } = chooseAccount(findBinaries(), folder, cluster)
    for (const _ of [1, 2, 3]) {
      const port = await findFreePort()
      const server = watchPostgres({
        cluster,
        native: binaries.native,
        account,
        port,
        settings: SERVER_SETTINGS,
      })
      await server.pid
      const told = Date.now()
      server.stop()
      await server.ended
      // One that had not heard would be killed after half a minute.
      expect(Date.now() - told).toBeLessThan(25_000)
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
