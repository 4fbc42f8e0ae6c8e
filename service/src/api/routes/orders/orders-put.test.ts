import { expect, it } from 'vitest'
import {
  newPlatform,
  type Platform,
  sampleLine,
  sampleOrder,
  samplePayment,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

describeOnNewestPostgres('PUT /orders/{id}', pg => {
  const server = useServer(pg)
  let platform: Platform
  const fresh = async (): Promise<Platform> => {
    platform = await newPlatform(server)
    return platform
  }
  const path = (id: string): string => `/api/v1/orders/${encodeURIComponent(id)}`

  it('answers 201 with numberIn1c, revision and owedTo; the same again 200, unchanged', async () => {
    const { put, connect } = await fresh()
    const { id: one } = await connect()
    const { id: two } = await connect({ paymentrules: [{}] })
    const { id: other } = await connect({ paymentrules: [{ status: 'другой' }] })
    const made = await put('olv-17')
    expect(made.status).toBe(201)
    expect(made.body).toEqual({
      ...{ id: 'olv-17', numberIn1c: '1', revision: 1, changed: true },
      owedTo: expect.arrayContaining([one, two]),
      warnings: [],
    })
    expect(made.body.owedTo).not.toContain(other)
    expect(made.headers.get('etag')).toBe('"1"')
    const again = await put('olv-17')
    expect([again.status, again.body]).toEqual([200, { ...made.body, changed: false }])
    const next = await put('olv-18')
    expect(next.body).toMatchObject({ numberIn1c: '2', revision: 1 })
  })

  it('takes an order that gives cause for a warning, and answers it; so does a line of a batch', async () => {
    const { put, companyId } = await fresh()
    await put('a')
    const lines = [sampleLine({ name: 'Кофе' })]
    const warning = {
      code: 'item-id-reused',
      path: '/lines/0/id',
      message: expect.stringContaining('«Кофе»'),
    }
    const { status, body } = await put('b', { lines })
    expect([status, body.warnings]).toEqual([201, [warning]])
    const { body: answers } = await platform.batch([sampleOrder(companyId, { id: 'c', lines })])
    expect(answers[0]).toMatchObject({ status: 201, warnings: [warning] })
  })

  it('words warnings in English for who asks, those of one 1C too, and in the lines of a batch', async () => {
    const { put, connect, call, companyId } = await fresh()
    await connect({ client: 'rt' })
    await put('a')
    const delivery = { name: 'Courier', amount: '0.00', vat: 'none', address: '9 Main St' }
    const order = { lines: [sampleLine({ name: 'Tea' })], delivery }
    const english = { 'accept-language': 'en' }
    const { body } = await put('b', order, english)
    expect(body.warnings.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringMatching(/^Line 1: the id “svc-12” came with the name “.+” before, and with “Tea” now\. /),
      'The address “9 Main St” is kept as a requisite only, in no field of an address.',
    ])
    const line = JSON.stringify(sampleOrder(companyId, { id: 'b', ...order }))
    const type = { 'content-type': 'application/x-ndjson' }
    const batch = await call('POST', '/api/v1/orders:batch', line, { ...type, ...english })
    expect(batch.body[0].warnings).toEqual(body.warnings)
  })

  it('answers a person’s name in one string in its parts; in parts it is the same order', async () => {
    const { put, call } = await fresh()
    const parts = { lastName: 'Иванов', firstName: 'Иван', middleName: 'Иванович' }
    const made = await put('o', { customer: { id: 'p', kind: 'person', name: 'Иван Иванович Иванов' } })
    expect(made.body).toMatchObject({ customer: parts, warnings: [] })
    const again = await put('o', { customer: { id: 'p', kind: 'person', ...parts } })
    expect(again.body).toMatchObject({ changed: false, revision: 1 })
    expect(again.body).not.toHaveProperty('customer')
    expect((await call('GET', path('o'))).body.customer).toEqual({ id: 'p', kind: 'person', ...parts })
    const whole = await put('w', { customer: { id: 'w', kind: 'person', name: 'Анна' } })
    expect(whole.body).not.toHaveProperty('customer')
    expect((await call('GET', path('w'))).body.customer).toEqual({ id: 'w', kind: 'person', name: 'Анна' })
  })

  it.each([
    ['a comment', { comment: 'иначе' }],
    ['the status', { status: 'paid' }],
    ['a payment', { payments: [samplePayment({ status: 'refunded' })] }],
    ['the offset of another moment', { placedAt: '2026-11-17T12:15:07+06:00' }],
    ['one attribute', { attributes: { Подразделение: 'Север' } }],
  ])('raises the revision for %s', async (_what, change) => {
    const { put } = await fresh()
    await put('o')
    expect((await put('o', change)).body).toMatchObject({ revision: 2, changed: true, numberIn1c: '1' })
    expect((await put('o')).body).toMatchObject({ revision: 3, changed: true, numberIn1c: '1' })
  })

  it('guards a revision by If-Match and If-None-Match, * included: 412 on conflict', async () => {
    const { put } = await fresh()
    const refused = async (header: string, value: string) => {
      const { status, body } = await put('o', {}, { [header]: value })
      expect([status, body.code]).toEqual([412, 'revision-mismatch'])
      return body.detail
    }
    expect(await refused('if-match', '"1"')).toBe(
      'Заказа «o» ещё нет, а запрос требует версию 1. Повторите без If-Match.',
    )
    expect(await refused('if-match', '*')).toBe(
      'Заказа «o» ещё нет, а запрос требует, чтобы он был. Повторите без If-Match.',
    )
    expect((await put('o', {}, { 'if-none-match': '*' })).status).toBe(201)
    expect(await refused('if-none-match', '*')).toBe(
      'Заказ «o» уже есть (версия 1), а запрос требует, чтобы его не было. Измените его без If-None-Match или отправьте новый под другим id.',
    )
    expect(await refused('if-match', '"7"')).toBe(
      'У заказа «o» сейчас версия 1, а запрос требует версию 7. Прочитайте заказ заново и повторите.',
    )
    const second = await put('o', { comment: '2' }, { 'if-match': '"1"' })
    expect([second.status, second.headers.get('etag')]).toEqual([200, '"2"'])
    const late = await put('o', { comment: '3' }, { 'if-match': '"1"' })
    expect([late.status, late.body.code]).toEqual([412, 'revision-mismatch'])
    expect((await put('o', { comment: '2' }, { 'if-match': '"2"' })).body).toMatchObject({ changed: false })
    expect((await put('o', {}, { 'if-match': 'x' })).status).toBe(422)
  })

  it('takes any id of 1 to 200 characters, as it is', async () => {
    const { put, call } = await fresh()
    const ids = ['a/b', '50%', 'Заказ № 1', 'a b+c', 'x'.repeat(200), 'я'.repeat(200), '🍎', 'a?b#c']
    for (const id of [...ids, '%2F', 'olv/17/resend', ':batch', "o'; drop table sale_order; --"]) {
      const made = await put(id)
      expect([made.status, made.body.id]).toEqual([201, id])
      const got = await call('GET', path(id))
      expect([got.status, got.body.id]).toEqual([200, id])
      expect((await call('GET', `${path(id)}/exports`)).status).toBe(200)
    }
    const long = await put('x'.repeat(201))
    expect([long.status, long.body.errors]).toEqual([
      422,
      expect.arrayContaining([expect.objectContaining({ path: '/id' })]),
    ])
    expect((await call('GET', path('x'.repeat(201)))).status).toBe(404)
  })
})
