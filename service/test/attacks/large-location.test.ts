import { beforeAll, describe, expect, it } from 'vitest'
import { makeOperator } from '../../src/people/roles.js'
import { type Fixture, prepareFixture } from '../support/app/every-operation.js'
import { signInAs } from '../support/app/person.js'
import { useFreshServer } from '../support/app/use-server.js'
import { CHEAP_HASHES } from '../support/location.js'

const OTHERS = 205

describe('a location', () => {
  const server = useFreshServer()
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await prepareFixture(server, '17')
  })

  it('of more than 200 integrations shows each of them, page by page', async () => {
    await server.db.query(
      `insert into integration (location_id, company_id, class, name, settings, login, password_hash)
       select location_id, company_id, class, name || ' ' || n, settings, login || '-' || n, ''
         from integration cross join generate_series(1, $1::int) n where id = $2`,
      [OTHERS, fixture.ids.integration],
    )
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await fixture.platform.call('GET', `/api/v1/overview/integrations?limit=50${cursor}`)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      if (body.next === null) break
      cursor = `&cursor=${encodeURIComponent(body.next)}`
    }
    expect([seen.length, new Set(seen).size]).toEqual([OTHERS + 1, OTHERS + 1])
  })

  it('is told which tokens a person made, in the list and when that person is removed', async () => {
    const { userId } = await makeOperator(
      server.db,
      { email: 'olga@example.ru', password: 'dolgiy-parol-7' },
      CHEAP_HASHES,
    )
    await server.db.query(
      `insert into user_role (user_id, role, location_id) values ($1, 'location-administrator', $2)`,
      [userId, fixture.platform.locationId],
    )
    const other = await signInAs(server, 'olga@example.ru', 'dolgiy-parol-7')
    const { user, token } = fixture.ids
    const made = await other.call('GET', `/tokens?createdBy=${user}`)
    expect(made.body.items).toContainEqual(
      expect.objectContaining({ id: token, createdBy: expect.objectContaining({ id: user }) }),
    )
    expect((await other.call('GET', `/tokens?createdBy=${userId}`)).body.items).toEqual([])
    const removed = await other.call('DELETE', `/users/${user}?role=location-administrator`)
    expect([removed.status, removed.text]).toEqual([200, expect.stringContaining(token)])
  })
})
