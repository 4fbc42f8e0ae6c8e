import { expect, it } from 'vitest'
import { describeOnEachPostgres } from './support/databases.js'
import { dumpSchema } from './support/postgres/dump-schema.js'

describeOnEachPostgres('the schema that the migrations make', pg => {
  it('is the one in schema.sql', async () => {
    await expect(await dumpSchema(await pg.freshDatabase())).toMatchFileSnapshot('../schema.sql')
  })
})
