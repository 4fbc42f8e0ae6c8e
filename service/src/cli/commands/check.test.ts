import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runObmen } from '../../../test/support/app/run-obmen.js'
import { emptyDatabaseUrl } from '../../../test/support/databases.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let env: { DATABASE_URL: string }
beforeAll(async () => {
  env = { DATABASE_URL: await emptyDatabaseUrl() }
  expect(await runObmen(['migrate'], env)).toMatchObject({ exitCode: 0 })
})

describe('check', () => {
  it('finds a good installation good', async () => {
    expect(await runObmen(['check'], env)).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.not.stringContaining('!'),
    })
  })

  it('says that tables are missing and how to get them', async () => {
    const run = await runObmen(['check'], { DATABASE_URL: await emptyDatabaseUrl() })
    expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^! .*obmen migrate/m) })
  })

  it('finds more connections in the pools than the database allows', async () => {
    expect(await runObmen(['check'], { ...env, DATABASE_POOL_SIZE: '900' })).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^! Серверу нужно до 916 соединений .* а база разрешает \d+ /m),
    })
  })

  it('goes on after the first fault', async () => {
    const run = await runObmen(['check'], { DATABASE_URL: 'postgresql://127.0.0.1:9/obmen' })
    expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^! .*DATABASE_URL[\s\S]*^\+ /m) })
  })

  it('does not make an embedded database that is not there yet', async () => {
    const run = await runObmen(['check'], { DATA_DIR: join(folder, 'none') })
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('obmen setup') })
  })
})
