import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { signInAs1c } from '../../test/support/sign-in-rule.js'
import type { Database } from '../db/database.js'
import { createCompany, updateCompany } from '../places/companies.js'
import { createLocation } from '../places/locations.js'
import { recordSeen } from './connection/record-seen.js'
import { createIntegration, type IntegrationInput } from './create-integration.js'
import { type ApplySettings, getIntegration, type Integration, listIntegrations } from './integration.js'
import { sameRouting } from './routing-settings.js'
import { type IntegrationPatch, updateIntegration } from './update-integration.js'

const SETTINGS = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Карта' }

describeOnEachPostgres('integrations', pg => {
  let db: Database
  let locationId: string
  let companyId: string
  let recalculated: Integration[]
  const settle: ApplySettings = async (_tx, integration, before) => {
    if (!before || !sameRouting(before, integration.settings)) recalculated.push(integration)
  }
  beforeEach(async () => {
    db ??= await pg.freshDatabase()
    recalculated = []
    locationId = (await createLocation(db, { name: `Локация ${Math.random()}`, timezone: 'Europe/Moscow' }))
      .id
    companyId = (await createCompany(db, locationId, { name: 'ООО «Ромашка»', inn: '7707083893' })).id
  })
  const create = (input: Partial<IntegrationInput> = {}) =>
    createIntegration(
      db,
      { locationId, companyId, name: 'Касса', settings: SETTINGS, by: {}, ...input },
      settle,
    )
  const update = (integration: Integration, patch: IntegrationPatch, version?: number) =>
    updateIntegration(
      db,
      {
        locationId,
        integrationId: integration.id,
        by: {},
        precondition: version === undefined ? version : { version },
      },
      patch,
      settle,
    )

  it('nothing is made when what it is owed cannot be recalculated', async () => {
    const failing = createIntegration(
      db,
      { locationId, companyId, name: 'x', settings: SETTINGS, by: {} },
      async () => {
        throw new Error('no')
      },
    )
    await expect(failing).rejects.toThrow('no')
    expect((await listIntegrations(db, locationId, { limit: 10 })).items).toEqual([])
  })

  it.each([
    [{ name: ' ' }, 'invalid', '/name'],
    [{ name: 'я'.repeat(1000) }, 'invalid', '/name'],
    [{ settings: '{"paymentrules" []}' }, 'bad-settings', '/settings/paymentrules'],
    [{ settings: { ...SETTINGS, zip: 1 } }, 'bad-settings', '/settings/zip'],
    [{ companyId: '00000000-0000-0000-0000-000000000000' }, 'unknown-company', '/companyId'],
    [{ companyId: 'none' }, 'unknown-company', '/companyId'],
  ])('%j is refused at its field', async (input, code, path) => {
    await expect(create(input)).rejects.toMatchObject({ code, errors: [expect.objectContaining({ path })] })
  })

  it('only settings that route orders cause a recalculation; each change counts as a version', async () => {
    const { integration } = await create()
    recalculated = []
    expect(await update(integration, { name: 'Новая' })).toMatchObject({ name: 'Новая', version: 2 })
    expect(await update(integration, { name: 'Новая', settings: JSON.stringify(SETTINGS) })).toMatchObject({
      version: 2,
    })
    const rest = { client: 'ut', batchlimit: 7, paymentmethodname: 'Иначе', encoding: 'windows-1251' }
    expect(await update(integration, { settings: { ...SETTINGS, ...rest } })).toMatchObject({ version: 3 })
    expect(recalculated).toEqual([])
    const later = { ...SETTINGS, ...rest, ordersfrom: '2026-11-01' }
    expect(await update(integration, { settings: later })).toMatchObject({ version: 4 })
    expect(recalculated).toMatchObject([{ key: integration.key }])
  })

  it('a pause changes nothing of what is owed', async () => {
    const { integration, password } = await create()
    recalculated = []
    expect(await update(integration, { enabled: false })).toMatchObject({ enabled: false })
    expect(await signInAs1c(db, integration.login, password)).toMatchObject({ enabled: false })
    expect(await update(integration, { enabled: true })).toMatchObject({ enabled: true, version: 3 })
    expect(recalculated).toEqual([])
  })

  it('an archived company gets no integration; a company that exchanges is not archived', async () => {
    const { integration } = await create()
    await expect(updateCompany(db, { locationId, companyId }, { archived: true })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('«Касса»'),
    })
    await update(integration, { enabled: false })
    await updateCompany(db, { locationId, companyId }, { archived: true })
    await expect(update(integration, { enabled: true })).rejects.toMatchObject({ code: 'conflict' })
    await expect(create()).rejects.toMatchObject({ code: 'invalid', errors: [{ path: '/companyId' }] })
  })

  it('what 1C shows of itself is noted, its first call apart, and never waits for a change', async () => {
    const { integration } = await create()
    const { key } = integration
    const seen = async () => {
      const { firstSeenAt, lastSeenAt, lastUserAgent, lastCmlVersion } = await getIntegration(
        db,
        locationId,
        integration.id,
      )
      return { firstSeenAt, lastSeenAt, lastUserAgent, lastCmlVersion }
    }
    expect(await seen()).toEqual({
      firstSeenAt: null,
      lastSeenAt: null,
      lastUserAgent: null,
      lastCmlVersion: null,
    })
    await recordSeen(db, key, { userAgent: '1C+Enterprise/8.3' })
    const aSecondAgo = `now() - interval '1 second'`
    await db.query(`update integration set (first_seen_at, last_seen_at) = (${aSecondAgo}, ${aSecondAgo})`)
    const first = await seen()
    expect(first).toMatchObject({ lastUserAgent: '1C+Enterprise/8.3', lastCmlVersion: null })
    expect(first.lastSeenAt).toEqual(first.firstSeenAt)
    await recordSeen(db, key, { userAgent: '1C+Enterprise/8.3', cmlVersion: '2.10' })
    const second = await seen()
    expect(second).toMatchObject({ firstSeenAt: first.firstSeenAt, lastCmlVersion: '2.10' })
    expect(second.lastSeenAt!.getTime()).toBeGreaterThan(first.lastSeenAt!.getTime())
    await db.transaction(async tx => {
      await tx.query('select 1 from integration where key = $1 for update', [key])
      await recordSeen(db, key, { userAgent: 'new', cmlVersion: null })
    })
    expect(await seen()).toEqual(second)
    await recordSeen(db, key, { userAgent: '1C+Enterprise/8.3', cmlVersion: null })
    expect(await seen()).toMatchObject({ lastCmlVersion: null })
  })
})
