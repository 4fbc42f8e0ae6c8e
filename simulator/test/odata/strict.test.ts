import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OneC } from '../../src/base/base.js'
import { type ODataFaults, type ServedOData, serveOData } from '../../src/odata/serve.js'
import { answer, order, PAID, requisites } from '../support/order.js'
import { pull } from '../support/pull.js'

const faults: ODataFaults = {}
const LOGIN = { login: 'Обмен', password: 'пароль+1' }
const INVOICES = 'Document_СчетНаОплатуПокупателю'
const PAYMENTS = 'Document_ОплатаПлатежнойКартой'
let base: OneC
let served: ServedOData
beforeAll(async () => {
  const paid = requisites({ ...PAID, 'Номер заказа на платформе': 'olv-15' })
  const orders = answer(order({ requisites: paid }), order({ number: '16', date: '2026-03-05' }))
  base = (await pull('bp', orders)).base
  served = await serveOData(() => base, { port: 0, ...LOGIN, published: [INVOICES, PAYMENTS], faults })
})
afterAll(() => served[Symbol.asyncDispose]())

const authorization = (text = `${LOGIN.login}:${LOGIN.password}`): string =>
  `Basic ${Buffer.from(text).toString('base64')}`

interface Told {
  status: number
  code?: string
  value?: Record<string, unknown>[]
  text: string
}

/** The query as it stands, but for what no address may hold. */
async function ask(path: string, query: Record<string, string> = {}, init: RequestInit = {}): Promise<Told> {
  const parts = { $format: 'json', ...query }
  const asked = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return raw(`${encodeURI(path)}?${asked.join('&')}`, init)
}

async function raw(path: string, init: RequestInit = {}): Promise<Told> {
  const headers = { authorization: authorization(), ...init.headers }
  const response = await fetch(`${served.url}/odata/standard.odata/${path}`, { ...init, headers })
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {}
  const code = json['odata.error']?.code ?? /<m:code>(-?\d+)/.exec(text)?.[1]
  return { status: response.status, text, ...(code && { code }), ...(json.value && { value: json.value }) }
}

test.each([
  ['a set that 1C does not have', 404, '8', 'Document_Нет', {}],
  ['a set that is not in Состав', 404, '8', 'Catalog_Организации', {}],
  ['a key without an object', 404, '9', `${INVOICES}(guid'00000000-0000-0000-0000-000000000001')`, {}],
  ['an unknown field in $select', 400, '6', INVOICES, { $select: 'Ref_Key,Нет' }],
  ['an unknown field in $orderby', 400, '6', INVOICES, { $orderby: 'Нет' }],
  ['an unknown field in $filter', 400, '6', INVOICES, { $filter: "Нет eq 'a'" }],
  ['a filter that ends', 400, '14', INVOICES, { $filter: "Number eq '1' and" }],
  ['a word instead of a literal', 400, '14', INVOICES, { $filter: 'Number eq 1' }],
  ['a date without its time', 400, '14', INVOICES, { $filter: "Date ge datetime'2026-03-01'" }],
  ['a day that does not exist', 400, '14', INVOICES, { $filter: "Date ge datetime'2026-02-30T00:00:00'" }],
  [
    'an order of GUIDs',
    400,
    '14',
    INVOICES,
    { $filter: `Ref_Key gt guid'${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}'` },
  ],
  ['a function that is not implemented', 501, '21', INVOICES, { $filter: 'length(Number) eq 3' }],
  ['an unknown option', 400, '0', INVOICES, { $expan: 'a' }],
  ['a virtual table', 400, '6', `${INVOICES}/Balance()`, {}],
])('%s is refused: %i, code %s', async (_, status, code, path, query) => {
  expect(await ask(path, query as unknown as Record<string, string>)).toMatchObject({ status, code })
})

test('nothing but reading is let through', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect(await ask(INVOICES, {}, { method })).toMatchObject({ status: 405, code: '19' })
})

test('a plus sign stays one, and a query over 2048 characters finds nothing', async () => {
  const plus = `${encodeURIComponent(INVOICES)}?$format=json&$filter=Posted+eq+true`
  expect(await raw(plus)).toMatchObject({ status: 400, code: '14' })
  const long = await ask(INVOICES, { $filter: `Number eq '${'0'.repeat(2100)}'` })
  expect(long).toMatchObject({ status: 404 })
  expect(long.code).toBeUndefined()
})

