import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { runObmen } from '../../test/support/app/run-obmen.js'
import { startTestServer } from '../../test/support/app/test-server.js'
import { freshDatabase } from '../../test/support/databases.js'
import type { Database } from '../db/database.js'
import { isDue, lastBackup } from './backups.js'
import { latestSlot } from './schedule.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-backups-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function untilTried(db: Database): Promise<void> {
  while ((await db.query('select from backup where ended_at is not null')).rowCount === 0) await delay(50)
}

it('a server that has BACKUP_DIR takes backups by itself and keeps the newest; others never do', async () => {
  await using db = await freshDatabase()
  const backupDir = join(folder, 'kept')
  mkdirSync(backupDir)
  const old = [1, 2, 3].map(day => `obmen-2026-01-0${day}T0200.backup`)
  for (const name of [...old, 'other.txt', 'obmen-2026-01-04T0200.backup.part'])
    writeFileSync(join(backupDir, name), '')
  await using _without = await startTestServer(db)
  await using server = await startTestServer(db, { backupDir, backupKeep: 2 })
  await untilTried(server.db)
  while (readdirSync(backupDir).length > 3) await delay(50)
  const names = readdirSync(backupDir).sort()
  expect(names.slice(0, 1).concat(names.slice(2))).toEqual([old[2], 'other.txt'])
  expect(names[1]).toMatch(/^obmen-20\d\d-\d\d-\d\dT\d{4}\.backup$/)
  expect(await lastBackup(db)).toEqual({ endedAt: expect.any(Date), failure: null })

  const env = { DATABASE_URL: db.url, BACKUP_DIR: backupDir }
  expect((await runObmen(['check'], env)).stdout).toMatch(/^\+ Последняя резервная копия/m)
  await db.query(`update backup set ended_at = now() - interval '27 hours'`)
  expect(await runObmen(['check'], env)).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(/^! Последняя резервная копия сделана 27 ч назад/m),
  })
})

it('a backup that fails is told with its cause, and tried again after an hour', async () => {
  await using db = await freshDatabase()
  const backupDir = join(folder, 'a-file')
  writeFileSync(backupDir, '')
  {
    await using _server = await startTestServer(db, { backupDir })
    await untilTried(db)
  }
  expect(await lastBackup(db)).toMatchObject({ endedAt: null, failure: expect.stringContaining(backupDir) })
  const due = () => isDue(db, backupDir, new Date(Date.now() - 60_000))
  expect(await due()).toBe(false)
  await db.query(`update backup set started_at = now() - interval '61 minutes'`)
  expect(await due()).toBe(true)
  const check = await runObmen(['check'], { DATABASE_URL: db.url, BACKUP_DIR: backupDir })
  expect(check).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(/^! Резервная копия не сделана/m),
  })
})

it('the time of backups is that of the server’s clock, today’s or else yesterday’s', () => {
  const now = new Date(2026, 11, 1, 2, 30)
  expect(latestSlot('02:00', now)).toEqual(new Date(2026, 11, 1, 2, 0))
  expect(latestSlot('03:00', now)).toEqual(new Date(2026, 10, 30, 3, 0))
})
