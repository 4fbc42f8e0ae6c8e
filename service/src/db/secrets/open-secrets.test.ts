import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { forgetKey, openSecrets } from './open-secrets.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-key-'))
afterAll(() => rmSync(folder, { recursive: true }))
const newFolder = () => mkdtempSync(join(folder, 'data-'))
const KEY = 'a key of thirty-two characters or more'

describeOnNewestPostgres('secrets in the database', pg => {
  it('are read back only in their own row, and only unchanged', async () => {
    const db = await pg.freshDatabase()
    const secrets = await openSecrets(db, { secretKey: KEY, dataDir: '' })
    const sealed = await secrets.seal(db, 'тайна', 'webhook 1')
    expect(sealed).toMatch(/^v1:[\w+/]{40,}=*$/)
    expect(await secrets.seal(db, 'тайна', 'webhook 1')).not.toBe(sealed)
    expect(secrets.open(sealed, 'webhook 1')).toBe('тайна')
    expect(() => secrets.open(sealed, 'webhook 2')).toThrow()
    expect(() => secrets.open('тайна', 'webhook 1')).toThrow()
    const bytes = Buffer.from(sealed.slice(3), 'base64')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      expect(() => secrets.open(`v1:${changed.toString('base64')}`, 'webhook 1')).toThrow()
      expect(() => secrets.open(`v1:${bytes.subarray(0, at).toString('base64')}`, 'webhook 1')).toThrow()
    }
  })

  it('have one key, made in a file of its owner alone, however many servers start at once', async () => {
    const db = await pg.freshDatabase()
    const dataDir = join(newFolder(), 'new')
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => openSecrets(db, { secretKey: undefined, dataDir })),
    )
    const sealed = await opened[0]!.seal(db, 'тайна', 'here')
    for (const secrets of opened) expect(secrets.open(sealed, 'here')).toBe('тайна')
    expect(readdirSync(dataDir)).toEqual(['secret.key'])
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)

    const secretKey = readFileSync(join(dataDir, 'secret.key'), 'utf8').trim()
    const named = await openSecrets(db, { secretKey, dataDir: '' })
    expect(named.open(sealed, 'here')).toBe('тайна')
  })

  it('are not opened with another key or without one, and the refusal says what to do', async () => {
    const db = await pg.freshDatabase()
    const secrets = await openSecrets(db, { secretKey: KEY, dataDir: '' })
    const other = await openSecrets(db, { secretKey: `${KEY}!`, dataDir: '' })
    const sealed = await secrets.seal(db, 'тайна', 'here')
    const words = /SECRET_KEY.*secret\.key.*obmen secrets reset/
    const refused = { code: 'conflict', message: expect.stringMatching(words) }
    await expect(other.seal(db, 'тайна', 'here')).rejects.toMatchObject(refused)
    expect(() => other.open(sealed, 'here')).toThrow(words)
    const dataDir = newFolder()
    await expect(openSecrets(db, { secretKey: `${KEY}!`, dataDir })).rejects.toMatchObject(refused)
    await expect(openSecrets(db, { secretKey: undefined, dataDir })).rejects.toMatchObject(refused)
    expect(readdirSync(dataDir)).toEqual([])
    writeFileSync(join(dataDir, 'secret.key'), 'short')
    await expect(openSecrets(db, { secretKey: undefined, dataDir })).rejects.toMatchObject(refused)

    await forgetKey(db)
    await openSecrets(db, { secretKey: `${KEY}!`, dataDir })
  })

  it('need a folder that can be written to, and the refusal names the file', async () => {
    const db = await pg.freshDatabase()
    const dataDir = newFolder()
    writeFileSync(join(dataDir, 'file'), '')
    const made = openSecrets(db, { secretKey: undefined, dataDir: join(dataDir, 'file') })
    await expect(made).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/file\/secret\.key.*SECRET_KEY/),
    })
  })
})
