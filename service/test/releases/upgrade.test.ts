import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/database.js'
import { migrate, pendingMigrations } from '../../src/db/migrate.js'
import { platformAt, startFreshServer, startTestServer } from '../support/app/test-server.js'
import { describeOnEachPostgres } from '../support/databases.js'
import { dumpSchema } from '../support/postgres/dump-schema.js'
import { fillRelease, type Known, pull } from './fill-release.js'
import { migrateTo, RELEASES, type Release, readRelease, writeRelease } from './release-file.js'

const LATEST = '0.3.0'
const fileOf = (release: Release): URL => new URL(`${release}.ndjson.gz`, import.meta.url)
const SCHEMA = new URL('../../schema.sql', import.meta.url)
/** However old the file grows, nothing of it is swept. */
const KEPT = {
  journalKeepDays: 36_500,
  eventsKeepDays: 36_500,
  intakeKeepDays: 36_500,
  uploadsKeepDays: 36_500,
}

describeOnEachPostgres('a database of a release', pg => {
  const releases = (Object.keys(RELEASES) as Release[]).filter(one => pg.isNewest || one !== LATEST)
  // Written once, by the release itself; a later one never writes it again.
  beforeAll(async () => {
    if (existsSync(fileOf(LATEST))) return
    await using server = await startFreshServer()
    await writeRelease(server.db, fileOf(LATEST), await fillRelease(server))
  })

  it.each(releases)(
    '%s is upgraded: each 1C gets exactly what it was owed, the rest is there',
    async release => {
      await using db = openDatabase({ url: await pg.emptyDatabaseUrl() })
      await migrateTo(release, db.url)
      const known = (await readRelease(db, fileOf(release))) as Known
      await migrate(db)
      expect(await pendingMigrations(db)).toEqual([])
      expect(await dumpSchema(db)).toBe(readFileSync(SCHEMA, 'utf8'))

      await using server = await startTestServer(db, KEPT)
      const platform = platformAt(server.url, { ...known, companyId: '' } as never)
      let listed = 0
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body } = await platform.call('GET', `/api/v1/orders?limit=200&cursor=${cursor}`)
        listed += body.items.length
        cursor = body.next
      }
      expect(listed).toBe(known.orders)
      for (const one of known.clients) {
        expect([one.client, (await pull(server, one)).length]).toEqual([one.client, one.owed])
        expect([one.client, await pull(server, one)]).toEqual([one.client, []])
      }
      const exchanges = await platform.call('GET', '/api/v1/exchanges?limit=200')
      expect(exchanges.body.items.length).toBeGreaterThanOrEqual(known.clients.length)
      const ut = known.clients.find(({ client }) => client === 'ut')!
      const items = await platform.call('GET', `/api/v1/integrations/${ut.id}/catalogue/items?limit=100`)
      expect(items.body.items).toHaveLength(50)
    },
  )
})
