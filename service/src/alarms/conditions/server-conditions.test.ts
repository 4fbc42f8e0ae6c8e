import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { afterEach, expect, it, vi } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import type { Database } from '../../db/database.js'
import { serverConditions } from './server-conditions.js'

describeOnNewestPostgres('what is wrong with the server', pg => {
  afterEach(() => vi.useRealTimers())
  const config = {
    ...{ databaseUrl: 'postgres://other', dataDir: '.' },
    ...{ publicUrl: undefined, backupDir: undefined },
  }
  const wrong = async (db: Database, more: { publicUrl?: string; backupDir?: string } = {}) => {
    const { conditions } = await serverConditions(db, { ...config, ...more })
    return conditions.map(({ cause, facts }) => ({ cause, ...facts }))
  }

  it('is nothing as a rule', async () => {
    expect(await wrong(await pg.freshDatabase())).toEqual([])
  })

  it('is the last backup of BACKUP_DIR when it is older than 26 hours, or the first has failed', async () => {
    const db = await pg.freshDatabase()
    const backupDir = '/nowhere'
    expect(await wrong(db, { backupDir })).toEqual([])
    await db.query(`insert into backup (file, ended_at, failure) values ('a', now(), 'Нет места.')`)
    const failure = 'Нет места.'
    expect(await wrong(db, { backupDir })).toEqual([{ cause: 'backup-old', lastBackupAt: null, failure }])
    expect(await wrong(db)).toEqual([])
    await db.query(`insert into backup (file, ended_at) values ('b', now() - interval '25 hours')`)
    expect(await wrong(db, { backupDir })).toEqual([])
    await db.query(`update backup set ended_at = now() - interval '27 hours' where file = 'b'`)
    const [old] = await wrong(db, { backupDir })
    expect(old).toMatchObject({ cause: 'backup-old', lastBackupAt: expect.any(String) })
  })

  it('are connections when the database allows few more', async () => {
    const db = await pg.freshDatabase()
    const allow = (limit: number): Promise<unknown> =>
      db.query(`do $$ begin
        execute format('alter database %I connection limit ${limit}', current_database()); end $$`)
    await allow(1)
    expect(await wrong(db)).toEqual([{ cause: 'connections', used: expect.any(Number), allowed: 1 }])
    await allow(1000)
    expect(await wrong(db)).toEqual([])
  })

  it('is its clock when that of the database differs by more than five minutes', async () => {
    const db = await pg.freshDatabase()
    const ahead = (seconds: number) =>
      vi.useFakeTimers({ toFake: ['Date'], now: performance.timeOrigin + performance.now() + seconds * 1000 })
    ahead(240)
    expect(await wrong(db)).toEqual([])
    ahead(-3600)
    const [found] = await wrong(db)
    expect(found).toMatchObject({ cause: 'clock' })
    expect(Math.round(found!.offsetSeconds! / 60)).toBe(-60)
  })

  it('is the certificate of its address when that ends within 14 days, or has ended', async () => {
    const db = await pg.freshDatabase()
    const server = createServer({ key: KEY, cert: CERTIFICATE })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const publicUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const ended = { cause: 'certificate', host: '127.0.0.1', expiresAt: '2026-02-01T00:00:00.000Z' }
    expect(await wrong(db, { publicUrl })).toEqual([ended])
    // What was known stays so while nobody answers.
    await new Promise(resolve => server.close(resolve))
    expect(await wrong(db, { publicUrl })).toEqual([ended])
    const closed = publicUrl.replace('127.0.0.1', 'localhost')
    expect(await wrong(db, { publicUrl: closed })).toEqual([])
  })
})

/** Of nobody; it ended on 1 February 2026. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTA42B5phLVs46rWE
atWPzv2y4saWnchUV9RjkUoi0/qhRANCAAR1d+y3wTFznfvaRYDldQ1aYdr5SV7B
/O2EjLrnuCeZhjDyeAwkzjMng1C0Ed7ERL4a4mr7LwF6B6aNlD6x76lW
-----END PRIVATE KEY-----`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBfTCCASOgAwIBAgIURvdZVB2iF6q55U4e/YoH3OiTFmswCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MB4XDTI2MDEwMTAwMDAwMFoXDTI2MDIwMTAw
MDAwMFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEdXfst8Exc5372kWA5XUNWmHa+UlewfzthIy657gnmYYw8ngMJM4zJ4NQ
tBHexES+GuJq+y8BegemjZQ+se+pVqNTMFEwHQYDVR0OBBYEFIlzpYfdLd6cqCg6
kVLSEVCulQ+RMB8GA1UdIwQYMBaAFIlzpYfdLd6cqCg6kVLSEVCulQ+RMA8GA1Ud
EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgYF9G8QTpkUwydgpxK2ffioTE
gMpkB4CRXcWOdTvza4gCIQCx1ADeQPUN3PAKqwGImU4UsVX8VkrDrrtV2KyqHXyY
rQ==
-----END CERTIFICATE-----`
