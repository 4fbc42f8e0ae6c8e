import { beforeAll, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  numbersIn,
  oneC,
  type Platform,
  sampleLine,
  sampleOrder,
  samplePayment,
} from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'

const person = { id: 'c', kind: 'person', firstName: 'Анна', lastName: 'Ким' }

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
  it.each<[string, object, string, string]>([
    ['a total that lines don’t add up to', { total: '3000.01' }, '/total', '3\u00a0000,00\u00a0₽'],
    [
      'a line whose sum is wrong by a kopeck',
      lines({ amount: '2999.99' }),
      '/lines/0/amount',
      '3\u00a0000,00\u00a0₽',
    ],
    [
      'a line whose discount was forgotten',
      lines({ discount: '10' }),
      '/lines/0/amount',
      '2\u00a0990,00\u00a0₽',
    ],
    ['money that is a number', { total: 3000 }, '/total', '"3000"'],
    ['a price that is a number', lines({ price: 1500.5 }), '/lines/0/price', '"1500.5"'],
    ['a quantity that is a number', lines({ quantity: 2 }), '/lines/0/quantity', '"2"'],
    ['money of three decimals', lines({ price: '1.005' }), '/lines/0/price', 'двух знаков'],
    ['money with a comma', { total: '3000,00' }, '/total', '1500.00'],
    ['money with blanks', { total: '3 000.00' }, '/total', ''],
    ['negative money', { total: '-3000.00' }, '/total', ''],
    ['money of 40 digits', { total: '1'.repeat(40) }, '/total', ''],
    ['money with an exponent', { total: '3e3' }, '/total', ''],
    ['money that is NaN', { total: 'NaN' }, '/total', ''],
    ['a negative quantity', lines({ quantity: '-2' }), '/lines/0/quantity', ''],
    ['a quantity of nothing', lines({ quantity: '0.0' }), '/lines/0/quantity', ''],
    ['a quantity of five decimals', lines({ quantity: '2.00001' }), '/lines/0/quantity', ''],
    ['a VAT rate that does not exist', lines({ vat: '18' }), '/lines/0/vat', '20'],
    ['a VAT rate that is a number', lines({ vat: 20 }), '/lines/0/vat', '20'],
    ['an unknown kind of line', lines({ kind: 'work' }), '/lines/0/kind', 'service'],
    ['a unit that is no code', lines({ unit: 'шт' }), '/lines/0/unit', '796'],
    ['no lines', { lines: [], total: '0.00', payments: [] }, '/lines', ''],
    ['100,000 lines', { lines: Array(100_000).fill({}) }, '/lines', '10000'],
    ['a date without an offset', { placedAt: '2026-11-17T12:15:07' }, '/placedAt', 'смещением'],
    ['a day alone', { placedAt: '2026-11-17' }, '/placedAt', ''],
    ['a day that does not exist', { placedAt: '2026-02-30T00:00:00Z' }, '/placedAt', '2026-02-30'],
    ['a payment without an offset', payments({ paidAt: '2026-11-17T12:15' }), '/payments/0/paidAt', ''],
    ['an unknown status of a payment', payments({ status: 'done' }), '/payments/0/status', 'paid'],
    ['two payments of one id', { payments: [samplePayment(), samplePayment()] }, '/payments/1/id', ''],
    ['an unknown kind of customer', { customer: { ...person, kind: 'robot' } }, '/customer/kind', 'person'],
    ['a person without a name', { customer: { id: 'c', kind: 'person' } }, '/customer/firstName', ''],
    ['an ИНН of 9 digits', { customer: { ...person, inn: '123456789' } }, '/customer/inn', ''],
    ['a currency of two letters', { currency: 'RU' }, '/currency', ''],
    ['an unknown field, with the nearest known', { totl: '1' }, '/totl', 'total'],
    ['an unknown field of a line', lines({ qty: '1', quantitty: '2' }), '/lines/0/quantitty', 'quantity'],
    ['an unknown field of a customer', { customer: { ...person, mail: 'x' } }, '/customer/mail', 'email'],
    ['null for a field', { comment: null }, '/comment', 'null'],
    ['an empty status', { status: '  ' }, '/status', ''],
    ['a name of 10,001 characters', lines({ name: 'я'.repeat(10_001) }), '/lines/0/name', '10000'],
    ['an attribute that is no text', { attributes: { А: 1 } }, '/attributes/А', ''],
    [
      ...(['an attribute with a reserved name', { attributes: JSON.parse('{"__proto__":"x"}') }] as const),
      ...(['/attributes/__proto__', 'Назовите реквизит иначе'] as const),
    ],
    [
      'delivery that the total lacks',
      { delivery: { name: 'Курьер', amount: '1.00', vat: '20' } },
      '/total',
      '3\u00a0001,00\u00a0₽',
    ],
  ])('is refused for %s: 422 with path and words', async (_what, changes, path, hint) => {
    const answer = await raw(text(changes))
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const found = answer.body.errors.find((problem: { path: string }) => problem.path === path)
    expect(found?.message, answer.text.slice(0, 2000)).toContain(hint)
    expect(answer.text.length).toBeLessThan(50_000)
  })

  it('that adds up wrong names the line and both sums', async () => {
    const answer = await raw(
      text({ lines: [sampleLine(), sampleLine({ id: 'x', quantity: '3', price: '0.33', amount: '1.00' })] }),
    )
    const { message } = answer.body.errors.find(({ path }: { path: string }) => path === '/lines/1/amount')
    expect(message).toMatch(/Строка 2.*0,99.*1,00/)
    const total = answer.body.errors.find(({ path }: { path: string }) => path === '/total')
    expect(total.message).toMatch(/3\u00a0001,00.*3\u00a0000,00/)
  })

  it('names all its wrong fields at once', async () => {
    const answer = await raw(text({ total: 1, currency: 'x', lines: [sampleLine({ vat: 'x', price: 'y' })] }))
    const paths = answer.body.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(expect.arrayContaining(['/total', '/currency', '/lines/0/vat', '/lines/0/price']))
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

  it('left nothing behind: the next good one is number 1', async () => {
    expect((await raw(text())).body).toMatchObject({ number: '1', revision: 1 })
  })

  it('with odd characters is kept and goes out as XML that can be read', async () => {
    const odd = 'x\u0001\u0008\u001f\u007f\ufffe ]]> <b>&amp;"\' # \u2028 😀 \ud800 я'
    const long = 'д'.repeat(10_000)
    const put = await platform.put('odd', {
      ...{ comment: odd, status: 'purchased', place: { id: 'p', name: odd }, attributes: { 'А]]>': odd } },
      customer: { id: 'c]]>&', kind: 'organization', name: odd, fullName: long },
      lines: [sampleLine({ name: odd }), sampleLine({ id: 'b', name: long, amount: '3000.00' })],
      ...{ total: '6000.00', payments: [samplePayment({ amount: '6000.00', gateway: 'A & <B>' })] },
    })
    expect(put.status).toBe(201)
    for (const encoding of ['utf-8', 'windows-1251']) {
      await platform.call('PATCH', `/api/v1/integrations/${one.id}`, {
        settings: { paymentrules: [{}], paymentmethodname: 'Карта', encoding },
      })
      const { ask, signIn } = oneC(server, one)
      const answer = await ask('query', { cookie: await signIn() })
      const xml = new TextDecoder(encoding, { fatal: true }).decode(answer.bytes)
      expect(answer.headers['content-type']).toBe(`application/xml; charset=${encoding}`)
      expect(xml).toContain(`encoding="${encoding === 'utf-8' ? 'UTF-8' : 'windows-1251'}"`)
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      expect(xml).not.toContain(']]>')
      expect(xml).not.toContain('<b>')
      expect(xml).toContain(encoding === 'utf-8' ? '😀' : '&#128512;')
      const names = [...xml.matchAll(/<Наименование>(.*?)<\/Наименование>/gs)].map(([, name]) => name!)
      expect(names.filter(name => unescapeXml(name).includes('#'))).toEqual([])
      expect(Math.max(...names.map(name => unescapeXml(name).length))).toBeLessThanOrEqual(100)
      expect(numbersIn({ ...answer, text: xml })).toContain('2')
    }
    const { body } = await platform.call('GET', '/api/v1/orders/odd')
    expect(body.lines[1].name).toBe(long)
  })
  const unescapeXml = (xml: string): string =>
    xml.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replace(/&\w+;/g, '.')

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
})
