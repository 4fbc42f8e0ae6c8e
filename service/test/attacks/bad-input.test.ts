import { beforeAll, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  type Platform,
  sampleLine,
  sampleOrder,
  samplePayment,
} from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'

describeOnNewestPostgres('a wrong order', pg => {
  const server = useServer(pg)
  let platform: Platform
  let one: Connected1C
  beforeAll(async () => {
    platform = await newPlatform(server)
    one = await platform.connect({ paymentrules: [{}] })
  })
  const raw = (body: string | Uint8Array) => platform.call('PUT', '/api/v1/orders/o', body)
  const text = (changes: object = {}): string =>
    JSON.stringify(sampleOrder(platform.companyId, { id: 'o', ...changes }))

  const lines = (change: object) => ({ lines: [sampleLine(change)] })
  const payments = (change: object) => ({ payments: [samplePayment(change)] })
  // Each other field: orders/intake/read.
  it.each<[string, object, string, string]>([
    ['a total that lines don’t add up to', { total: '3000.01' }, '/total', '3\u00a0000,00\u00a0₽'],
    ['money that is a number', { total: 3000 }, '/total', '"3000"'],
    ['a price of three decimals', lines({ price: '1.005' }), '/lines/0/price', 'двух знаков'],
    ['a VAT rate that does not exist', lines({ vat: '18' }), '/lines/0/vat', '20'],
    ['100,000 lines', { lines: Array(100_000).fill({}) }, '/lines', '10000'],
    ['a date without an offset', { placedAt: '2026-11-17T12:15:07' }, '/placedAt', 'смещением'],
    ['an unknown status of a payment', payments({ status: 'done' }), '/payments/0/status', 'paid'],
    ['two payments of one id', { payments: [samplePayment(), samplePayment()] }, '/payments/1/id', ''],
    ['an unknown field, with the nearest known', { totl: '1' }, '/totl', 'total'],
    ['an attribute that is no text', { attributes: { А: 1 } }, '/attributes/А', ''],
    [
      ...(['an attribute with a reserved name', { attributes: JSON.parse('{"__proto__":"x"}') }] as const),
      ...(['/attributes/__proto__', 'Назовите реквизит иначе'] as const),
    ],
  ])('is refused for %s: 422 with path and words', async (_what, changes, path, hint) => {
    const answer = await raw(text(changes))
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const found = answer.body.errors.find((problem: { path: string }) => problem.path === path)
    expect(found?.message, answer.text.slice(0, 2000)).toContain(hint)
    expect(answer.text.length).toBeLessThan(50_000)
  })

  it.each<[string, () => string | Uint8Array, number, string]>([
    ['is not JSON', () => '{"id":"o",', 400, 'bad-json'],
    ['is empty', () => '', 400, 'bad-json'],
    ['holds NaN', () => text().replace('"3000.00"', 'NaN'), 400, 'bad-json'],
    ['is not UTF-8', () => Buffer.from(text().replace(/[^ -~]+/g, 'ÿþ'), 'latin1'), 400, 'bad-encoding'],
    ['is a list', () => '[]', 422, 'invalid'],
    ['is null', () => 'null', 422, 'invalid'],
    ['is 1e400', () => '1e400', 422, 'invalid'],
    ['holds 1e400 for money', () => text().replace('"3000.00"', '1e400'), 422, 'invalid'],
    ['holds -1 for money', () => text().replace('"3000.00"', '-1'), 422, 'invalid'],
    ['is nested 100,000 deep', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422, 'invalid'],
    ['has __proto__', () => text().replace('{', '{"__proto__":{"x":1},'), 422, 'invalid'],
  ])('whose body %s is refused', async (_what, body, status, code) => {
    const answer = await raw(body())
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.detail.length).toBeGreaterThan(10)
  })

  it('that is no JSON is told line and column', async () => {
    expect((await raw('{\n "id": "o",\n "status" "x"}')).body.detail).toContain('строка 3, позиция 11')
  })

  it('that has a key twice is told where the second stands, whatever it is escaped to', async () => {
    const twice = await raw(text().replace('{', `{\n "tot\\u0061l"${' '.repeat(300)}: "1",\n `))
    expect([twice.status, twice.body.code, twice.body.reason]).toEqual([400, 'bad-json', 'json-key-twice'])
    expect(twice.body.params).toMatchObject({ key: 'total', line: 3 })
    const lines = [
      text().replace('{', '{"id":"o",'),
      text({ attributes: { 'a"': '{"x":1,"x":2}', total: 'x' } }),
    ]
    expect(
      (await platform.batch(lines.map(line => line.replace('"id":"o"', '"id":"twice"')))).body,
    ).toMatchObject([
      { line: 1, status: 400, reason: 'json-key-twice' },
      { line: 2, status: 201 },
    ])
    const deep = `${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`
    expect((await raw(deep)).status).toBe(422)
  })

  it('that says of itself another charset than UTF-8 is refused', async () => {
    const put = (charset: string) =>
      platform.call('PUT', '/api/v1/orders/set', text({ id: 'set' }), {
        'content-type': `application/json; charset=${charset}`,
      })
    expect((await put('windows-1251')).body).toMatchObject({
      status: 415,
      params: { charset: 'windows-1251' },
    })
    expect((await put('"UTF-8"')).status).toBe(201)
  })

  it('left nothing behind: the next good one is number 3', async () => {
    expect((await raw(text())).body).toMatchObject({ numberIn1c: '3', revision: 1 })
  })

  it('may have 10,000 lines, which come to 1C all', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      sampleLine({ id: `l-${index}`, quantity: '1', price: '0.10', amount: '0.10', name: `Строка ${index}` }),
    )
    await platform.call('PATCH', `/api/v1/integrations/${one.id}`, {
      settings: { paymentrules: [{}], paymentmethodname: 'Карта' },
    })
    expect((await platform.put('many', { lines: many, total: '1000.00', payments: [] })).status).toBe(201)
    const { text: xml } = await platform.call('GET', `/api/v1/integrations/${one.id}/preview`)
    expect(xml.match(/<Товар>/g)!.length).toBeGreaterThanOrEqual(10_000)
  })

  it('is shown to a browser as XML that can do nothing, and in no frame', async () => {
    const { headers } = await platform.call('GET', `/api/v1/integrations/${one.id}/preview`)
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; .*frame-ancestors 'none'/)
  })
})
