import { expect, it } from 'vitest'
import { newPlatform, oneC, startTestServer } from '../../support/app/test-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { failing, openReceiver, verify } from '../../support/webhooks/receiver.js'
import { useWebhooks, WITHIN } from '../../support/webhooks/webhook-test.js'

describeOnNewestPostgres('webhooks', pg => {
  const t = useWebhooks(pg)

  it('stop at 410, and then get only what happens after they are resumed, unless replayed', async () => {
    const kassa = await t.platform.connect()
    const webhook = await t.make()
    t.receiver.answer = response => void response.writeHead(410).end()
    const from = new Date(Date.now() - 60_000).toISOString()
    await t.exported(kassa, 'a')
    await expect.poll(async () => (await t.get(webhook.id)).state, WITHIN).toBe('disabled')
    expect(await t.get(webhook.id)).toMatchObject({ stateReason: 'gone' })
    await t.exported(kassa, 'b')
    t.receiver.answer = failing(() => false)
    await t.call('POST', `/${webhook.id}/test`)
    await expect
      .poll(() => t.receiver.received.map(({ event }) => event.type), WITHIN)
      .toEqual(['order.exported', 'test'])
    expect((await t.call('PATCH', `/${webhook.id}`, { enabled: true })).body).toMatchObject({
      state: 'active',
    })
    const to = new Date(Date.now() + 60_000).toISOString()
    const replay = await t.call('POST', `/${webhook.id}/replay`, { from, to, types: ['order.exported'] })
    expect(replay).toMatchObject({ status: 202, body: { events: 2 } })
    await expect
      .poll(
        () =>
          t.receiver.received
            .slice(2)
            .map(({ event }) => event.data.orderId)
            .toSorted(),
        WITHIN,
      )
      .toEqual(['a', 'b'])
  })

  it('keep the events of an order in order: a failed one holds back those of its order alone', async () => {
    const kassa = await t.platform.connect()
    const webhook = await t.make()
    t.receiver.answer = failing(({ event }) => event.data.orderId === 'a')
    await t.exported(kassa, 'a', 'b')
    // Nothing is tried again before the test has looked.
    const putOff = () =>
      t.db.query(
        `update webhook_attempt set due_at = now() + interval '1 hour' where state = 'pending' and number > 1 returning id`,
      )
    await expect.poll(async () => (await putOff()).rows, WITHIN).toHaveLength(1)
    await t.platform.put('a', { number: 'a', comment: 'изменён' })
    await t.platform.put('b', { number: 'b', comment: 'изменён' })
    await oneC(t.server, kassa).exchange()
    const seen = (id: string) =>
      t.receiver.received
        .filter(({ event }) => event.data.orderId === id)
        .map(({ event }) => event.data.revision)
    await expect.poll(() => seen('b'), WITHIN).toEqual([1, 2])
    await expect.poll(() => seen('a'), WITHIN).toEqual([1])
    const [failed] = await t.attempts(webhook.id, 'failed')
    expect(failed).toMatchObject({ orderId: 'a', number: 1, status: 500, failure: 'status' })
    expect(await t.attempts(webhook.id, 'pending')).toMatchObject([
      { orderId: 'a', number: 1, status: null },
      { orderId: 'a', number: 2, status: null },
    ])
    t.receiver.answer = failing(() => false)
    await t.call('POST', `/${webhook.id}/attempts/${failed.id}/retry`)
    await expect.poll(() => seen('a'), WITHIN).toEqual([1, 1, 2])
    const ids = t.receiver.received
      .filter(({ event }) => event.data.orderId === 'a')
      .map(c => c.headers['webhook-id'])
    expect(ids[0]).toBe(ids[1])
    const one = (await t.call('GET', `/${webhook.id}/attempts/${failed.id}`)).body
    expect(one.request.headers['webhook-id']).toBe(ids[0])
    expect(JSON.parse(one.request.body)).toEqual(
      t.receiver.received.find(c => c.event.data.orderId === 'a')!.event,
    )
  })

  it('go only where the operator lets them, those made before too', async () => {
    await t.server[Symbol.asyncDispose]()
    t.server = await startTestServer(t.db, {
      allowPrivateAddresses: 'yes',
      webhookHosts: ['hooks.example.ru'],
    })
    t.platform = await newPlatform(t.server)
    const webhook = await t.make({ url: 'https://hooks.example.ru/in' })
    expect(
      await t.call('PATCH', `/${webhook.id}`, { url: 'https://hooks.example.ru:8443/in' }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/url', message: expect.stringContaining('WEBHOOK_HOSTS') }] },
    })
    await t.db.query('update webhook set url = $2 where id = $1', [webhook.id, t.receiver.url])
    await t.call('POST', `/${webhook.id}/test`)
    await expect
      .poll(() => t.attempts(webhook.id, 'failed'), WITHIN)
      .toMatchObject([{ failure: 'host-not-allowed', status: null }])
    expect(t.receiver.received).toEqual([])
  })

  it('of two servers tell each event once', async () => {
    await using other = await startTestServer(t.db, { allowPrivateAddresses: 'yes' })
    const kassa = await t.platform.connect()
    const webhook = await t.make()
    await t.put(...Array.from({ length: 30 }, (_, index) => `o-${index}`))
    await oneC(other, kassa).exchange()
    await expect
      .poll(async () => (await t.get(webhook.id)).pending === 0 && t.receiver.received.length, WITHIN)
      .toBe(30)
    expect(new Set(t.receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(30)
  })

  it('are signed with each earlier secret for 24 hours, with the newest five at most', async () => {
    const webhook = await t.make()
    const rotate = async (): Promise<string> => (await t.call('POST', `/${webhook.id}/secret`)).body.secret
    const secrets: string[] = [webhook.secret, await rotate(), await rotate()]
    /** Which of the secrets the next message is signed with, the first being 0. */
    const signing = async (): Promise<number[]> => {
      const before = t.receiver.received.length
      await t.call('POST', `/${webhook.id}/test`)
      await expect.poll(() => t.receiver.received.length, WITHIN).toBe(before + 1)
      const message = t.receiver.received.at(-1)!
      return [...secrets.keys()].filter(index => {
        try {
          return verify(secrets[index]!, message)
        } catch {
          return false
        }
      })
    }
    expect(await signing()).toEqual([0, 1, 2])
    const later = (hours: number) =>
      t.db.query(
        `update webhook
            set old_secret_until = old_secret_until - make_interval(hours => $1),
                older_secrets = (select jsonb_agg(jsonb_set(one, '{until}', to_jsonb((one->>'until')::timestamptz - make_interval(hours => $1))))
                                   from jsonb_array_elements(older_secrets) one)`,
        [hours],
      )
    await later(12)
    secrets.push(await rotate())
    expect(await signing()).toEqual([0, 1, 2, 3])
    await later(12)
    expect(await signing()).toEqual([2, 3])
    for (let more = 0; more < 4; more++) secrets.push(await rotate())
    expect(await signing()).toEqual([3, 4, 5, 6, 7])
  })

  it('are delivered by another server when one dies in the middle', async () => {
    const webhook = await t.make()
    const reached = new Promise<void>(resolve => {
      t.receiver.answer = () => resolve()
    })
    await t.call('POST', `/${webhook.id}/test`)
    await reached
    // As a killed server leaves it: its locks stay, it is seen no more.
    await t.server[Symbol.asyncDispose]()
    await t.db.query(`update webhook_attempt set leased_until = now()`)
    await t.db.query(`insert into job_server (pool_id, seen_at) values ('dead', now() - interval '1 minute')`)
    await t.db.query(`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now()`)
    await t.db.query(`select graphile_worker.add_job('sweep', job_key => 'of a server that never beat')`)
    await t.db.query(`update graphile_worker._private_jobs set locked_by = 'none', locked_at = now() - interval '1 hour'
                       where key = 'of a server that never beat'`)
    t.receiver.answer = failing(() => false)
    t.server = await startTestServer(t.db, { allowPrivateAddresses: 'yes' })
    await expect.poll(() => t.receiver.received.length, WITHIN).toBe(2)
    const locked = () => t.db.query(`select from graphile_worker.jobs where locked_by = 'none'`)
    await expect.poll(async () => (await locked()).rowCount, WITHIN).toBe(0)
  })

  it('take an endless answer for what its status says, and read a part of it', async () => {
    const webhook = await t.make()
    t.receiver.answer = response => {
      response.writeHead(200)
      response.on('error', () => undefined)
      const more = (): void => {
        while (response.write('x'.repeat(10_000)));
        response.once('drain', more)
      }
      more()
    }
    await t.call('POST', `/${webhook.id}/test`)
    await expect.poll(() => t.attempts(webhook.id, 'delivered'), WITHIN).toHaveLength(1)
    const [attempt] = await t.attempts(webhook.id, 'delivered')
    const { answer } = (await t.call('GET', `/${webhook.id}/attempts/${attempt.id}`)).body
    expect(answer.body).toBe('x'.repeat(4000))
  })

  it('that have just failed get one attempt at a time, which leaves room for those that have not', async () => {
    await t.server[Symbol.asyncDispose]()
    // Longer than this test waits: no attempt ends by itself.
    t.server = await startTestServer(t.db, { allowPrivateAddresses: 'yes', webhookTimeoutSeconds: 120 })
    await using hanging = await openReceiver()
    hanging.answer = () => {}
    for (let location = 1; location <= 3; location++) {
      t.platform = await newPlatform(t.server)
      const kassa = await t.platform.connect()
      const webhook = await t.make({ url: hanging.url })
      await t.db.query('update webhook set failures = 1 where id = $1', [webhook.id])
      await t.exported(kassa, 'a', 'b')
      await expect.poll(() => hanging.received.length, WITHIN).toBe(location)
    }
    t.platform = await newPlatform(t.server)
    const other = await t.platform.connect()
    await t.make()
    await t.exported(other, 'e', 'f', 'g')
    await expect.poll(() => t.receiver.received.length, WITHIN).toBe(3)
    expect(hanging.received).toHaveLength(3)
  })

  it('report what 1C confirmed, signed for the public library', async () => {
    const kassa = await t.platform.connect()
    const webhook = await t.make({ types: ['order.exported'] })
    await t.exported(kassa, 'olv-17')
    await expect.poll(() => t.receiver.received.length, WITHIN).toBe(1)
    const [first] = t.receiver.received
    const { items } = (await t.platform.call('GET', '/api/v1/events?types=order.exported')).body
    expect(verify(webhook.secret, first!)).toEqual({
      id: items[0].id,
      type: 'order.exported',
      timestamp: items[0].createdAt,
      data: { integrationId: kassa.id, orderId: 'olv-17', ...items[0].data },
    })
    expect(() => verify('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', first!)).toThrow()
    expect((await t.call('GET', '')).text).not.toContain('whsec_')
  })

  it.each([
    ['hangs', 'timeout', () => {}],
    [
      'redirects',
      'redirect',
      (r: import('node:http').ServerResponse) => void r.writeHead(302, { location: '/' }).end(),
    ],
    ['breaks off', 'connection-failed', (r: import('node:http').ServerResponse) => void r.destroy()],
  ])('count a receiver that %s as failed, and try it again later', async (_what, failure, answer) => {
    if (failure === 'timeout') {
      // Only what never answers may be waited for so briefly.
      await t.server[Symbol.asyncDispose]()
      t.server = await startTestServer(t.db, { allowPrivateAddresses: 'yes', webhookTimeoutSeconds: 1 })
      t.platform = await newPlatform(t.server)
    }
    const webhook = await t.make()
    t.receiver.answer = answer
    const kassa = await t.platform.connect()
    await t.exported(kassa, 'a')
    await expect
      .poll(() => t.attempts(webhook.id, 'failed'), WITHIN)
      .toMatchObject([{ failure, orderId: 'a' }])
    expect(await t.attempts(webhook.id, 'pending')).toMatchObject([{ number: 2, orderId: 'a' }])
    expect(t.receiver.received).toHaveLength(1)
  })
})
