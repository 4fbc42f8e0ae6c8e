import { expect, it } from 'vitest'
import { type Connected1C, newPlatform, oneC, sampleOrder } from '../../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

const EVERY = { paymentrules: [{}] }

describeOnNewestPostgres('which orders are owed', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  const owedTo = async (id: string): Promise<string[]> =>
    (await platform.call('GET', `/api/v1/orders/${id}`)).body.owedTo
  const patch = (one: Connected1C, change: object) =>
    platform.call('PATCH', `/api/v1/integrations/${one.id}`, change)
  const change = async (one: Connected1C, settings: object) => {
    const answer = await patch(one, {
      settings: { paymentmethodname: 'Карта', paymentrules: [{}], ...settings },
    })
    expect(answer.status).toBe(200)
  }
  /** query without success: a 1C was offered what it is owed. */
  const offer = async (one: Connected1C) => {
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    await ask('query', { cookie })
    return () => ask('success', { cookie })
  }

  it('that exist already are owed to a new 1C, from ordersfrom on by the clock of the location', async () => {
    await platform.put('before', { placedAt: '2026-11-16T23:59:59+05:00' })
    await platform.put('after', { placedAt: '2026-11-16T19:00:00Z' })
    await platform.put('else', { status: 'new' })
    const all = await platform.connect()
    const from = await platform.connect({ ordersfrom: '2026-11-17' })
    expect(await owedTo('before')).toEqual([all.id])
    expect((await owedTo('after')).sort()).toEqual([all.id, from.id].sort())
    expect(await owedTo('else')).toEqual([])
    expect(await oneC(server, from).exchange()).toEqual(['2'])
  })

  it('confirmed, are followed through every later change, whatever the rules say (O7)', async () => {
    const one = await platform.connect()
    await platform.put('o')
    expect(await oneC(server, one).exchange()).toEqual(['1'])
    expect(await owedTo('o')).toEqual([])
    expect((await platform.put('o')).body.owedTo).toEqual([])
    for (const changes of [{ status: 'closed' }, { status: 'canceled' }, { payments: [], status: 'x' }]) {
      expect((await platform.put('o', changes)).body.owedTo).toEqual([one.id])
      expect(await oneC(server, one).exchange()).toEqual(['1'])
    }
  })

  it.each([
    ['refunded', (_: Connected1C) => platform.put('o', { status: 'refunded', payments: [] })],
    ['canceled', (_: Connected1C) => platform.put('o', { status: 'canceled' })],
    [
      'closed',
      async (one: Connected1C) => {
        await change(one, { paymentrules: [{ status: 'other' }] })
        return platform.put('o', { status: 'closed' })
      },
    ],
  ])('sent to the end and then %s, go on to that 1C though its success never came', async (status, leave) => {
    const one = await platform.connect()
    const other = await platform.connect({ paymentrules: [{ status: 'other' }] })
    await platform.put('o')
    await offer(one)
    expect((await leave(one)).body.owedTo).toEqual([one.id])
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    expect((await ask('query', { cookie })).text).toContain(`<Значение>${status}</Значение>`)
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(await owedTo('o')).toEqual([])
    expect(await oneC(server, other).exchange()).toEqual([])
  })

  it('canceled before any 1C was offered them, go to none, nor to later 1C bases', async () => {
    await platform.connect(EVERY)
    for (const [id, changes] of [
      ['a', { status: 'canceled' }],
      ['b', { status: 'cancelled' }],
      ['c', { canceled: true }],
    ] as const) {
      await platform.put(`${id}-changed`)
      expect((await platform.put(`${id}-changed`, changes)).body.owedTo).toEqual([])
      expect((await platform.put(id, changes)).body).toMatchObject({ changed: true, owedTo: [] })
    }
    const late = await platform.connect(EVERY)
    expect(await oneC(server, late).exchange()).toEqual([])
    // No longer canceled, it is an ordinary order.
    expect((await platform.put('a')).body.owedTo).toHaveLength(2)
  })

  it('may change placedAt until they were offered; then 409, also without success (F2.4)', async () => {
    const one = await platform.connect()
    await platform.put('o')
    const later = { placedAt: '2026-11-18T12:15:07+05:00' }
    expect((await platform.put('o', later)).status).toBe(200)
    // A preview is no offer.
    await platform.call('GET', `/api/v1/integrations/${one.id}/preview`)
    expect((await platform.put('o')).status).toBe(200)
    await offer(one)
    const refused = await platform.put('o', later)
    expect([refused.status, refused.body.code]).toEqual([409, 'placed-at-fixed'])
    expect((await platform.put('o', { placedAt: '2026-11-17T10:15:07+03:00', comment: 'x' })).status).toBe(
      200,
    )
  })

  it('follow changed settings: what was confirmed stays followed, the rest by new rules', async () => {
    const one = await platform.connect(EVERY)
    await platform.put('confirmed')
    await oneC(server, one).exchange()
    await platform.put('card')
    await platform.put('new', { status: 'new' })
    await change(one, { paymentrules: [{ status: 'new' }] })
    expect([await owedTo('confirmed'), await owedTo('card'), await owedTo('new')]).toEqual([[], [], [one.id]])
    expect((await platform.put('confirmed', { comment: 'x' })).body.owedTo).toEqual([one.id])
    await change(one, {
      paymentrules: [{ status: 'purchased' }],
      schemaversion: '2.05',
    })
    expect(await owedTo('card')).toEqual([one.id])
    expect(await owedTo('new')).toEqual([])
    expect(await oneC(server, one).exchange()).toEqual(['2', '1'])
    // Viewing the XML makes nothing owed.
    await change(one, { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Иначе' })
    expect(await oneC(server, one).exchange()).toEqual([])
  })

  it('of an earlier month come last, also to a 1C connected later, and when asked for again', async () => {
    const now = Date.now()
    await platform.put('earlier', { placedAt: new Date(now - 40 * 86_400_000).toISOString() })
    await platform.put('current', { placedAt: new Date(now).toISOString() })
    const one = await platform.connect()
    await expect.poll(() => owedTo('earlier')).toEqual([one.id])
    expect(await oneC(server, one).exchange()).toEqual(['2', '1'])
    // As they were put in the month that they are of.
    await server.db.query('update outbox_entry set risky = false')
    for (const id of ['earlier', 'current'])
      await platform.call('POST', `/api/v1/orders/${id}/resend`, { integrationId: one.id })
    expect(await oneC(server, one).exchange()).toEqual(['2', '1'])
  })

  it('asked for again, are owed again; a success of what was given out before does not count', async () => {
    const one = await platform.connect()
    const resend = (id: string, integrationId = one.id) =>
      platform.call('POST', `/api/v1/orders/${id}/resend`, { integrationId })
    await platform.put('o')
    await oneC(server, one).exchange()
    const again = await resend('o')
    expect([again.status, again.body]).toMatchObject([200, { id: 'o', revision: 1, owedTo: [one.id] }])
    const success = await offer(one)
    expect((await resend('o')).status).toBe(200)
    expect((await success()).text).toBe('success')
    expect(await owedTo('o')).toEqual([one.id])
    expect(await oneC(server, one).exchange()).toEqual(['1'])
    await platform.put('not', { status: 'new' })
    const refused = await resend('not')
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      ...[409, 'resend-not-matching'],
      expect.stringContaining('purchased'),
    ])
    expect((await resend('nothing')).status).toBe(404)
    expect((await resend('o', '00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await platform.call('POST', '/api/v1/orders/o/resend', {})).status).toBe(422)
    const elsewhere = await (await newPlatform(server)).connect()
    expect((await resend('o', elsewhere.id)).status).toBe(404)
  })

  it('are shown in preview as the next query would give them, with nothing marked', async () => {
    const one = await platform.connect()
    await platform.put('a')
    await platform.put('b')
    const preview = async (query = '') =>
      platform.call('GET', `/api/v1/integrations/${one.id}/preview${query}`)
    const shown = await preview()
    expect(shown.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(shown.text.match(/<Номер>\d+<\/Номер>/g)).toEqual(['<Номер>1</Номер>', '<Номер>2</Номер>'])
    expect((await preview('?limit=1')).text.match(/<Документ>/g)).toHaveLength(1)
    const { body } = await platform.call('GET', '/api/v1/orders/a/exports')
    expect(body.items).toMatchObject([{ state: 'owed', offeredAt: null, pendingRevision: 1 }])
    const { ask, signIn } = oneC(server, one)
    const real = await ask('query', { cookie: await signIn() })
    const day = (xml: string): string => xml.replace(/ДатаФормирования="[^"]*"/, '')
    expect(day(real.text)).toBe(day(shown.text))
  })

  it('are all in preview that the next query would give, unless it is asked for fewer', async () => {
    const one = await platform.connect()
    const orders = Array.from({ length: 51 }, (_, n) => sampleOrder(platform.companyId, { id: `o-${n}` }))
    const { body } = await platform.batch(orders)
    expect(body.filter(({ status }: { status: number }) => status === 201)).toHaveLength(51)
    const preview = async (query = '', of = one) =>
      platform.call('GET', `/api/v1/integrations/${of.id}/preview${query}`)
    const documents = (xml: string): number => xml.match(/<Документ>/g)?.length ?? 0
    const whole = await preview()
    expect([documents(whole.text), whole.headers.get('x-order-count')]).toEqual([51, '51'])
    expect(documents((await preview('?limit=50')).text)).toBe(50)
    expect(documents((await preview('?limit=50000')).text)).toBe(51)
    expect((await preview('?limit=50001')).status).toBe(422)
    const { ask, signIn } = oneC(server, one)
    expect(documents((await ask('query', { cookie: await signIn() })).text)).toBe(51)
    const smaller = await platform.connect({ batchlimit: 7 })
    await expect.poll(async () => documents((await preview('', smaller)).text)).toBe(7)
  })
})
