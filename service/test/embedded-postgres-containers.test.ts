import { existsSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DataDirs, openDataDirs, serverRuns } from './support/postgres/data-dir.js'
import { ask, canContain, holdServer } from './support/postgres/holder.js'

const isRoot = process.getuid?.() === 0
const WITHIN = { timeout: 60_000, interval: 50 }

let dirs: DataDirs
let dataDir: string
beforeAll(async () => {
  dirs = await openDataDirs()
})
beforeEach(() => {
  dataDir = dirs.ready()
})
afterEach(() => vi.waitUntil(() => !serverRuns(dataDir), WITHIN))
afterAll(() => dirs[Symbol.dispose]())

const cluster = (): string => join(dataDir, 'postgres/cluster')
const keeper = (): string => join(dataDir, 'postgres/keeper.json')

describe.runIf(canContain)('from another container', () => {
  it('a folder in use is refused, and its server left alone', async () => {
    await using owner = await holdServer(dataDir, 'serve')
    const server = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8')
    await using stranger = await holdServer(dataDir, 'command', { contained: true })
    expect(stranger.refused).toContain('docker exec')
    expect(readFileSync(join(cluster(), 'postmaster.pid'), 'utf8')).toBe(server)
    expect(await ask(owner.url)).toBe(1)
  })

  it('a folder in use is refused also where the clocks differ by a minute', async () => {
    await using owner = await holdServer(dataDir, 'serve', { contained: true })
    const setBack = setInterval(() => {
      const past = new Date(Date.now() - 60_000)
      utimesSync(keeper(), past, past)
    }, 100)
    await using stranger = await holdServer(dataDir, 'command')
    clearInterval(setBack)
    expect(stranger.refused).toContain('docker exec')
    expect(await ask(owner.url)).toBe(1)
    await owner.finish()
  })

  it('a folder that another takes over meanwhile is refused', async () => {
    let looks = 0
    const takenOver = setInterval(() => {
      if (looks++ < 10) {
        const address = { pid: process.pid, port: 1, token: `token ${looks}`, scope: 'elsewhere' }
        writeFileSync(`${keeper()}.new`, JSON.stringify(address))
        renameSync(`${keeper()}.new`, keeper())
      } else utimesSync(keeper(), new Date(), new Date())
    }, 500)
    await vi.waitUntil(() => existsSync(keeper()), WITHIN)
    await using stranger = await holdServer(dataDir, 'command', { contained: true })
    clearInterval(takenOver)
    expect(stranger.refused).toContain('docker exec')
    expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false)
  })

  it.runIf(isRoot)(
    'a folder whose users were killed without a word is used once they are known to be gone',
    async () => {
      const killed = await holdServer(dataDir, 'serve', { contained: true })
      await ask(killed.url, 'create table kept as select 42 as answer')
      await killed.kill()
      expect(existsSync(keeper())).toBe(true)
      const soonStale = new Date(Date.now() - 18_000)
      utimesSync(keeper(), soonStale, soonStale)
      await using next = await holdServer(dataDir)
      expect(await ask(next.url, 'select answer from kept')).toBe(42)
    },
  )
})