test('a wrong password is a page of the web server, a missing right an error of 1C', async () => {
  const wrong = await ask(INVOICES, {}, { headers: { authorization: authorization('Обмен:нет') } })
  expect(wrong).toMatchObject({ status: 401, text: expect.stringContaining('<html>') })
  faults.noRight = [INVOICES]
  expect(await ask(INVOICES)).toMatchObject({ status: 401, code: '20' })
  faults.noRight = undefined

  faults.hidden = { [INVOICES]: row => row.Number === '0000-000016' }
  expect(await ask(INVOICES)).toMatchObject({ status: 401, code: '20' })
  expect((await ask(INVOICES, { $filter: "Number eq '0000-000015'" })).value).toHaveLength(1)
  expect((await ask(INVOICES, { allowedOnly: 'true' })).value).toHaveLength(1)
  faults.hidden = undefined
})

test('it is Atom unless JSON is asked for, and lists what is published', async () => {
  expect((await raw(encodeURI(INVOICES))).text).toContain('<feed')
  expect((await raw('Нет')).text).toContain('<m:code>8</m:code>')
  const { value } = await ask('')
  expect(value?.map(({ name }) => name)).toEqual([
    INVOICES,
    `${INVOICES}_Товары`,
    PAYMENTS,
    `${PAYMENTS}_РасшифровкаПлатежа`,
  ])
})

test('a field of several types is found by cast alone', async () => {
  const [invoice] = (await ask(INVOICES, { $filter: "Number eq '0000-000015'", $select: 'Ref_Key' })).value!
  const found = async (filter: string): Promise<number | undefined> =>
    (await ask(PAYMENTS, { $filter: filter })).value?.length
  const guid = `guid'${invoice!.Ref_Key}'`
  expect(await found(`ДокументОснование eq ${guid}`)).toBe(0)
  expect(await found(`ДокументОснование eq cast(${guid},'${INVOICES}')`)).toBe(1)
  expect(await found(`ДокументОснование eq cast(${guid},'${PAYMENTS}')`)).toBe(0)
  expect(await found(`isof(ДокументОснование,'${INVOICES}')`)).toBe(1)
  expect(await found(`ДокументОснование_Type eq 'StandardODATA.${INVOICES}'`)).toBe(1)
})

test('windows, keys, order and pages give what was asked for', async () => {
  const numbers = async (query: Record<string, string>): Promise<unknown[]> =>
    (await ask(INVOICES, { $orderby: 'Date,Ref_Key', ...query })).value!.map(row => row.Number)
  const window = "Date ge datetime'2026-03-01T00:00:00' and Date lt datetime'2026-03-02T00:00:00'"
  expect(await numbers({ $filter: window })).toEqual(['0000-000015'])
  expect(
    await numbers({
      $filter: "(Number eq '0000-000016' or Number eq '0000-000015') and not (Posted eq false)",
    }),
  ).toEqual(['0000-000015', '0000-000016'])
  expect(await numbers({ $top: '1', $skip: '1' })).toEqual(['0000-000016'])
  const [row] = (await ask(INVOICES, { $select: '**', $filter: window })).value!
  expect(row).toMatchObject({ Posted: true, СуммаДокумента: 1200, Date: '2026-03-01T12:30:05' })
  expect(row).not.toHaveProperty('Товары')
  expect(row).toHaveProperty('Контрагент@navigationLinkUrl')
  expect((await ask(`${INVOICES}(guid'${row!.Ref_Key}')`)).text).toContain('@Element')
})

test('troubles look as they do in front of a real base', async () => {
  faults.locked = true
  expect(await ask(INVOICES)).toMatchObject({ status: 503, text: expect.stringContaining('<exception') })
  faults.locked = undefined
  faults.html = true
  expect(await ask(INVOICES)).toMatchObject({ status: 200, text: expect.stringContaining('<html>') })
  faults.html = undefined
  faults.cut = true
  await expect(ask(INVOICES)).rejects.toThrow()
  faults.only = PAYMENTS
  expect(await ask(INVOICES)).toMatchObject({ status: 200 })
  faults.cut = undefined
})
