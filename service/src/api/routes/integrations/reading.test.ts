import { READING_STEPS } from '@obmen/contract'
import { beforeEach, expect, it } from 'vitest'
import { signInAs } from '../../../../test/support/app/person.js'
import { newPlatform, type Platform } from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'
import { serveForeignBp } from '../../../../test/support/reading/foreign-bp.js'

const INPUT = { url: 'https://1c.invalid/base', login: 'чтение', password: 'тайна' }

describeOnNewestPostgres('/integrations/{id}/reading', pg => {
  const server = useServer(pg, { allowPrivateAddresses: 'yes' })
  let platform: Platform
  let path: string
  beforeEach(async () => {
    platform = await newPlatform(server)
    path = `/api/v1/integrations/${(await platform.connect()).id}`
  })
  const put = (body: object) => platform.call('PUT', `${path}/reading`, body)

  it('is set up, read, and taken away, and never shows the password', async () => {
    const absent = await platform.call('GET', `${path}/reading`)
    expect([absent.status, absent.body.reason]).toEqual([404, 'reading-not-set-up'])
    const made = await put(INPUT)
    expect(made.status).toBe(200)
    expect(made.body).toMatchObject({
      ...{ url: INPUT.url, login: INPUT.login, passwordSet: true, everyMinutes: 15, enabled: true },
      ...{ organization: null, state: 'waiting', running: null, lastReading: null, failure: null },
      ...{ nextAt: expect.stringMatching(/Z$/), unconfirmed: { orders: 0, loaded: 0 } },
    })
    await put({ ...INPUT, enabled: false })
    const got = await platform.call('GET', `${path}/reading`)
    expect(got.body).toMatchObject({ state: 'off', nextAt: null })
    expect(JSON.stringify([made.body, got.body])).not.toContain(INPUT.password)
    expect((await platform.call('DELETE', `${path}/reading`)).status).toBe(204)
    for (const [method, call] of [
      ['GET', 'reading'],
      ['DELETE', 'reading'],
      ['POST', 'reading:run'],
    ] as const)
      expect((await platform.call(method, `${path}/${call}`)).status, method).toBe(404)
  })

  it('reads now when asked, and refuses while it is off', async () => {
    await put(INPUT)
    const asked = await platform.call('POST', `${path}/reading:run`)
    expect([asked.status, asked.body.enabled]).toEqual([202, true])
    await put({ ...INPUT, enabled: false })
    const refused = await platform.call('POST', `${path}/reading:run`)
    expect([refused.status, refused.body.reason]).toEqual([409, 'reading-off'])
  })

  it('is checked step by step as stored or as entered, with nothing stored', async () => {
    await using served = await serveForeignBp('7707083893')
    const check = (body?: object) => platform.call('POST', `${path}/reading:check`, body)
    expect((await check()).status).toBe(404)
    const entered = { url: served.url, login: 'чтение', password: 'тайна' }
    const whole = { ...entered, everyMinutes: 5, enabled: true, organization: null }
    const { status, body } = await check(whole)
    expect([status, body.steps.map(({ code }: { code: string }) => code)]).toEqual([200, READING_STEPS])
    expect(body.organizations).toEqual([expect.objectContaining({ id: served.organization })])
    expect((await platform.call('GET', `${path}/reading`)).status).toBe(404)
    await put({ ...entered, enabled: false, organization: 'ООО «Нет такой»' })
    const stored = (await check({})).body.steps
    expect(stored).toHaveLength(READING_STEPS.length)
    expect(stored.filter(({ ok }: { ok: boolean }) => !ok)).toMatchObject([{ code: 'organization' }])
    const elsewhere = await check({ url: 'http://127.0.0.1:1/base' })
    expect([elsewhere.status, elsewhere.body.errors[0].path]).toEqual([422, '/password'])
  })

  it('names the field that is wrong', async () => {
    const { body } = await put({ url: '', login: 'x', everyMinutes: 0, every: 1 })
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      '/every',
      '/everyMinutes',
      '/url',
    ])
  })

  it('shows an accountant how it goes, and neither address nor login', async () => {
    await put(INPUT)
    const { rows } = await server.db.query<{ email: string }>(
      `update user_role r set role = 'accountant', company_ids = array[$2::uuid] from user_account u
        where u.id = r.user_id and r.location_id = $1 returning u.email`,
      [platform.locationId, platform.companyId],
    )
    const accountant = await signInAs(server, rows[0]!.email, 'dolgiy-parol-1')
    const call = (method: string, action = '', body?: object) =>
      accountant.call(method, `${path}/reading${action}`.replace('/api/v1', ''), body)
    await server.db.query(
      `update reading set failure =
         '{"code":"redirect","params":{"host":"1c.example.ru","to":"b.example.ru"},"at":"2026-11-17T00:00:00Z","count":1}'`,
    )
    const { body } = await call('GET')
    expect(body).toMatchObject({ url: null, login: null, enabled: true, failure: { code: 'redirect' } })
    expect(JSON.stringify(body)).not.toContain('example.ru')
    expect((await call('PUT', '', INPUT)).status).toBe(403)
    expect((await call('POST', ':run')).status).toBe(403)
  })

  it('stands in the history of the integration, with its author and without the password', async () => {
    await put(INPUT)
    await put({ ...INPUT, everyMinutes: 60 })
    await put({ url: INPUT.url, login: INPUT.login, everyMinutes: 60 })
    await platform.call('DELETE', `${path}/reading`)
    const { items } = (await platform.call('GET', `${path}/changes`)).body
    const reading = {
      ...{ url: INPUT.url, login: INPUT.login, enabled: true, organization: null, newPassword: false },
    }
    const first = { ...reading, everyMinutes: 15 }
    const second = { ...reading, everyMinutes: 60 }
    expect(
      items.slice(0, 3).map(({ before, after }: object & Record<string, unknown>) => [before, after]),
    ).toEqual([
      [{ reading: second }, { reading: null }],
      [{ reading: first }, { reading: { ...second, newPassword: true } }],
      [{ reading: null }, { reading: first }],
    ])
    expect(items[0].by.kind).toBe('token')
    expect(JSON.stringify(items)).not.toContain(INPUT.password)
  })
})
