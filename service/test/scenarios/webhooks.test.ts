import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.js'
import { EVENTS_CHANNEL } from '../../src/events/event.js'
import {
  newPlatform,
  oneC,
  type Platform,
  startTestServer,
  type TestServer,
} from '../support/app/test-server.js'
import { describeOnEachPostgres } from '../support/databases.js'
import { failing, openReceiver, type Receiver, verify } from '../support/webhooks/receiver.js'

const WITHIN = { timeout: 60_000, interval: 50 }

describeOnEachPostgres('webhooks', pg => {
  let db: Database
  let server: TestServer
  let platform: Platform
  let receiver: Receiver
  beforeEach(async () => {
    db = await pg.freshDatabase()
    server = await startTestServer(db, { webhookAllowPrivate: 'yes', webhookPauseAfter: 3 })
    platform = await newPlatform(server)
    receiver = await openReceiver()
  })
  afterEach(async () => {
    await receiver[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
  })
  const make = async (input: object = {}) => {
    const answer = await platform.call('POST', '/api/v1/webhooks', {
      url: receiver.url,
      types: ['order.exported'],
      ...input,
    })
    expect(answer.status, answer.text).toBe(201)
    return answer.body
  }
  const call = (method: string, path: string, body?: unknown) =>
    platform.call(method, `/api/v1/webhooks${path}`, body)
  const get = async (id: string) => (await call('GET', `/${id}`)).body
  const attempts = async (id: string, state: string) =>
    (await call('GET', `/${id}/attempts?state=${state}`)).body.items
  /** As if the pause before the next try were over. */
  const hurry = () => db.query(`update webhook_attempt set due_at = now() where state = 'pending'`)
  const exported = async (...ids: string[]) => {
    for (const id of ids) await platform.put(id, { number: id })
  }

  it('take an endless answer for what its status says, and read a part of it', async () => {
    const webhook = await make()
    receiver.answer = response => {
      response.writeHead(200)
      response.on('error', () => undefined)
      const more = (): void => {
        while (response.write('x'.repeat(10_000)));
        response.once('drain', more)
      }
      more()
    }
    await call('POST', `/${webhook.id}/test`)
    await expect.poll(() => attempts(webhook.id, 'delivered'), WITHIN).toHaveLength(1)
    const [attempt] = await attempts(webhook.id, 'delivered')
    const { answer } = (await call('GET', `/${webhook.id}/attempts/${attempt.id}`)).body
    expect(answer.body).toBe('x'.repeat(4000))
  })

  it('are delivered by another server when one dies in the middle', async () => {
    const webhook = await make()
    const reached = new Promise<void>(resolve => {
      receiver.answer = () => resolve()
    })
    await call('POST', `/${webhook.id}/test`)
    await reached
    // As a killed server leaves it: its locks stay, it is seen no more.
    await server[Symbol.asyncDispose]()
    await db.query(
      `update webhook_attempt set leased_until = now(), queued_at = now() - interval '2 minutes'`,
    )
    await db.query(`update webhook_server set pool_id = 'dead', seen_at = now() - interval '1 minute'`)
    await db.query(
      `insert into graphile_worker._private_job_queues (queue_name, locked_at, locked_by)
       select 'webhook-' || w.key || '-' || n, now(), 'dead' from webhook w cross join generate_series(0, 3) n
       on conflict (queue_name) do update set locked_at = now(), locked_by = 'dead'`,
    )
    receiver.answer = failing(() => false)
    server = await startTestServer(db, { webhookAllowPrivate: 'yes' })
    await expect.poll(() => receiver.received.length, WITHIN).toBe(2)
  })

  it('stop at 410, and are told only what happens after they were taken up again, unless it is replayed', async () => {
    const kassa = await platform.connect()
    const webhook = await make()
    receiver.answer = response => void response.writeHead(410).end()
    const from = new Date(Date.now() - 60_000).toISOString()
    await exported('a')
    await oneC(server, kassa).exchange()
    await expect.poll(async () => (await get(webhook.id)).state, WITHIN).toBe('disabled')
    expect(await get(webhook.id)).toMatchObject({ stateReason: 'gone' })
    await exported('b')
    await oneC(server, kassa).exchange()
    receiver.answer = failing(() => false)
    await call('POST', `/${webhook.id}/test`)
    await expect
      .poll(() => receiver.received.map(({ event }) => event.type), WITHIN)
      .toEqual(['order.exported', 'test'])
    expect((await call('PATCH', `/${webhook.id}`, { enabled: true })).body).toMatchObject({ state: 'active' })
    const to = new Date(Date.now() + 60_000).toISOString()
    const replay = await call('POST', `/${webhook.id}/replay`, { from, to, types: ['order.exported'] })
    expect(replay).toMatchObject({ status: 202, body: { events: 2 } })
    await expect
      .poll(
        () =>
          receiver.received
            .slice(2)
            .map(({ event }) => event.data.orderId)
            .toSorted(),
        WITHIN,
      )
      .toEqual(['a', 'b'])
  })

  it('keep the events of an order in order: a failed one holds back those of its order alone', async () => {
    const kassa = await platform.connect()
    const webhook = await make()
    receiver.answer = failing(({ event }) => event.data.orderId === 'a')
    await exported('a', 'b')
    await oneC(server, kassa).exchange()
    await platform.put('a', { number: 'a', comment: 'изменён' })
    await platform.put('b', { number: 'b', comment: 'изменён' })
    await oneC(server, kassa).exchange()
    const seen = (id: string) =>
      receiver.received
        .filter(({ event }) => event.data.orderId === id)
        .map(({ event }) => event.data.revision)
    await expect.poll(() => seen('b'), WITHIN).toEqual([1, 2])
    await expect.poll(() => seen('a'), WITHIN).toEqual([1])
    const [failed] = await attempts(webhook.id, 'failed')
    expect(failed).toMatchObject({ orderId: 'a', number: 1, status: 500, failure: 'status' })
    expect(await attempts(webhook.id, 'pending')).toMatchObject([
      { orderId: 'a', number: 1, status: null },
      { orderId: 'a', number: 2, status: null },
    ])
    receiver.answer = failing(() => false)
    await call('POST', `/${webhook.id}/attempts/${failed.id}/retry`)
    await expect.poll(() => seen('a'), WITHIN).toEqual([1, 1, 2])
    const ids = receiver.received
      .filter(({ event }) => event.data.orderId === 'a')
      .map(c => c.headers['webhook-id'])
    expect(ids[0]).toBe(ids[1])
    const one = (await call('GET', `/${webhook.id}/attempts/${failed.id}`)).body
    expect(one.request.headers['webhook-id']).toBe(ids[0])
    expect(JSON.parse(one.request.body)).toEqual(
      receiver.received.find(c => c.event.data.orderId === 'a')!.event,
    )
  })

  it('of two servers tell each event once', async () => {
    await using other = await startTestServer(db, { webhookAllowPrivate: 'yes' })
    const kassa = await platform.connect()
    const webhook = await make()
    await exported(...Array.from({ length: 30 }, (_, index) => `o-${index}`))
    await oneC(other, kassa).exchange()
    await expect
      .poll(async () => (await get(webhook.id)).pending === 0 && receiver.received.length, WITHIN)
      .toBe(30)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(30)
  })

  const expectAnotherLocationServed = async (): Promise<void> => {
    platform = await newPlatform(server)
    const other = await platform.connect()
    await make()
    await exported('e', 'f', 'g')
    await oneC(server, other).exchange()
    await expect.poll(() => receiver.received.length, WITHIN).toBe(3)
  }

  it('of one location that hang leave room for those of another, whatever waits before them', async () => {
    await server[Symbol.asyncDispose]()
    server = await startTestServer(db, {
      ...{ webhookAllowPrivate: 'yes', webhooksAtOnce: 4, webhookAtOnce: 2 },
      // Longer than this test waits: no attempt ends by itself.
      webhookTimeoutSeconds: 120,
    })
    platform = await newPlatform(server)
    await using hanging = await openReceiver()
    hanging.answer = () => {}
    const kassa = await platform.connect()
    for (let webhook = 0; webhook < 3; webhook++) await make({ url: hanging.url })
    await exported('a', 'b', 'c', 'd')
    await oneC(server, kassa).exchange()
    await expect.poll(() => hanging.received.length, WITHIN).toBe(2)
    await expectAnotherLocationServed()
    expect(hanging.received).toHaveLength(2)
  })

  it('that have just failed, of however many locations, leave room for those that have not', async () => {
    await server[Symbol.asyncDispose]()
    // It counts as a server for twenty seconds more.
    await db.query('delete from webhook_server')
    server = await startTestServer(db, {
      ...{ webhookAllowPrivate: 'yes', webhooksAtOnce: 4, webhookAtOnce: 2, webhookTimeoutSeconds: 120 },
    })
    await using hanging = await openReceiver()
    hanging.answer = () => {}
    for (let location = 0; location < 3; location++) {
      platform = await newPlatform(server)
      const kassa = await platform.connect()
      const webhook = await make({ url: hanging.url })
      await db.query('update webhook set failures = 1 where id = $1', [webhook.id])
      await exported('a', 'b')
      await oneC(server, kassa).exchange()
      await expect.poll(() => hanging.received.length, WITHIN).toBe(2)
    }
    await expectAnotherLocationServed()
    expect(hanging.received).toHaveLength(2)
  })

  it('are signed with each secret for 24 hours after the one that followed it, with the newest five at most', async () => {
    const webhook = await make()
    const rotate = async (): Promise<string> => (await call('POST', `/${webhook.id}/secret`)).body.secret
    const secrets: string[] = [webhook.secret, await rotate(), await rotate()]
    /** Which of the secrets the next message is signed with, the first being 0. */
    const signing = async (): Promise<number[]> => {
      const before = receiver.received.length
      await call('POST', `/${webhook.id}/test`)
      await expect.poll(() => receiver.received.length, WITHIN).toBe(before + 1)
      const message = receiver.received.at(-1)!
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
      db.query(
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

  // What follows is made of statements that the tests above, and those of their rooms, run on each PostgreSQL.
  if (!pg.isNewest) return

  it('tell what 1C confirmed, signed so that the public library takes it, and again with both secrets', async () => {
    const kassa = await platform.connect()
    const webhook = await make({ types: ['order.exported'] })
    await exported('olv-17')
    await oneC(server, kassa).exchange()
    await expect.poll(() => receiver.received.length, WITHIN).toBe(1)
    const [first] = receiver.received
    const { items } = (await platform.call('GET', '/api/v1/events?types=order.exported')).body
    expect(verify(webhook.secret, first!)).toEqual({
      type: 'order.exported',
      timestamp: items[0].createdAt,
      data: { integrationId: kassa.id, orderId: 'olv-17', ...items[0].data },
    })
    expect(first!.headers['webhook-id']).toBe(items[0].id)
    expect(() => verify('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', first!)).toThrow()

    const { secret } = (await call('POST', `/${webhook.id}/secret`)).body
    expect((await call('GET', '')).text).not.toContain('whsec_')
    await call('POST', `/${webhook.id}/test`)
    await expect.poll(() => receiver.received.length, WITHIN).toBe(2)
    for (const one of [secret, webhook.secret])
      expect(verify(one, receiver.received[1]!)).toMatchObject({ type: 'test' })
    await db.query(`update webhook set old_secret_until = now()`)
    await call('POST', `/${webhook.id}/test`)
    await expect.poll(() => receiver.received.length, WITHIN).toBe(3)
    expect(() => verify(webhook.secret, receiver.received[2]!)).toThrow()
  })

  /** Three events that failed, and one that was not tried yet: as long ago, nothing but the last of them is due for hours. */
  const pausedFor = async (what: string): Promise<{ id: string }> => {
    const kassa = await platform.connect()
    const webhook = await make()
    receiver.answer = failing(() => true)
    await exported('a', 'b', 'c')
    await oneC(server, kassa).exchange()
    await expect.poll(async () => (await get(webhook.id)).state, WITHIN).toBe('paused')
    expect(await get(webhook.id)).toMatchObject({ stateReason: 'failing', failures: 3 })
    await exported(what)
    await oneC(server, kassa).exchange()
    await expect.poll(() => attempts(webhook.id, 'pending'), WITHIN).toHaveLength(4)
    await db.query(
      `update webhook_attempt set number = 10, due_at = now() + interval '8 hours' where state = 'pending' and number > 1`,
    )
    return webhook
  }
  const probe = async () => {
    await db.query(`update webhook set probe_at = now()`)
    await db.query(`select pg_notify('${EVENTS_CHANNEL}', '')`)
  }
  /** Ids of the orders of what came after the first `before` calls. */
  const told = (before: number) =>
    receiver.received
      .slice(before)
      .map(({ event }) => event.data.orderId)
      .toSorted()

  it.each([
    ['by themselves when one arrives', probe],
    ['when a person resumes them', ({ id }: { id: string }) => call('PATCH', `/${id}`, { enabled: true })],
  ])(
    'pause when they only fail, and catch up %s, whatever was to be tried much later',
    async (_how, resume) => {
      const webhook = await pausedFor('d')
      const before = receiver.received.length
      receiver.answer = failing(() => false)
      await resume(webhook)
      await expect.poll(async () => (await get(webhook.id)).pending, WITHIN).toBe(0)
      expect(await get(webhook.id)).toMatchObject({ state: 'active', failures: 0, failingSince: null })
      expect(told(before)).toEqual(['a', 'b', 'c', 'd'])
    },
  )

  it('are tried while they are paused, whenever it is time, one event after another', async () => {
    const webhook = await pausedFor('d')
    await db.query(`update webhook_attempt set due_at = now() - interval '1 minute' where state = 'pending'`)
    const before = receiver.received.length
    for (let tries = 1; tries <= 8; tries++) {
      await probe()
      await expect.poll(async () => (await get(webhook.id)).failures, WITHIN).toBe(3 + tries)
    }
    expect(told(before)).toEqual(['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'])
  })

  it('are tried with an event that is kept while they are paused, whatever was forgotten before it', async () => {
    const webhook = await pausedFor('d')
    await db.query(
      `delete from event where key in (select event_key from webhook_attempt where state = 'pending' and number > 1)`,
    )
    await db.query(`update webhook_attempt set due_at = now() - interval '1 day' where number > 1`)
    receiver.answer = failing(() => false)
    const before = receiver.received.length
    await probe()
    await expect.poll(async () => (await get(webhook.id)).state, WITHIN).toBe('active')
    expect(told(before)).toEqual(['d'])
  })

  it('drop no event while they are paused, however long, nor at the first failure after that', async () => {
    const kassa = await platform.connect()
    const webhook = await make()
    receiver.answer = failing(() => true)
    await exported('a', 'b', 'c')
    await oneC(server, kassa).exchange()
    await expect.poll(async () => (await get(webhook.id)).state, WITHIN).toBe('paused')
    const probeLater = async () => {
      await hurry()
      await db.query(
        `update webhook_attempt set first_tried_at = now() - interval '73 hours' where state = 'pending'`,
      )
      await db.query(`update webhook set state_since = now() - interval '73 hours', probe_at = now()`)
    }
    await probeLater()
    await expect.poll(async () => (await get(webhook.id)).failures, WITHIN).toBe(4)
    expect(await attempts(webhook.id, 'pending')).toHaveLength(3)
    // The first one arrives, and the second one fails once more.
    let calls = 0
    receiver.answer = failing(() => ++calls === 2)
    await probeLater()
    await expect.poll(() => attempts(webhook.id, 'failed'), WITHIN).toHaveLength(5)
    await expect.poll(async () => (await get(webhook.id)).state, WITHIN).toBe('active')
    await expect
      .poll(async () => {
        await hurry()
        return (await attempts(webhook.id, 'delivered'))
          .map((one: { orderId: string }) => one.orderId)
          .toSorted()
      }, WITHIN)
      .toEqual(['a', 'b', 'c'])
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
      await server[Symbol.asyncDispose]()
      server = await startTestServer(db, { webhookAllowPrivate: 'yes', webhookTimeoutSeconds: 1 })
      platform = await newPlatform(server)
    }
    const webhook = await make()
    receiver.answer = answer
    const kassa = await platform.connect()
    await exported('a')
    await oneC(server, kassa).exchange()
    await expect.poll(() => attempts(webhook.id, 'failed'), WITHIN).toMatchObject([{ failure, orderId: 'a' }])
    expect(await attempts(webhook.id, 'pending')).toMatchObject([{ number: 2, orderId: 'a' }])
    expect(receiver.received).toHaveLength(1)
  })
})
