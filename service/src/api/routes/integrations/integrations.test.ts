import { expect, it } from 'vitest'
import { newPlatform, oneC, startTestServer } from '../../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

const CUSTOMERS_OWN = {
  paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
  paymentmethodname: 'Оплата картой внешняя',
}

describeOnNewestPostgres('integrations', pg => {
  const server = useServer(pg, { integrationsPerCompany: 12 })
  const platform = usePlatform(server)
  const create = (settings: unknown, changes: object = {}) =>
    platform.call('POST', '/api/v1/integrations', {
      ...{ class: 'CommerceML', name: 'Бухгалтерия', companyId: platform.companyId, settings },
      ...changes,
    })
  const at = (id: string, rest = ''): string => `/api/v1/integrations/${id}${rest}`
  const checkauth = async (login: string, password: string): Promise<number> =>
    (await oneC(server, { login, password }).ask('checkauth')).status

  it('are created with a login and a password that is told this once', async () => {
    const made = await create(CUSTOMERS_OWN)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      ...{ name: 'Бухгалтерия', class: 'CommerceML', companyId: platform.companyId, enabled: true },
      ...{ settings: CUSTOMERS_OWN, exchangeUrl: `${server.url}/1c`, notes: [] },
      ...{ login: expect.stringMatching(/^[\w.-]+$/), password: expect.stringMatching(/.{12,}/) },
    })
    const { id, login, password } = made.body
    expect(await checkauth(login, password)).toBe(200)
    for (const path of ['/api/v1/integrations', at(id)]) {
      const { text } = await platform.call('GET', path)
      expect(text).toContain(login)
      expect(text).not.toContain(password)
      expect(text).not.toContain('password":')
    }
    const patched = await platform.call('PATCH', at(id), { name: 'УНФ' })
    expect([patched.body.name, patched.body.password]).toEqual(['УНФ', undefined])
  })

  it('get another password, with which alone they sign in from then on', async () => {
    const { id, login, password } = await platform.connect()
    const { body } = await platform.call('POST', at(id, '/password'))
    expect(body).toMatchObject({ id, login })
    expect(body.password).not.toBe(password)
    expect([await checkauth(login, password), await checkauth(login, body.password)]).toEqual([401, 200])
  })

  it('are gone when deleted: 404, their 1C is not let in, orders stay', async () => {
    const { id, login, password } = await platform.connect()
    await platform.put('o')
    const answer = await platform.call('DELETE', at(id))
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect((await platform.call('GET', at(id))).status).toBe(404)
    expect((await platform.call('DELETE', at(id))).status).toBe(404)
    expect(await checkauth(login, password)).toBe(401)
    expect((await platform.call('GET', '/api/v1/orders/o')).body).toMatchObject({ id: 'o', owedTo: [] })
  })

  it('take settings as the customer’s guide prints them, keep the corrected JSON and say so', async () => {
    const guide =
      '{«paymentrules»:[{«status»:«purchased»,«gateway»:«CKassa»}],«paymentmethodname»:«Оплата картой внешняя»};'
    const made = await create(guide)
    expect([made.status, made.body.settings]).toEqual([201, CUSTOMERS_OWN])
    expect(made.body.notes.join(' ')).toMatch(/кавыч/i)
    const variants = [
      JSON.stringify(CUSTOMERS_OWN),
      `\ufeff${guide}`,
      guide.replaceAll('«', '“').replaceAll('»', '”'),
      guide.replaceAll('«', '„').replaceAll('»', '“'),
      guide.replaceAll(',', ',\u00a0').replaceAll(':', ' :\u00a0'),
      `${guide} ; `,
    ]
    for (const text of variants) {
      const answer = await create(text)
      expect([text, answer.status, answer.body.settings]).toEqual([text, 201, CUSTOMERS_OWN])
    }
    const quoted = '{"paymentrules":[{"status":"«куплен»;"}],"paymentmethodname":"Карта «Мир»"}'
    const kept = (await create(quoted)).body
    expect([kept.settings, kept.notes]).toEqual([JSON.parse(quoted), []])
  })

  it('refuse wrong JSON with line, column and a sentence', async () => {
    const answer = await create('{ «paymentrules» [{}]}')
    expect([answer.status, answer.body.code]).toEqual([422, 'bad-settings'])
    expect(answer.body.errors[0]).toMatchObject({ line: 1, column: 18 })
    expect(answer.body.detail).toContain('строка 1, позиция 18')
    expect(answer.body.detail).toContain('после «paymentrules» ждали двоеточие')
    const second = await create('{\n  "paymentrules": [{}],\n  "paymentmethodname": "x",,\n}')
    expect(second.body.errors[0]).toMatchObject({ line: 3 })
  })

  it.each([
    ['an unknown key, with the nearest known', { paymentrule: [] }, '/settings/paymentrule', 'paymentrules'],
    ['a rule that is no object', { paymentrules: ['x'] }, '/settings/paymentrules/0', ''],
    ['an unknown client', { client: 'erp' }, '/settings/client', 'unf'],
  ])('refuse %s, by its path', async (_what, change, path, hint) => {
    const answer = await create({ ...CUSTOMERS_OWN, ...change })
    expect([answer.status, answer.body.code]).toEqual([422, 'bad-settings'])
    const problem = answer.body.errors.find((error: { path: string }) => error.path === path)
    expect(problem?.message, JSON.stringify(answer.body)).toContain(hint)
  })

  it('refuse a wrong class, an unknown or foreign company, unknown fields', async () => {
    const foreign = await newPlatform(server)
    expect((await create(CUSTOMERS_OWN, { class: 'OneC' })).body.errors[0].path).toBe('/class')
    expect((await create(CUSTOMERS_OWN, { companyId: foreign.companyId })).body.code).toBe('unknown-company')
    expect((await create(CUSTOMERS_OWN, { color: 'red' })).body.errors[0].path).toBe('/color')
    expect((await create(undefined)).body.errors[0].path).toBe('/settings')
    expect((await create(CUSTOMERS_OWN, { name: '' })).body.errors[0].path).toBe('/name')
  })

  it('guard changes by version: 412 for who saw an older one', async () => {
    const { id } = await platform.connect()
    const seen = (await platform.call('GET', at(id))).headers.get('etag')!
    const patch = (name: string) => platform.call('PATCH', at(id), { name }, { 'if-match': seen })
    expect((await patch('Первый')).status).toBe(200)
    const late = await patch('Второй')
    expect([late.status, late.body.code]).toEqual([412, 'revision-mismatch'])
    const guarded = (headers: Record<string, string>) =>
      platform.call('PATCH', at(id), { name: 'Третий' }, headers)
    expect((await guarded({ 'if-none-match': '*' })).status).toBe(412)
    expect((await guarded({ 'if-match': '3' })).body.errors[0].path).toBe('/if-match')
    expect((await guarded({ 'if-match': '*' })).status).toBe(200)
  })

  it('keep a company: 409', async () => {
    const { id } = await platform.connect()
    const { body } = await platform.call('POST', '/api/v1/companies', {
      name: 'ООО «Лютик»',
      inn: '7707083893',
    })
    expect((await platform.call('PATCH', at(id), { companyId: body.id })).status).toBe(409)
  })

  it('have the address of PUBLIC_URL, the same for all', async () => {
    await using other = await startTestServer(server.db, { publicUrl: 'https://obmen.example.ru/x' })
    const { body } = await (await newPlatform(other)).call('GET', '/api/v1/integrations')
    expect(body.items).toEqual([])
    const made = await (await newPlatform(other)).connect()
    expect((made as unknown as { exchangeUrl: string }).exchangeUrl).toBe('https://obmen.example.ru/x/1c')
  })

  it('of one company are no more than 2,000', async () => {
    for (let at = 0; at < 12; at++) expect((await create(CUSTOMERS_OWN)).status).toBe(201)
    const { status, body } = await create(CUSTOMERS_OWN)
    expect([status, body.code, body.reason]).toEqual([409, 'conflict', 'too-many-integrations'])
  })
})
