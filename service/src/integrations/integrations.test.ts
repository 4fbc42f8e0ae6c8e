import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { signInAs1c } from '../../test/support/sign-in-rule.js'
import type { Database } from '../db/database.js'
import { createCompany, updateCompany } from '../places/companies.js'
import { createLocation } from '../places/locations.js'
import { changeIntegrationPassword } from './connection/change-integration-password.js'
import { recordSeen } from './connection/record-seen.js'
import { createIntegration, type IntegrationInput } from './create-integration.js'
import { deleteIntegration } from './delete-integration.js'
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

  it('of one company are 2,000 at most, also created at once', async () => {
    const input = { locationId, companyId, name: 'Касса', settings: SETTINGS, by: {} }
    const made = await Promise.allSettled(
      Array.from({ length: 5 }, () => createIntegration(db, input, settle, 3)),
    )
    expect(made.filter(({ status }) => status === 'fulfilled').length).toBe(3)
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', message: expect.stringContaining('3 интеграций') },
    })
    const other = await createCompany(db, locationId, { name: 'ООО «Лютик»', inn: '7728168971' })
    await createIntegration(db, { ...input, companyId: other.id }, settle, 3)
  })

  it('a new one signs in with the login and password told, and what it is owed is recalculated', async () => {
    const { integration, password } = await create({ name: ' Касса технопарка ' })
    expect(integration).toMatchObject({
      name: 'Касса технопарка',
      companyId,
      companyName: 'ООО «Ромашка»',
      settings: SETTINGS,
      enabled: true,
      version: 1,
      notes: [],
      login: expect.stringMatching(/^kassa-/),
    })
    expect(recalculated.map(one => one.id)).toEqual([integration.id])
    expect(await signInAs1c(db, integration.login, password)).toMatchObject({
      id: integration.id,
      key: integration.key,
      locationId,
      name: 'Касса технопарка',
      enabled: true,
      client: 'auto',
      settings: {
        schemaversion: '2.08',
        payments: 'auto',
        zip: false,
        filelimit: 104_857_600,
        accept1c: true,
      },
      passwordChangedAt: expect.any(String),
    })
    for (const [login, secret] of [
      [integration.login, 'wrong'],
      ['nobody', password],
      [integration.login, ''],
    ]) {
      expect(await signInAs1c(db, login!, secret!)).toBeUndefined()
    }
  })

  it('settings pasted as the guide prints them are kept corrected, and this is said', async () => {
    const { integration } = await create({
      settings: '{«paymentrules»:[{«status»:«purchased»}],«paymentmethodname»:«Карта»};',
    })
    expect(integration.settings).toEqual(SETTINGS)
    expect(integration.notes).toHaveLength(2)
    expect(await getIntegration(db, locationId, integration.id)).toMatchObject({
      settings: SETTINGS,
      notes: [],
    })
  })

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

  it("another location's company or integration is unknown", async () => {
    const { integration } = await create()
    const elsewhere = (await createLocation(db, { name: `Чужая ${Math.random()}`, timezone: 'UTC' })).id
    await expect(create({ locationId: elsewhere })).rejects.toMatchObject({ code: 'unknown-company' })
    const notFound = { code: 'not-found' }
    const foreign = { locationId: elsewhere, integrationId: integration.id, by: {} }
    await expect(getIntegration(db, elsewhere, integration.id)).rejects.toMatchObject(notFound)
    await expect(updateIntegration(db, foreign, { name: 'x' }, settle)).rejects.toMatchObject(notFound)
    await expect(deleteIntegration(db, elsewhere, integration.id)).rejects.toMatchObject(notFound)
    await expect(changeIntegrationPassword(db, foreign)).rejects.toMatchObject(notFound)
    await expect(getIntegration(db, locationId, 'none')).rejects.toMatchObject(notFound)
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

  it('of two administrators who change the same one, the second is told', async () => {
    const { integration } = await create()
    const results = await Promise.allSettled(
      ['Первая', 'Вторая'].map(name => update(integration, { name }, 1)),
    )
    expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find(result => result.status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ code: 'revision-mismatch' })
  })

  it('its company never changes', async () => {
    const other = (await createCompany(db, locationId, { name: 'Другая', inn: '7736050003' })).id
    const { integration } = await create()
    await expect(update(integration, { companyId: other })).rejects.toMatchObject({ code: 'company-fixed' })
    expect(await update(integration, { companyId: companyId.toUpperCase() })).toMatchObject({ version: 1 })
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

  it('order numbers start where "ordernumberfrom" says, and never go back to those given', async () => {
    const next = async () =>
      (
        await db.query(
          'select next_order_number as next, skipped_order_numbers as skipped from company_counter where company_id = $1',
          [companyId],
        )
      ).rows[0]
    const { integration } = await create({ settings: { ...SETTINGS, ordernumberfrom: 500 } })
    expect(await next()).toEqual({ next: 500, skipped: 499 })
    await db.query(
      `insert into sale_order (location_id, id, company_id, sequence_number, revision, content, payment_numbers,
                               status, canceled, gateways, placed_at, total, customer_name, search)
       values ($1, 'o-1', $2, 509, 1, '{}', '{}', 'new', false, '{}', now(), 1, '', '')`,
      [locationId, companyId],
    )
    await db.query('update company_counter set next_order_number = 510 where company_id = $1', [companyId])
    const lower = await update(integration, { settings: { ...SETTINGS, ordernumberfrom: 100 } })
    expect(lower.notes).toEqual([expect.stringContaining('Следующий номер компании — 510')])
    await update(integration, { settings: { ...SETTINGS, ordernumberfrom: 600 } })
    expect(await next()).toEqual({ next: 600, skipped: 589 })
  })

  it('a new password replaces the old one at once', async () => {
    const { integration, password } = await create()
    const changed = await changeIntegrationPassword(db, {
      locationId,
      integrationId: integration.id,
      by: {},
    })
    expect(await signInAs1c(db, integration.login, password)).toBeUndefined()
    expect(await signInAs1c(db, integration.login, changed.password)).toBeDefined()
    expect(changed.integration.passwordChangedAt.getTime()).toBeGreaterThan(
      integration.passwordChangedAt.getTime(),
    )
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

  it('lists come in pages, of a company if wanted', async () => {
    const other = (await createCompany(db, locationId, { name: 'Другая', inn: '7736050003' })).id
    const made = [await create(), await create(), await create({ companyId: other })].map(
      one => one.integration.id,
    )
    const first = await listIntegrations(db, locationId, { limit: 2 })
    const rest = await listIntegrations(db, locationId, { limit: 2, cursor: first.next! })
    expect([...first.items, ...rest.items].map(one => one.id)).toEqual(made)
    expect(rest.next).toBeNull()
    expect(
      (await listIntegrations(db, locationId, { limit: 2, companyId: other })).items.map(one => one.id),
    ).toEqual([made[2]])
  })
})
