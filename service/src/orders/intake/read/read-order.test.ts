import type { Order, PersonCustomer } from '@obmen/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { body, LINE, lines, PLACE, paths, problems } from '../../../../test/support/order-problems.js'
import { canonicalOrder, sameContent } from './canonical.js'
import { type OrderBody, orderSchema, VAT_RATES } from './order-schema.js'
import { readOrder } from './read-order.js'

const content = (changes: object = {}): Order => JSON.parse(readOrder(body(changes)).content) as Order
const customer = (changes: object) => ({ customer: { ...body().customer, ...changes } })

describe('an order of the platform', () => {
  it('is kept in one form, whatever its numbers and optional fields look like', () => {
    expect(
      content({ ...lines({ quantity: '02.50', price: '10', discount: '0', amount: '25.0' }), total: '025' }),
    ).toMatchObject({
      canceled: false,
      lines: [{ quantity: '2.5', unit: '796', price: '10.00', discount: '0.00', amount: '25.00' }],
      total: '25.00',
      attributes: {},
    })
    const blank = content({ comment: '  ', contract: ' ', ...lines({ article: '' }) })
    for (const name of ['comment', 'contract', 'lines[0].article']) expect(blank).not.toHaveProperty(name)
    expect(content(customer({ email: '', inn: '' })).customer).toEqual({
      id: 'o-4',
      kind: 'organization',
      name: 'ООО «Вектор»',
      kpp: '773601001',
    })
    expect(content({ companyId: PLACE.companyId.toUpperCase() }).companyId).toBe(PLACE.companyId)
  })

  it('is the same in any order of keys, form of numbers and offset of dates', () => {
    const one = body({ attributes: { Б: '2', А: '1' } })
    const other = Object.fromEntries(
      Object.entries(body({ attributes: { А: '1', Б: '2' } })).reverse(),
    ) as OrderBody
    Object.assign(other, { total: '3000', placedAt: '2026-11-17T07:15:07.000Z' })
    other.payments![0]!.paidAt = '2026-11-17T10:16:00+03:00'
    expect(sameContent(readOrder(one).content, readOrder(other).content)).toBe(true)
    for (const change of [
      { placedAt: '2026-11-17T12:15:08+05:00' },
      { comment: 'x' },
      lines({ name: 'Другое' }),
      { attributes: { А: '1' } },
    ])
      expect(sameContent(readOrder(one).content, readOrder({ ...one, ...change }).content)).toBe(false)
  })

  it('keeps its dates as they were sent', () => {
    expect(content().placedAt).toBe('2026-11-17T12:15:07+05:00')
  })

  it('names every wrong field by its path, and what was probably meant by an unknown one', () => {
    const wrong = problems({
      ...body({ totl: '1', ...customer({ fulName: 'x' }), total: 3000 }),
      lines: [{ ...LINE, vat: '18', qty: '1' }],
    })
    expect(Object.keys(wrong).sort()).toEqual([
      '/customer/fulName',
      '/lines/0/qty',
      '/lines/0/vat',
      '/total',
      '/totl',
    ])
    expect(wrong['/totl']).toContain('«total»')
    expect(wrong['/customer/fulName']).toContain('«fullName»')
    expect(wrong['/lines/0/qty']).toContain('«quantity»')
    expect(problems({ ...body(), 'a/b~': 1 })).toHaveProperty('/a~1b~0')
  })

  it('has no id of a line, payment or customer with spaces around it, but may have such a one itself', () => {
    const order = {
      ...body({ id: 'o 1 ', ...customer({ id: 'o-4\u00a0' }) }),
      lines: [{ ...LINE, id: ' a' }],
    }
    order.payments![0]!.id += ' '
    expect(paths(order).sort()).toEqual(['/customer/id', '/lines/0/id', '/payments/0/id'])
    expect(readOrder(body({ id: 'o 1 ' }), 'o 1 ').id).toBe('o 1 ')
  })

  it('must be an object with all its required fields', () => {
    for (const nonsense of [null, 1, 'x', [], undefined]) expect(paths(nonsense)).toEqual([''])
    expect(paths({}).sort()).toEqual(
      [
        '/companyId',
        '/currency',
        '/customer',
        '/lines',
        '/placedAt',
        '/status',
        '/total',
        '/vatIncluded',
      ].sort(),
    )
    expect(paths(body({ comment: null }))).toEqual(['/comment'])
  })

  it('has the id of its address, in a batch one of its own', () => {
    expect(paths(body(), 'olv-18')).toEqual(['/id'])
    const { id: _, ...anonymous } = body()
    expect(readOrder(anonymous, 'olv-18').id).toBe('olv-18')
    expect(paths(anonymous)).toEqual(['/id'])
    expect(paths(anonymous, 'x'.repeat(201))).toEqual(['/id'])
    expect(readOrder(body({ id: 'я'.repeat(200) })).id).toHaveLength(200)
    for (const id of ['', 'a\u0000', 'a\nb', '\ud800']) expect(paths(body({ id }))).toEqual(['/id'])
  })

  it('has money of at most two decimals and eighteen digits, never a float, never negative', () => {
    for (const money of [
      '1e400',
      'NaN',
      '-1.00',
      '1.001',
      '1,50',
      ' 1',
      '',
      '.5',
      '1.',
      '9'.repeat(17),
      '9'.repeat(40),
      1500,
      Number.POSITIVE_INFINITY,
      null,
    ])
      expect(paths(body({ total: money }))).toEqual(['/total'])
    const most = `${'9'.repeat(16)}.99`
    expect(content({ ...lines({ quantity: '1', price: most, amount: most }), total: most }).total).toBe(most)
  })

  it('has quantities above zero of at most four decimals', () => {
    for (const quantity of ['0', '0.0000', '-1', '1.00001', '1e3', '', 2])
      expect(paths(body(lines({ quantity })))).toEqual(['/lines/0/quantity'])
    expect(
      content({ ...lines({ quantity: '0.0001', price: '10000.00', amount: '1.00' }), total: '1.00' })
        .lines[0]!.quantity,
    ).toBe('0.0001')
  })

  it('has units of ОКЕИ in one spelling: 0796 is 796', () => {
    const unit = (given: string) => content(lines({ unit: given })).lines[0]!.unit
    expect(['796', '0796', '0006', '006', '2541'].map(unit)).toEqual(['796', '796', '006', '006', '2541'])
    for (const wrong of ['', '79', '07960', 'шт', '79a'])
      expect(paths(body(lines({ unit: wrong })))).not.toEqual([])
  })

  it('knows the VAT rates of the contract', () => {
    for (const vat of VAT_RATES) expect(paths(body(lines({ vat })))).toEqual([])
    for (const vat of ['18', '20.00', '20%', '', 20, null])
      expect(paths(body(lines({ vat })))).toEqual(['/lines/0/vat'])
  })

  it('has dates that exist, with an offset', () => {
    for (const placedAt of [
      '2026-11-17T12:15:07',
      '2026-02-30T00:00:00Z',
      '2026-02-29T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-11-17T24:00:00Z',
      '17.11.2026',
      '2026-11-17T12:15:07+25:00',
    ])
      expect(paths(body({ placedAt }))).toEqual(['/placedAt'])
    for (const placedAt of [
      '2024-02-29T00:00:00Z',
      '2026-11-17T12:15+05:00',
      '2026-11-17T12:15:07.1234567-03:30',
    ])
      expect(paths(body({ placedAt }))).toEqual([])
  })

  it('takes names of ten thousand characters and control characters, but not U+0000', () => {
    expect(content(lines({ name: 'я'.repeat(10_000) })).lines[0]!.name).toHaveLength(10_000)
    expect(paths(body(lines({ name: 'я'.repeat(10_001) })))).toEqual(['/lines/0/name'])
    expect(content(lines({ name: 'a\u0001]]>\u0007b' })).lines[0]!.name).toBe('a\u0001]]>\u0007b')
    expect(paths(body(lines({ name: 'a\u0000' })))).toEqual(['/lines/0/name'])
    expect(paths(body(lines({ name: ' ' })))).toEqual(['/lines/0/name'])
  })

  it('has half a surrogate pair replaced as any writer of UTF-8 would', () => {
    expect(content({ comment: 'до \ud83d после', ...lines({ name: 'x\udc00' }) })).toMatchObject({
      comment: 'до \ufffd после',
      lines: [{ name: 'x\ufffd' }],
    })
    expect(content({ comment: 'целая \ud83d\ude00, и \\ud83d' }).comment).toBe(
      'целая \ud83d\ude00, и \\ud83d',
    )
  })

  it('of more lines than a document can hold is refused without looking through them', () => {
    expect(paths({ lines: Array.from({ length: 100_000 }, () => ({})) })).toEqual(['/lines'])
    expect(paths(body({ lines: [] }))).toEqual(['/lines'])
  })

  it('tells at most a hundred problems', () => {
    expect(paths(body({ lines: Array.from({ length: 500 }, () => ({ ...LINE, vat: 'x' })) })).length).toBe(
      100,
    )
  })

  it('has a customer of one of three kinds with the names of that kind', () => {
    const person = { id: 'p-1', kind: 'person', firstName: 'Иван', lastName: 'Иванов' }
    expect(paths(body({ customer: person }))).toEqual([])
    expect(paths(body({ customer: { ...person, kind: 'robot' } }))).toEqual(['/customer/kind'])
    expect(paths(body({ customer: { ...person, name: 'x' } }))).toEqual(['/customer/name'])
    expect(paths(body({ customer: { ...person, lastName: undefined } }))).toEqual(['/customer/lastName'])
    expect(paths(body(customer({ inn: '123', kpp: '1' }))).sort()).toEqual(['/customer/inn', '/customer/kpp'])
  })

  it('has a person’s name in parts or in one string, and it is the same person', () => {
    const of = (names: object): Order['customer'] =>
      content({ customer: { id: 'p-1', kind: 'person', inn: '500100732259', ...names } }).customer
    const parts = { firstName: 'Иван', lastName: 'Иванов', middleName: 'Иванович' }
    for (const name of ['Иванов Иван Иванович', ' Иван  Иванович Иванов '])
      expect(of({ name })).toEqual(of(parts))
    expect(JSON.stringify(of({ name: 'Иванов И. И.' }))).toBe(
      JSON.stringify(of({ lastName: 'Иванов', firstName: 'И.', middleName: 'И.' })),
    )
    // What can't be parted is kept as it came, and put back as it is read it is the same.
    const { lastName: _, firstName: __, ...whole } = of({ name: ' Анна ' }) as PersonCustomer
    expect(whole).toMatchObject({ name: 'Анна' })
    expect(of(whole)).toEqual(whole)
  })

  it('has no two names of a person', () => {
    const person = { id: 'p-1', kind: 'person', name: 'Иванов Иван' }
    expect(
      problems(body({ customer: { ...person, firstName: 'Иван' } } as object))['/customer/name'],
    ).toMatch(/либо name/)
    expect(paths(body({ customer: { ...person, middleName: '' } } as object))).toEqual(['/customer/name'])
    expect(paths(body({ customer: { ...person, name: ' ' } } as object))).toEqual(['/customer/name'])
    expect(paths(body({ customer: { ...person, name: undefined } } as object))).toEqual([
      '/customer/firstName',
      '/customer/lastName',
    ])
  })

  it('has payments that can be shown apart, and a date where one is paid', () => {
    const [payment] = body().payments!
    expect(paths(body({ payments: [payment, payment] }))).toEqual(['/payments/1/id'])
    expect(paths(body({ payments: [{ ...payment, paidAt: undefined }] }))).toEqual(['/payments/0/paidAt'])
    expect(paths(body({ payments: [{ ...payment, status: 'pending', paidAt: undefined }] }))).toEqual([])
  })

  it('has its status trimmed for the rules, its live gateways once each, its payments all', () => {
    const [payment] = body().payments!
    const payments = [
      payment,
      { ...payment, id: '2', status: 'refunded' },
      { ...payment, id: '3', status: 'failed', gateway: 'Б' },
      { ...payment, id: '4', status: 'pending', gateway: 'В' },
    ]
    expect(readOrder(body({ status: ' purchased ', payments }))).toMatchObject({
      status: 'purchased',
      gateways: ['CKassa', 'В'],
      paymentIds: ['pay-17', '2', '3', '4'],
      canceled: false,
    })
    for (const canceled of [{ status: 'canceled' }, { status: 'cancelled' }, { canceled: true }])
      expect(readOrder(body(canceled)).canceled).toBe(true)
  })

  it('has a schema that OpenAPI 3.1 can be made of', () => {
    const { $defs } = z.toJSONSchema(orderSchema) as {
      $defs: Record<string, { properties: object; required: string[] }>
    }
    expect(Object.keys($defs.OrderInput!.properties)).toContain('vatIncluded')
    expect($defs.OrderInput!.required).not.toContain('comment')
  })
})

it('the canonical form of a canonical order is itself', () => {
  const { order, content: text } = canonicalOrder(
    body({ attributes: { Б: ' 2 ', А: '' }, comment: ' x ' }),
    'olv-17',
  )
  expect(canonicalOrder(order as unknown as OrderBody, 'olv-17').content).toBe(text)
})
