import { beforeEach, expect, it } from 'vitest'
import { type Person, signInAs } from '../../../test/support/app/person.js'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  samplePayment,
} from '../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../test/support/location.js'
import { watchAlarms } from '../../alarms/watch.js'
import { readConfig } from '../../config.js'
import { refreshStates } from '../../integrations/state/report-states.js'
import { makeOperator } from '../../people/roles.js'

const PASSWORD = 'dolgiy-parol-1'

describeOnNewestPostgres('alarms, over REST', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  let person: Person
  const administratorOf = async ({ locationId }: Platform): Promise<Person> => {
    const { rows } = await server.db.query<{ email: string }>(
      `select email from user_account u join user_role r on r.user_id = u.id where r.location_id = $1`,
      [locationId],
    )
    return signInAs(server, rows[0]!.email, PASSWORD)
  }
  beforeEach(async () => {
    person = await administratorOf(platform)
  })
  const config = readConfig({})
  /** As each server does every few seconds. */
  const look = async (): Promise<void> => {
    const { rows } = await server.db.query<{ key: number }>('select key from integration')
    const keys = rows.map(({ key }) => key)
    await refreshStates(server.db, keys, config)
    await watchAlarms(server.db, config)
  }
  /** For two minutes. */
  const silence = (one: Connected1C): Promise<unknown> =>
    server.db.query(
      `update integration set (created_at, password_changed_at, last_seen_at)
         = (now() - interval '3 hours', now() - interval '3 hours', now() - interval '2 minutes') where id = $1`,
      [one.id],
    )
  const alarms = async (state = 'open') => (await person.call('GET', `/alarms?state=${state}`)).body.items
  const attention = async () => (await platform.call('GET', '/api/v1/attention')).body.items
  const events = async (of: Platform) =>
    (await of.call('GET', '/api/v1/events?types=alarm.opened,alarm.over')).body.items

  it('one stands for all orders that are held back from a 1C, as long as the page shows them', async () => {
    const one = await platform.connect({ client: 'unf' })
    const amount = '100000000000000.00'
    const line = {
      id: 'svc',
      name: 'Аренда',
      kind: 'service',
      vat: '10',
      quantity: '1',
      price: amount,
      amount,
    }
    const large = { lines: [line], total: amount, payments: [samplePayment({ amount })] }
    for (const id of ['olv-1', 'olv-2']) expect((await platform.put(id, large)).status).toBe(201)
    await look()
    const facts = { integrationId: one.id, integrationName: 'Бухгалтерия', orders: 2 }
    expect(await alarms()).toMatchObject([{ cause: 'held', integrationId: one.id, endedAt: null, facts }])
    expect(await attention()).toMatchObject([{ kind: 'held', orders: 2 }])
    for (const id of ['olv-1', 'olv-2'])
      await platform.call('POST', `/api/v1/orders/${id}/release`, { integrationId: one.id })
    await look()
    expect(await alarms()).toEqual([])
    expect(await alarms('over')).toMatchObject([{ cause: 'held', endedAt: expect.any(String) }])
    expect(await events(platform)).toMatchObject([
      { type: 'alarm.opened', integrationId: one.id, data: { cause: 'held' } },
      { type: 'alarm.over', integrationId: one.id, data: { cause: 'held' } },
    ])
  })

  it('one is raised for each thing that the page shows, when it has lasted', async () => {
    const silent = await platform.connect({ silentafter: 1 })
    const late = await platform.connect()
    for (const one of [silent, late]) await oneC(server, one).exchange()
    await platform.put('olv-1')
    const { id: webhook } = (
      await platform.call('POST', '/api/v1/webhooks', { url: 'https://platform.example/hook', types: ['*'] })
    ).body
    await server.db.query(`update webhook set state = 'paused', state_reason = 'failing' where id = $1`, [
      webhook,
    ])
    await silence(silent)
    await server.db.query(
      `update outbox_entry set owed_since = owed_since - interval '2 hours'
        where integration_key = any (select key from integration where id = any ($1))`,
      [[silent.id, late.id]],
    )
    await look()
    expect(await alarms()).toMatchObject([{ cause: 'silent', integrationId: silent.id }])
    await server.db.query(`update alarm set noticed_at = now() - interval '3 minutes'`)
    await look()
    const raised = (await alarms()) as { cause: string; integrationId: string; webhookId: string }[]
    expect(
      raised.map(({ cause, integrationId, webhookId }) => [cause, integrationId ?? webhookId]).toSorted(),
    ).toEqual([
      ['late', late.id],
      ['silent', silent.id],
      ['webhook-stopped', webhook],
    ])
    const shown = (await attention()) as { integrationId?: string; webhookId?: string }[]
    expect(shown.map(({ integrationId, webhookId }) => integrationId ?? webhookId).toSorted()).toEqual(
      [silent.id, late.id, webhook].toSorted(),
    )
  })

  it('a 1C that cannot be read is told of after three failures, an older copy at once, until it works', async () => {
    const { id } = await platform.connect()
    const input = { url: 'https://1c.invalid/base', login: 'x', password: 'x' }
    await platform.call('PUT', `/api/v1/integrations/${id}/reading`, input)
    const now = async (columns: object): Promise<string[]> => {
      await server.db.query(
        `update reading set next_at = null, failure = $1, last_reading = $2, changed_at = now() - $3::interval`,
        [null, null, '1 hour', ...[]].map((value, at) => Object.values(columns)[at] ?? value),
      )
      await look()
      const shown = (await attention()) as { kind: string; integrationId: string }[]
      const raised = (await alarms()).map(({ cause }: { cause: string }) => cause)
      const listed = raised.map(() => ({ kind: 'reading', integrationId: id }))
      expect(shown).toMatchObject(listed)
      return raised
    }
    const failure = (code: string, count: number) => ({ code, params: { host: '1c.invalid' }, at: '', count })
    expect(await now([failure('timeout', 2)])).toEqual([])
    expect(await now([failure('timeout', 3)])).toEqual(['reading-failed'])
    expect((await alarms())[0].facts).toMatchObject({
      failure: expect.stringContaining('1c.invalid'),
      readAt: null,
    })
    expect(await now([])).toEqual([])
    expect(await now([failure('older-copy', 1)])).toEqual(['reading-failed'])
    expect(await now([null, null, '25 hours'])).toEqual(['reading-failed'])
    expect(await now([null, { finishedAt: new Date() }, '25 hours'])).toEqual([])
  })

  it('a person chooses how to be told, in each location, and an operator for the server', async () => {
    expect((await person.call('GET', '/me/alarms')).body).toMatchObject({
      channels: { mail: { enabled: true }, telegram: { enabled: false, chatId: null } },
      causes: {},
      quietHours: null,
      failures: [],
    })
    const chosen = {
      channels: { telegram: { enabled: true, chatId: '42' } },
      causes: { held: false },
      quietHours: { from: '22:00', to: '08:00' },
    }
    expect((await person.call('PUT', '/me/alarms', chosen)).body).toMatchObject(chosen)
    expect((await person.call('GET', '/me/alarms')).body).toMatchObject(chosen)
    expect((await person.call('GET', '/me/alarms?role=system-operator')).status).toBe(403)
    const wrong = { quietHours: { from: '24:00', to: '08:00' } }
    expect((await person.call('PUT', '/me/alarms', wrong)).status).toBe(422)

    await makeOperator(server.db, { email: 'op@example.ru', password: PASSWORD }, CHEAP_HASHES)
    const operator = await signInAs(server, 'op@example.ru', PASSWORD)
    expect((await operator.call('GET', '/me/alarms')).body).toMatchObject({ causes: {}, quietHours: null })
    expect((await operator.call('GET', '/alarms')).body).toEqual({ items: [], next: null })
  })

  it('one is acknowledged for hours, and reminds again when that is taken back', async () => {
    const one = await platform.connect({ silentafter: 1 })
    await oneC(server, one).exchange()
    await silence(one)
    await look()
    const [{ id }] = await alarms()
    const address = `/alarms/${id}/acknowledge`
    const { body } = await person.call('POST', address, { hours: 8 })
    expect(Date.parse(body.acknowledgedUntil) - Date.now()).toBeGreaterThan(7.9 * 3_600_000)
    expect(body.acknowledgedBy).toContain('@')
    expect((await person.call('DELETE', address)).body).toMatchObject({
      acknowledgedUntil: null,
      acknowledgedBy: null,
    })
    expect((await person.call('POST', address, { hours: 169 })).status).toBe(422)
    const byToken = (method: string, path: string, body?: object) =>
      platform.call(method, `/api/v1${path}`, body)
    expect((await byToken('GET', '/alarms')).body.items).toMatchObject([{ id }])
    expect((await byToken('POST', address, { hours: 1 })).body).toMatchObject({
      acknowledgedUntil: expect.any(String),
      acknowledgedBy: null,
    })
    expect((await byToken('GET', '/alarms?role=system-operator')).status).toBe(403)
    expect((await byToken('GET', '/me/alarms')).status).toBe(403)
    const other = await newPlatform(server)
    const stranger = await administratorOf(other)
    expect((await stranger.call('POST', address, { hours: 8 })).status).toBe(404)
    await oneC(server, one).exchange()
    await look()
    expect((await person.call('POST', address, { hours: 8 })).status).toBe(404)
  })
})
