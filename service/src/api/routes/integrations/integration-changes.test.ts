import { beforeEach, expect, it } from 'vitest'
import { signInAs } from '../../../../test/support/app/person.js'
import { newPlatform, type Platform } from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

const SETTINGS = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Картой' }

describeOnNewestPostgres('the history of an integration', pg => {
  const server = useServer(pg)
  let platform: Platform
  let id: string
  let password: string
  beforeEach(async () => {
    platform = await newPlatform(server)
    const body = { class: 'CommerceML', name: 'Касса', companyId: platform.companyId, settings: SETTINGS }
    ;({ id, password } = (await platform.call('POST', '/api/v1/integrations', body)).body)
  })
  const patch = (body: object, headers?: Record<string, string>) =>
    platform.call('PATCH', `/api/v1/integrations/${id}`, body, headers)
  const changes = async (query = '') =>
    (await platform.call('GET', `/api/v1/integrations/${id}/changes${query}`)).body

  it('begins with its creation, by the token that asked for it', async () => {
    expect(await changes()).toEqual({
      items: [
        {
          id: expect.any(Number),
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          kind: 'created',
          by: { kind: 'token', name: expect.stringMatching(/./) },
          before: null,
          after: { name: 'Касса', enabled: true, settings: SETTINGS },
        },
      ],
      next: null,
    })
  })

  it('shows of each change what was and became, newest first, nothing of what stayed', async () => {
    const other = { ...SETTINGS, paymentmethodname: 'Наличными' }
    await patch({ name: 'Касса 2', settings: SETTINGS })
    await patch({ settings: other, enabled: false })
    await patch({ enabled: true })
    const { items } = await changes()
    expect(
      items.map(({ kind, before, after }: Record<string, unknown>) => ({ kind, before, after })),
    ).toEqual([
      { kind: 'updated', before: { enabled: false }, after: { enabled: true } },
      {
        kind: 'updated',
        before: { enabled: true, settings: SETTINGS },
        after: { enabled: false, settings: other },
      },
      { kind: 'updated', before: { name: 'Касса' }, after: { name: 'Касса 2' } },
      { kind: 'created', before: null, after: { name: 'Касса', enabled: true, settings: SETTINGS } },
    ])
  })

  it('holds neither what changed nothing nor what was refused', async () => {
    await patch({ name: 'Касса', settings: SETTINGS, enabled: true })
    expect((await patch({ name: 'Поздно' }, { 'if-match': '"7"' })).status).toBe(412)
    expect((await patch({ settings: '{' })).status).toBe(422)
    expect((await changes()).items).toHaveLength(1)
  })

  it('knows that the password was changed, and neither password', async () => {
    const renewed = (await platform.call('POST', `/api/v1/integrations/${id}/password`)).body.password
    const page = await changes()
    expect(page.items[0]).toMatchObject({ kind: 'password', before: null, after: null })
    const { rows } = await server.db.query<{ row: string }>('select c::text as row from integration_change c')
    const kept = JSON.stringify(rows) + JSON.stringify(page)
    expect([kept.includes(password), kept.includes(renewed)]).toEqual([false, false])
  })

  it('names the person who was signed in', async () => {
    const { rows } = await server.db.query<{ email: string }>(
      'select u.email from user_account u join user_role r on r.user_id = u.id where r.location_id = $1',
      [platform.locationId],
    )
    const { email } = rows[0]!
    const person = await signInAs(server, email, 'dolgiy-parol-1')
    const path = `/integrations/${id}`
    expect((await person.call('PATCH', path, { enabled: false })).status).toBe(200)
    expect((await changes()).items[0].by).toEqual({ kind: 'person', name: email })
    await person.call('PATCH', '/me', { name: 'Вера Павлова' })
    expect((await changes()).items[0].by).toEqual({ kind: 'person', name: 'Вера Павлова' })
  })

  it('comes in pages, every change once', async () => {
    for (const name of ['а', 'б', 'в', 'г']) await patch({ name })
    const seen: string[] = []
    for (let cursor = '', pages = 0; pages === 0 || cursor !== ''; pages++) {
      expect(pages).toBeLessThan(4)
      const page = await changes(`?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items.map(({ after }: { after: { name: string } }) => after.name))
      cursor = page.next ?? ''
    }
    expect(seen).toEqual(['г', 'в', 'б', 'а', 'Касса'])
    expect((await platform.call('GET', `/api/v1/integrations/${id}/changes?cursor=x`)).status).toBe(422)
  })
})
