import { expect, it } from 'vitest'
import { newPlatform, oneC, startTestServer } from '../../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

const CUSTOMERS_OWN = {
  paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
  paymentmethodname: 'Оплата картой внешняя',
}

describeOnNewestPostgres('integrations', pg => {
  const server = useServer(pg)
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

  it('have the address of PUBLIC_URL, the same for all', async () => {
    await using other = await startTestServer(server.db, { publicUrl: 'https://obmen.example.ru/x' })
    const { body } = await (await newPlatform(other)).call('GET', '/api/v1/integrations')
    expect(body.items).toEqual([])
    const made = await (await newPlatform(other)).connect()
    expect((made as unknown as { exchangeUrl: string }).exchangeUrl).toBe('https://obmen.example.ru/x/1c')
  })
})
