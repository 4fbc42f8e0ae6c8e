import { beforeEach, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

describeOnNewestPostgres('the state of an integration, over /1c', pg => {
  const server = useServer(pg)
  let platform: Platform
  let made: Connected1C
  beforeEach(async () => {
    platform = await newPlatform(server)
    made = await platform.connect()
  })

  /** As page, list and overview show it; they never differ. */
  const state = async () => {
    const one = (await platform.call('GET', `/api/v1/integrations/${made.id}`)).body
    const list = (await platform.call('GET', '/api/v1/integrations')).body.items
    const overview = (await platform.call('GET', '/api/v1/overview')).body.integrations
    const of = ({ state, stateSince, stateReason, stateCause }: typeof one) => ({
      state,
      stateSince,
      stateReason,
      stateCause,
    })
    expect(list.map(of)).toEqual([of(one)])
    expect(overview.map(of)).toEqual([of(one)])
    return of(one)
  }
  const wrong = (login = made.login) => oneC(server, { login, password: 'wrong' }).ask('checkauth')
  /** Downloads what is owed, and never confirms. */
  const take = async () => {
    const { ask, signIn } = oneC(server, made)
    const cookie = await signIn()
    return { cookie, ask, orders: await ask('query', { cookie }) }
  }
  const patch = (body: object) => platform.call('PATCH', `/api/v1/integrations/${made.id}`, body)

  it('is what its 1C did last: waiting, refused, exchanging', async () => {
    expect(await state()).toMatchObject({ state: 'waiting', stateCause: { code: 'never-called' } })
    await wrong()
    const refused = await state()
    expect(refused).toMatchObject({ state: 'refused', stateReason: '1С не может войти: неверный пароль.' })
    await wrong()
    expect((await state()).stateSince).toBe(refused.stateSince)
    await oneC(server, made).signIn()
    await expect.poll(state).toMatchObject({ state: 'exchanging', stateCause: { code: 'working' } })
    await wrong()
    expect(await state()).toMatchObject({ state: 'refused' })
    await oneC(server, made).exchange()
    await expect.poll(state).toMatchObject({ state: 'exchanging' })
  })

  it('is "waiting" again from a new password on until 1C signs in with it', async () => {
    await oneC(server, made).signIn()
    await wrong()
    const { body } = await platform.call('POST', `/api/v1/integrations/${made.id}/password`)
    expect(await state()).toMatchObject({
      state: 'waiting',
      stateSince: body.passwordChangedAt,
      stateCause: { code: 'new-password' },
    })
    await oneC(server, { ...made, password: body.password }).signIn()
    await expect.poll(state).toMatchObject({ state: 'exchanging' })
  })

  it('is "unconfirmed" while orders are taken and never confirmed, since the first time', async () => {
    await platform.put('a')
    await platform.put('b')
    await take()
    const first = await state()
    expect(first).toMatchObject({
      state: 'unconfirmed',
      stateCause: { code: 'loading', orders: 2 },
      stateReason: expect.stringContaining('2 заказа'),
    })
    await take()
    expect(await state()).toMatchObject({
      state: 'unconfirmed',
      stateSince: first.stateSince,
      stateCause: { code: 'not-confirmed', orders: 2 },
    })
    await oneC(server, made).exchange()
    expect(await state()).toMatchObject({ state: 'exchanging', stateCause: { code: 'working' } })
    await platform.put('c')
    await take()
    await server.db.query(
      `with older as (update outbox_entry set owed_since = now() - interval '1 hour')
       update outbox_batch set sent_at = now() - interval '16 minutes'
        where state = 'sent' and integration_key = (select key from integration where id = $1)`,
      [made.id],
    )
    expect(await state()).toMatchObject({ state: 'unconfirmed', stateCause: { code: 'not-confirmed' } })
  })

  it('is "paused" since a person paused it, and what it was before when resumed', async () => {
    await oneC(server, made).exchange()
    await patch({ enabled: false })
    const paused = await state()
    expect(paused).toMatchObject({ state: 'paused', stateReason: expect.stringContaining('приостановлена') })
    await patch({ name: 'Касса' })
    expect(await state()).toEqual(paused)
    await patch({ enabled: true })
    expect(await state()).toMatchObject({ state: 'exchanging' })
  })

  it('is "silent" since the last call when that was too long ago, until the next', async () => {
    await oneC(server, made).exchange()
    const { rows } = await server.db.query<{ at: Date }>(
      `update integration set last_seen_at = now() - interval '25 hours', password_changed_at = now() - interval '30 hours'
        where id = $1 returning last_seen_at as at`,
      [made.id],
    )
    expect(await state()).toMatchObject({ state: 'silent', stateSince: rows[0]!.at.toISOString() })
    await oneC(server, made).exchange()
    await expect.poll(state).toMatchObject({ state: 'exchanging' })
  })

  it('is mended by the next call after a clock that jumped forward', async () => {
    const seenAt = async (): Promise<number> => {
      const { body } = await platform.call('GET', `/api/v1/integrations/${made.id}`)
      return Date.parse(body.lastSeenAt)
    }
    await oneC(server, made).exchange()
    await server.db.query(`update integration set last_seen_at = now() + interval '1 year'`)
    await oneC(server, made).exchange()
    await expect.poll(async () => (await seenAt()) - Date.now()).toBeLessThan(60_000)
  })

  it('is told in the feed of events when it changes, but not while 1C loads what it was given', async () => {
    await platform.put('a')
    const changes = async () =>
      (await platform.call('GET', '/api/v1/events?types=integration.state.changed&limit=500')).body.items
        .filter(({ integrationId }: { integrationId: string }) => integrationId === made.id)
        .map(({ data }: { data: object }) => data)
    await wrong()
    const refused = await state()
    await expect.poll(changes).toEqual([
      {
        state: 'refused',
        previousState: 'waiting',
        since: refused.stateSince,
        reason: '1С не может войти: неверный пароль.',
      },
    ])
    const { ask, cookie } = await take()
    await expect.poll(state).toMatchObject({ stateCause: { code: 'loading' } })
    expect((await ask('success', { cookie })).text).toBe('success')
    await expect.poll(async () => (await changes()).at(-1)).toMatchObject({ state: 'exchanging' })
    const { stateSince } = await state()
    await patch({ enabled: false })
    await expect
      .poll(async () => (await changes()).map((change: { state: string }) => change.state))
      .toEqual(['refused', 'exchanging', 'paused'])
    expect((await changes())[1].since).toBe(stateSince)
  })

  it('is known of a mistyped login, whose calls are in the journal of the right one', async () => {
    const typed = made.login.replace('buk', 'bukk')
    expect(typed).not.toBe(made.login)
    const answer = await wrong(typed)
    expect(answer.text).toContain('failure')
    expect(await state()).toMatchObject({
      state: 'refused',
      stateCause: { code: 'wrong-login', login: typed },
      stateReason: `1С не может войти: неверный логин «${typed}».`,
    })
    await expect
      .poll(async () => (await platform.call('GET', '/api/v1/exchanges')).body.items)
      .toMatchObject([{ outcome: 'refused', integrationId: made.id }])
    await wrong('completely-other')
    expect((await platform.call('GET', '/api/v1/exchanges')).body.items).toHaveLength(1)
  })
})
