import { beforeAll, expect, it } from 'vitest'
import { newPlatform, oneC, type Platform, samplePayment } from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnEachPostgres } from '../../../../test/support/databases.js'

const REFS = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

describeOnEachPostgres('/integrations/{id}/reconciliation', pg => {
  const server = useServer(pg)
  let platform: Platform
  let path: string
  let integrationId: string
  /** Orders by the state that the last readings found, as a reading would have stored them. */
  beforeAll(async () => {
    platform = await newPlatform(server)
    const connected = await platform.connect({ paymentrules: [{}] })
    integrationId = connected.id
    path = `/api/v1/integrations/${connected.id}/reconciliation`
    const put = async (id: string, changes: object) =>
      expect((await platform.put(id, changes)).body.errors).toBeUndefined()
    const paid = (changes: object = {}) => [
      samplePayment({ id: 'told', ...changes }),
      samplePayment({ id: 'later', status: 'pending', amount: '500.00' }),
    ]
    const placed = ['2026-09-30T23:59:59+05:00', '2026-10-01T00:00:00+05:00', '2026-11-02T12:00:00+05:00']
    for (const [n, state] of ['agrees', 'missing', 'doubled', 'differs', 'unread'].entries())
      await put(state, { placedAt: placed[Math.min(n, 2)]!, payments: n === 0 ? paid() : [] })
    await put('canceled', { placedAt: placed[2], payments: [] })
    await oneC(server, connected).exchange()
    await put('canceled', { placedAt: placed[2], payments: [], canceled: true })
    const refund = { id: 'r', amount: '100.00', refundedAt: '2026-11-18T12:00:00+05:00' }
    await put('agrees', { placedAt: placed[0], payments: paid({ refunds: [refund] }) })
    await put('never-sent', { placedAt: placed[2] })
    const { rows } = await server.db.query<{ key: number; id: string; integration: number }>(
      `select o.key, o.id, e.integration_key as integration
         from sale_order o join outbox_entry e on e.order_key = o.key where e.first_sent_at is not null`,
    )
    const keys = new Map(rows.map(({ id, key }) => [id, key]))
    const { integration } = rows[0]!
    const judged = async (id: string, state: string, reason: string | null, differences: object[] = []) =>
      server.db.query(
        `insert into reconciliation (integration_key, order_key, state, reason, differences, seen_at, reading)
         values ($1, $2, $3, $4, $5, now(), 2)`,
        [integration, keys.get(id), state, reason, JSON.stringify(differences)],
      )
    const document = async (id: string, n: number, changes: object = {}) => {
      const row = {
        ...{
          integration_key: integration,
          order_key: keys.get(id),
          ref: REFS(n),
          kind: 'Счет',
          marked: true,
        },
        ...{ number: `0000-00000${n}`, date: `2026-11-0${n}T10:00:00`, posted: true, total: '3000.00' },
        ...{ earlier_versions: [], deleted: false, gone: false, weak: false, status: 'Оплачен', reading: 2 },
        ...{ seen_at: new Date(), ...changes },
      }
      await server.db.query(
        'insert into read_document select * from json_populate_record(null::read_document, $1)',
        [JSON.stringify(row)],
      )
    }
    await judged('agrees', 'agrees', null)
    await document('agrees', 1)
    await judged('missing', 'missing', null)
    await document('missing', 2, { gone: true })
    await judged('doubled', 'doubled', null)
    await document('doubled', 3)
    await document('doubled', 4)
    const total = { what: 'total', platform: '3000.00', in1c: '2900.00' }
    await judged('differs', 'differs', null, [total, { what: 'unposted', platform: null, in1c: null }])
    await document('differs', 5, { total: '2900.00', posted: false })
    await judged('canceled', 'not-loaded', 'canceled')
    const related = (n: number, type: string, sum: string, posted = true) =>
      server.db.query(
        `insert into read_related (integration_key, document, ref, type, kind, total, posted, reading, seen_at)
         values ($1, $2, gen_random_uuid(), $3, 'Оплата', $4, $5, 2, now())`,
        [integration, REFS(n), type, sum, posted],
      )
    await related(1, 'payment', '3000.00')
    await related(1, 'payment', '77.00', false)
    await related(1, 'refund', '100.00')
    await related(1, 'shipment', '3000.00')
  })
  const get = async (query = '') => (await platform.call('GET', path + query)).body
  const ids = ({ items }: { items: { orderId: string }[] }) => items.map(({ orderId }) => orderId)

  it('lists every order that 1C was sent, newest first, page by page and by state', async () => {
    const all = ['canceled', 'unread', 'differs', 'doubled', 'missing', 'agrees']
    expect(ids(await get())).toEqual(all)
    const first = await get('?limit=4')
    expect(ids(first)).toEqual(all.slice(0, 4))
    const second = await get(`?limit=4&cursor=${first.next}`)
    expect([ids(second), second.next]).toEqual([all.slice(4), null])
    expect(ids(await get('?state=missing'))).toEqual(['missing'])
    expect(ids(await get('?state=unknown'))).toEqual(['unread'])
    expect(ids(await get('?from=2026-10-01&to=2026-10-31'))).toEqual(['missing'])
    expect((await platform.call('GET', `${path}?state=lost`)).status).toBe(422)
  })

  it('says what both sides have of an order, and what to do', async () => {
    const { items } = await get()
    const [order] = (await platform.call('GET', '/api/v1/orders/missing/exports')).body.items
    expect(order.reconciliation).toBe('missing')
    const [canceled, unread, differs, doubled, missing, agrees] = items
    expect(agrees).toMatchObject({
      ...{ total: '3000.00', paid: '2900.00', currency: 'RUB', state: 'agrees', differences: [] },
      documents: [
        {
          ...{ number: '0000-000001', date: '2026-11-01T10:00:00', total: '3000.00', paid: '2900.00' },
          ...{ status: 'Оплачен', posted: true, deleted: false },
        },
      ],
      message: 'Всё сходится: в 1С есть № 0000-000001 от 01.11.2026.',
    })
    expect(missing).toMatchObject({ documents: [], message: expect.stringMatching(/№ \d+.*выгрузите/) })
    expect(doubled.message).toMatch(/№ 0000-000003 от 03\.11\.2026 и № 0000-000004 от 04\.11\.2026/)
    expect(differs.differences).toHaveLength(2)
    expect(differs.message.replaceAll('\u00a0', ' ')).toMatch(
      /сумма в нём 2 900,00 ₽, а на платформе 3 000,00 ₽; он не проведён\./,
    )
    expect(unread).toMatchObject({
      state: 'unknown',
      seenAt: null,
      message: expect.stringContaining('ещё не'),
    })
    expect(canceled.message).toContain('отменили раньше')
  })

  it('adds up both sides of the period, without what is canceled, whatever the page', async () => {
    const { totals } = await get('?limit=1&state=doubled')
    expect(totals).toEqual({
      ...{ orders: 6, exact: true, currency: 'RUB' },
      states: { agrees: 1, missing: 1, doubled: 1, differs: 1, 'not-loaded': 1, unknown: 1 },
      platform: { total: '15000.00', paid: '2900.00' },
      in1c: { total: '11900.00', paid: '2900.00' },
    })
    expect((await get('?to=2026-09-30')).totals).toMatchObject({ orders: 1, in1c: { total: '3000.00' } })
    expect((await get('?to=2020-01-01')).totals).toMatchObject({ orders: 0, in1c: { total: '0.00' } })
  })

  it('does not call a sum what is of several currencies', async () => {
    await server.db.query("update sale_order set currency = 'USD' where id = 'agrees'")
    expect((await get()).totals.currency).toBeNull()
    expect((await get('?to=2026-09-30')).totals.currency).toBe('USD')
    await server.db.query("update sale_order set currency = 'RUB' where id = 'agrees'")
  })

  it('is a file, too', async () => {
    const csv = await platform.call('GET', `${path}.csv?state=differs`)
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="sverka.csv"')
    expect(csv.text.split('\n')[1]).toMatch(
      /,differs,.*,3000\.00,.*,расходится,0000-000005,2026-11-05,2900\.00,0\.00,/,
    )
    const xlsx = await platform.call('GET', `${path}.xlsx?language=en`)
    expect(xlsx.headers.get('content-disposition')).toBe('attachment; filename="reconciliation.xlsx"')
  })

  it('is told of every 1C that is read, and of no other', async () => {
    const overview = async () =>
      (await platform.call('GET', '/api/v1/reconciliation?from=2026-10-01')).body.items
    expect(await overview()).toEqual([])
    const reading = { url: 'https://1c.invalid/base', login: 'x', password: 'x', enabled: false }
    await platform.call('PUT', path.replace('reconciliation', 'reading'), reading)
    expect(await overview()).toEqual([
      {
        ...{ integrationId, integrationName: 'Бухгалтерия', readAt: null },
        ...{ companyId: platform.companyId, companyName: 'ООО «Ромашка»' },
        totals: expect.objectContaining({ orders: 5 }),
      },
    ])
    const unpublished = ['AccumulationRegister_ОплатаСчетов_RecordType', 'Document_ОплатаПлатежнойКартой']
    const totals = { ...(await get('')).totals, orders: 17 }
    await server.db.query('update reading set last_reading = $1', [JSON.stringify({ unpublished, totals })])
    const shown = [(await get('')).totals.orders, (await get('?from=2026-10-01')).totals.orders]
    expect(shown, 'added up once a reading; of a period as it is').toEqual([17, 5])
    expect((await get('?state=agrees')).items[0].documents[0]).toMatchObject({ total: '3000.00', paid: null })
  })
})
