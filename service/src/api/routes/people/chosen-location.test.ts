import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { type Person, signInAs } from '../../../../test/support/app/person.js'
import { platformAt } from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../../test/support/location.js'
import { setUpLocation } from '../../../people/set-up-location.js'

describeOnNewestPostgres('a person who administers two locations', pg => {
  const adminEmail = 'anna@example.ru'
  const adminPassword = 'Надёжный пароль 1'
  const server = useServer(pg)
  let person: Person
  let mine: string[]
  let foreign: string
  beforeAll(async () => {
    const make = async (email: string) =>
      setUpLocation(
        server.db,
        {
          ...{ locationName: randomUUID(), timezone: 'Asia/Yekaterinburg', companyName: 'ООО «Ромашка»' },
          ...{ inn: '7707083893', kpp: '773601001', adminEmail: email, adminPassword },
        },
        CHEAP_HASHES,
      )
    const made = [await make(adminEmail), await make(adminEmail)]
    for (const location of made) await platformAt(server.url, location).put(`of-${location.locationId}`)
    mine = made.map(({ locationId }) => locationId)
    foreign = (await make('boris@example.ru')).locationId
    person = await signInAs(server, adminEmail, adminPassword)
  })
  const current = async (query: string, headers?: Record<string, string>) =>
    (await person.call('GET', `/locations/current${query}`, undefined, headers)).body.id

  it('works in the one that the header names, or the address where no header can be sent', async () => {
    for (const id of mine) {
      expect(await current('', { 'x-obmen-location': id })).toBe(id)
      expect(await current(`?location=${id}`)).toBe(id)
      const orders = await person.call('GET', `/orders?location=${id}`)
      expect(orders.body.items.map((order: { id: string }) => order.id)).toEqual([`of-${id}`])
    }
    expect(await current(`?location=${mine[0]}`, { 'x-obmen-location': mine[1]! })).toBe(mine[1])
  })

  it('gets into no other by naming it', async () => {
    expect(mine).toContain(await current(`?location=${foreign}`))
    expect(mine).toContain(await current('?location=nonsense'))
    expect(mine).toContain(await current(`?location=${mine[0]}&location=${foreign}`))
    const { body } = await person.call('GET', `/orders?location=${foreign}`)
    for (const { id } of body.items) expect(mine.map(location => `of-${location}`)).toContain(id)
  })

  it('changes nothing in another one than it names', async () => {
    const names = async () => {
      const { rows } = await server.db.query<{ name: string }>('select name from api_token')
      return rows.map(({ name }) => name)
    }
    for (const id of [foreign, 'nonsense']) {
      const answer = await person.call(
        'POST',
        '/tokens',
        { name: 'Нечаянный', rights: ['orders:read'] },
        { 'x-obmen-location': id },
      )
      expect(answer).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('больше нет роли') },
      })
    }
    expect(await names()).not.toContain('Нечаянный')
    const own = { name: 'Свой', rights: ['orders:read'] }
    expect((await person.call('POST', '/tokens', own, { 'x-obmen-location': mine[1]! })).status).toBe(201)
    expect(await names()).toContain('Свой')
    // What belongs to no location works: leaving is always possible.
    const profile = await person.call('PATCH', '/me', { name: 'Анна' }, { 'x-obmen-location': foreign })
    expect(profile.status).toBe(200)
  })

  it('is there still after a sign-in and a change of the profile', async () => {
    for (const id of mine) {
      const named = { 'x-obmen-location': id }
      const profile = await person.call('PATCH', '/me', { name: 'Анна' }, named)
      expect(profile.body.location.id).toBe(id)
      const signedIn = await fetch(`${server.url}/api/v1/auth/sign-in`, {
        method: 'POST',
        headers: { ...named, 'x-obmen-csrf': '1', 'content-type': 'application/json' },
        body: JSON.stringify({ email: adminEmail, password: adminPassword }),
      })
      expect(await signedIn.json()).toMatchObject({ location: { id } })
    }
  })

  it('hears the exchanges of the chosen one alone', async () => {
    const leaving = new AbortController()
    const answer = await fetch(`${server.url}/api/v1/live?location=${mine[0]}`, {
      headers: { cookie: person.cookie },
      signal: leaving.signal,
    })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    for (const [sessionId, locationId] of [mine[1], foreign, mine[0]].entries()) {
      const event = { kind: 'batch-confirmed', locationId, integrationId: randomUUID(), sessionId }
      await server.db.query("select pg_notify('obmen', $1)", [JSON.stringify(event)])
    }
    let heard = ''
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
      heard += piece
      if (heard.includes('data:')) break
    }
    leaving.abort()
    expect([...heard.matchAll(/"sessionId":(\d)/g)].map(([, id]) => id)).toEqual(['2'])
  })
})
