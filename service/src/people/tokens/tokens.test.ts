import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import type { Database } from '../../db/database.js'
import { createLocation } from '../../places/locations.js'
import { createToken, findToken, listTokens, revokeToken } from '../api-tokens.js'

const NOW = new Date('2026-11-17T12:00:00Z')
const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)

describeOnEachPostgres('API tokens', pg => {
  let db: Database
  let locationId: string
  beforeAll(async () => {
    db = await pg.freshDatabase()
    locationId = (await createLocation(db, { name: 'Локация', timezone: 'UTC' })).id
  })
  const make = (name: string, rights: string[] = ['orders:write']) =>
    createToken(db, { locationId, name, rights })

  it('open their location with their rights until they are revoked', async () => {
    const { token, secret } = await make(' Касса ', ['orders:write', 'orders:read', 'orders:read'])
    expect(secret).toMatch(/^obm_[\w-]{43}$/)
    expect(token).toMatchObject({
      name: 'Касса',
      start: secret.slice(0, 10),
      rights: ['orders:read', 'orders:write'],
    })
    expect(await findToken(db, secret, NOW)).toEqual({
      id: token.id,
      name: 'Касса',
      locationId,
      rights: ['orders:read', 'orders:write'],
      sandbox: false,
    })
    expect(await findToken(db, secret.slice(0, -1), NOW)).toBeUndefined()
    await revokeToken(db, locationId, token.id, NOW)
    expect(await findToken(db, secret, NOW)).toBeUndefined()
    await expect(revokeToken(db, locationId, token.id, NOW)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are kept only as hashes', async () => {
    const { secret } = await make('Тайный')
    const { rows } = await db.query<{ row: string }>('select row_to_json(t)::text as row from api_token t')
    for (const { row } of rows) expect(row).not.toContain(secret.slice(10))
  })

  it('show their last use, noted once a minute', async () => {
    const { token, secret } = await make('Используемый')
    const lastUse = async () =>
      (await listTokens(db, locationId, { limit: 100 })).items.find(one => one.id === token.id)!.lastUsedAt
    expect(await lastUse()).toBeNull()
    for (const seconds of [0, 30]) await findToken(db, secret, after(seconds))
    expect(await lastUse()).toEqual(NOW)
    await findToken(db, secret, after(61))
    expect(await lastUse()).toEqual(after(61))
  })

  it('come in pages, the newest first', async () => {
    const all = (await listTokens(db, locationId, { limit: 100 })).items.map(token => token.id)
    const first = await listTokens(db, locationId, { limit: 1 })
    const rest = await listTokens(db, locationId, { limit: 100, cursor: first.next! })
    expect([...first.items, ...rest.items].map(token => token.id)).toEqual(all)
    expect(first.items).toHaveLength(1)
    expect(rest.next).toBeNull()
  })

  it('need a name and rights that exist', async () => {
    await expect(make(' ', [])).rejects.toMatchObject({ errors: [{ path: '/name' }, { path: '/rights' }] })
    await expect(make('x', ['orders:read', 'root'])).rejects.toMatchObject({
      errors: [{ path: '/rights/1' }],
    })
  })
})
