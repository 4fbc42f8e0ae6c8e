import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAlive } from '../src/db/embedded/postmaster-file.js'
import { type DataDirs, openDataDirs, serverRuns } from './support/postgres/data-dir.js'
import { ask, canContain, holdServer } from './support/postgres/holder.js'

const isRoot = process.getuid?.() === 0
/** More than any system gives. */
const DEAD_PID = 4_194_305
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

  it.runIf(isRoot)('a folder in use is refused also where the clocks differ by a minute', async () => {
    await using owner = await holdServer(dataDir, 'serve', { contained: true })
    // Changed here only after the owner has: that it is renewed is the owner's doing.
    const setBack = (): void => {
      const time = statSync(keeper(), { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (Date.now() - time > 30_000) return
      const past = new Date(time - 60_000)
      utimesSync(keeper(), past, past)
    }
    setBack()
    const settingBack = setInterval(setBack, 100)
    await using stranger = await holdServer(dataDir, 'command')
    clearInterval(settingBack)
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

  it.runIf(isRoot)(
    'a server with the pid that a killed one had in its container counts as ready only once it is',
    async () => {
      const killed = await holdServer(dataDir, 'serve', { contained: true })
      await killed.kill()
      const soonStale = new Date(Date.now() - 18_000)
      utimesSync(keeper(), soonStale, soonStale)
      const next = await holdServer(dataDir, 'serve', { contained: true })
      expect(await ask(next.url)).toBe(1)
      await next.finish()
    },
  )

  it.runIf(isRoot).each([
    ['a folder with a database', () => dirs.ready()],
    ['an empty folder', () => dirs.empty()],
    ['a folder that a killed server has left', () => leftByKilled()],
  ])('of two that come at once to %s, one has it and the other is refused', async (_, make) => {
    dataDir = make()
    const holders = await Promise.all([1, 2].map(() => holdServer(dataDir, 'serve', { contained: true })))
    const refused = holders.flatMap(holder => holder.refused ?? [])
    expect(refused).toEqual([expect.stringContaining('docker exec')])
    const owner = holders.find(holder => holder.refused === undefined)!
    expect(await ask(owner.url)).toBe(1)
    await Promise.all(holders.map(holder => holder.finish()))
    expect(readdirSync(dataDir)).toEqual(['postgres'])
    expect(existsSync(keeper())).toBe(false)
  })

  it('a server that was taken for dead stops when it finds that another has the folder', async () => {
    await using owner = await holdServer(dataDir, 'serve')
    const supervisor = JSON.parse(readFileSync(keeper(), 'utf8')).pid as number
    const others = JSON.stringify({ pid: DEAD_PID, port: 1, token: 'another', scope: 'elsewhere' })
    writeFileSync(`${keeper()}.new`, others)
    renameSync(`${keeper()}.new`, keeper())
    const renewing = setInterval(() => utimesSync(keeper(), new Date(), new Date()), 500)
    try {
      await vi.waitUntil(() => !serverRuns(dataDir) && !isAlive(supervisor), WITHIN)
      expect(await owner.lost()).toContain('docker exec')
    } finally {
      clearInterval(renewing)
    }
    expect(readFileSync(keeper(), 'utf8')).toBe(others)
    expect(serverRuns(dataDir)).toBe(false)
    const log = readFileSync(join(dataDir, 'postgres/postgres.log'), 'utf8')
    expect(log).toContain('received immediate shutdown request')
  })

  it('a server gets back the postmaster.pid that one taken for dead removed while it ended', async () => {
    await using owner = await holdServer(dataDir, 'serve')
    const file = join(cluster(), 'postmaster.pid')
    const content = readFileSync(file, 'utf8')
    rmSync(file)
    await vi.waitUntil(() => existsSync(file), WITHIN)
    expect(readFileSync(file, 'utf8')).toBe(content)
    expect(statSync(file).uid).toBe(statSync(cluster()).uid)
    expect(await ask(owner.url)).toBe(1)
  })

  it('a cluster that another is making is left alone, until it is old', async () => {
    dataDir = dirs.empty()
    const [others, old] = [
      join(dataDir, `postgres.${DEAD_PID}-0a.tmp`),
      join(dataDir, `postgres.${DEAD_PID}-0b.tmp`),
    ]
    mkdirSync(others)
    mkdirSync(old)
    utimesSync(old, new Date(), new Date(Date.now() - 11 * 60_000))
    await using owner = await holdServer(dataDir)
    expect(await ask(owner.url)).toBe(1)
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', basename(others)])
  })
})

/** A folder whose supervisor, of another container, has not renewed its file for long. */
function leftByKilled(): string {
  const folder = dirs.ready()
  const file = join(folder, 'postgres/keeper.json')
  writeFileSync(file, JSON.stringify({ pid: DEAD_PID, port: 1, token: 'dead', scope: 'elsewhere' }))
  const old = new Date(Date.now() - 60_000)
  utimesSync(file, old, old)
  return folder
}
