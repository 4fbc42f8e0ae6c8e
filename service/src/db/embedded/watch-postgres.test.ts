import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
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

/** What PostgreSQL says of itself, the kind of its shutdown above all, in files of the cluster's folder. */
const LOGGED = { logging_collector: 'on', log_directory: 'said', log_min_messages: 'log' }

it('a server told to stop while it is only starting hears it, and is not killed half a minute later', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'obmen-watch-'))
  chmodSync(dataDir, 0o711)
  try {
    await (await useEmbeddedPostgres({ dataDir, role: 'command' }))[Symbol.asyncDispose]()
    const { folder, cluster } = openHome(dataDir)
    const { account, binaries } = chooseAccount(findBinaries(), folder, cluster)
    // The one that made the cluster lingers; beside it none starts.
    await expect
      .poll(() => existsSync(join(cluster, 'postmaster.pid')), { timeout: 120_000, interval: 50 })
      .toBe(false)
    const logs = join(cluster, LOGGED.log_directory)
    mkdirSync(logs)
    if (account.uid !== undefined) chownSync(logs, account.uid, account.gid ?? account.uid)
    for (const _ of [1, 2, 3]) {
      const port = await findFreePort()
      const server = watchPostgres({
        cluster,
        native: binaries.native,
        account,
        port,
        settings: { ...SERVER_SETTINGS, ...LOGGED },
      })
      await server.pid
      server.stop()
      await server.ended
    }
    const said = readdirSync(logs).map(name => readFileSync(join(logs, name), 'utf8'))
    expect(said.join('').match(/received \w+ shutdown request/g)).toEqual(
      Array(3).fill('received fast shutdown request'),
    )
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
