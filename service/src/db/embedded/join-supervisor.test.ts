import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Home, openHome } from './home.js'
import { joinSupervisor } from './join-supervisor.js'
import { RENEW_MS } from './leases.js'

const HOUR_MS = 3_600_000
const ANOTHERS = JSON.stringify({ pid: 1, port: 1, token: 'another', scope: 'elsewhere' })

let home: Home
beforeEach(() => {
  home = openHome(mkdtempSync(join(tmpdir(), 'obmen-join-')))
  mkdirSync(home.folder)
  writeFileSync(home.supervisorFile, ANOTHERS)
  setFileTime(Date.now() - 60_000)
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(home.dataDir, { recursive: true, force: true })
})

const setFileTime = (ms: number): void => utimesSync(home.supervisorFile, ms / 1000, ms / 1000)
const setClock = (byMs: number): void => {
  vi.useFakeTimers({ now: Date.now() + byMs, toFake: ['Date'] })
}

it('a clock that is set back does not delay the finding that another supervisor is dead', async () => {
  const joining = joinSupervisor(home, 'serve')
  await delay(1000)
  setClock(-3 * HOUR_MS)
  expect(await joining).toEqual({ left: ANOTHERS })
})

it('a clock that is set forward makes no supervisor dead that still renews its file', async () => {
  let time = Date.now() - 60_000
  const renewing = setInterval(() => {
    time += RENEW_MS
    setFileTime(time)
  }, RENEW_MS)
  const joining = joinSupervisor(home, 'serve')
  await delay(1000)
  setClock(3 * HOUR_MS)
  try {
    await expect(joining).rejects.toMatchObject({ code: 'conflict' })
  } finally {
    clearInterval(renewing)
  }
})
