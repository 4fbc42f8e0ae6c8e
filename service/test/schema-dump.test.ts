import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { listMigrations } from '../src/db/migrate.js'
import { describeOnEachPostgres } from './support/databases.js'
import { dumpSchema } from './support/postgres/dump-schema.js'

const LANDED = new URL('../migrations.sha256', import.meta.url)

describeOnEachPostgres('the schema that the migrations make', pg => {
  it('is the one in schema.sql', async () => {
    await expect(await dumpSchema(await pg.freshDatabase())).toMatchFileSnapshot('../schema.sql')
  })
})

/** Databases have it already: an update writes the lines of new files alone. */
it('no migration that has landed is edited, removed, or preceded by a new one', async () => {
  const landed = readFileSync(LANDED, 'utf8').trim().split('\n')
  const last = landed.at(-1)!.split('  ')[1]!
  const now = (await listMigrations()).map(name => {
    const text = readFileSync(new URL(`../migrations/${name}.sql`, import.meta.url))
    return `${createHash('sha256').update(text).digest('hex')}  ${name}.sql`
  })
  const added = now.filter(line => line.split('  ')[1]! > last)
  expect([...landed, ...added]).toEqual(now)
  await expect(`${now.join('\n')}\n`).toMatchFileSnapshot('../migrations.sha256')
})
