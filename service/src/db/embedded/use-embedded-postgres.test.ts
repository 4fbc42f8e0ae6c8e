import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from '../database.js'
import { chooseAccount } from './choose-account.js'
import { findBinaries, programPath } from './find-binaries.js'
import { openHome } from './home.js'
import { readPostmaster } from './postmaster-file.js'
import { SERVER_SETTINGS } from './server-settings.js'
import { findFreePort } from './start-supervisor.js'
import { useEmbeddedPostgres } from './use-embedded-postgres.js'

it('a server that nobody supervises is replaced, also where the clock is set back meanwhile', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'obmen-orphan-'))
  chmodSync(dataDir, 0o711)
  onTestFinished(() => {
    vi.useRealTimers()
    rmSync(dataDir, { recursive: true, force: true })
  })
  await (await useEmbeddedPostgres({ dataDir, role: 'command' }))[Symbol.asyncDispose]()
  const { folder, cluster } = openHome(dataDir)
  await expect.poll(() => readPostmaster(cluster), { interval: 50 }).toBeUndefined()
  const { account, binaries } = chooseAccount(findBinaries(), folder, cluster)
  const settings = Object.entries({ ...SERVER_SETTINGS, port: String(await findFreePort()) })
  const words = ['-D', cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const [program = '', ...rest] = [...account.prefix, programPath(binaries.native, 'postgres'), ...words]
  const orphan = spawn(program, rest, {
    ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid ?? account.uid }),
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: 'ignore',
  })
  const ended = once(orphan, 'exit')
  onTestFinished(async () => {
    orphan.kill('SIGQUIT')
    await ended
  })
  await expect.poll(() => readPostmaster(cluster)?.ready, { interval: 50 }).toBe(true)
  const starting = useEmbeddedPostgres({ dataDir, role: 'serve' })
  await delay(1000)
  vi.useFakeTimers({ now: Date.now() - 3 * 3_600_000, toFake: ['Date'] })
  await using server = await starting
  expect(await ended).toEqual([0, null])
  await using db = openDatabase({ url: server.url, poolSize: 1 })
  expect((await db.query('select 1 as answer')).rows).toEqual([{ answer: 1 }])
})
