import { type Client, createBase, type ExchangeOptions, runExchange } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { type Connected1C, oneC } from '../../support/app/test-server.js'
import { usePlatform, useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'

const OTHER_SITE = '/1c'
const BITRIX_SITE = '/bitrix/admin/1c_exchange.php'

describeOnNewestPostgres('the client of an integration', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  const played = (
    client: Client,
    { login, password }: Connected1C,
    path: string,
    more: Partial<ExchangeOptions> = {},
  ) => runExchange(createBase(client), { url: server.url + path, login, password, ...more })
  /** An exchange of what is no 1C. */
  const asked = async (one: Connected1C) => {
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    const headers = { 'user-agent': 'curl/8.5' }
    await ask('query', { cookie, headers })
    await ask('success', { cookie, headers })
  }
  const shown = async ({ id }: Connected1C) =>
    (await platform.call('GET', `/api/v1/integrations/${id}`)).body.recognition
  const xmlOf = async ({ id }: Connected1C) =>
    (await platform.call('GET', `/api/v1/integrations/${id}/preview`)).text

  it('9.2: set by a person stays, whatever exchanges show: that is a question, and can be kept', async () => {
    const one = await platform.connect({ client: 'bp' })
    await platform.put('olv-17')
    for (let times = 0; times < 2; times++) await played('ut', one, OTHER_SITE)
    expect(await shown(one)).toMatchObject({
      ...{ client: 'ut', applied: 'bp', question: { why: 'mismatch', clients: ['ut'] } },
    })
    await platform.call('POST', `/api/v1/integrations/${one.id}/client`, { client: 'bp' })
    expect(await shown(one)).toMatchObject({ client: 'ut', applied: 'bp', question: null })
    await platform.call('POST', `/api/v1/integrations/${one.id}/client`, { client: 'ut' })
    expect(await shown(one)).toMatchObject({ client: 'ut', applied: 'ut', question: null })
  })

  it('of what is no 1C is told by its name, or by what it does not show', async () => {
    const checks = async (act: (one: Connected1C) => Promise<unknown>) => {
      const one = await platform.connect({ client: 'auto' })
      await act(one)
      return (await shown(one)).checks
    }
    const foreign = (agent: string | null, words: string) =>
      expect.objectContaining({ code: 'not-1c', agent, message: expect.stringContaining(words) })
    expect(await checks(asked)).toContainEqual(foreign('curl/8.5', 'называет себя «curl/8.5»'))
    const withoutPassword = (one: Connected1C) => played('ut', one, OTHER_SITE, { cookieOnly: true })
    expect(await checks(withoutPassword)).toContainEqual(
      foreign(null, 'не показывает при каждом обращении пароль'),
    )
  })

  it.each<[Client, string, Partial<ExchangeOptions>]>([
    ['bp', OTHER_SITE, {}],
    ['bp', BITRIX_SITE, {}],
    ['bp', BITRIX_SITE, { subordinateDocuments: false }],
    ['unf', BITRIX_SITE, {}],
    ['unf', BITRIX_SITE, { subordinateDocuments: true }],
    ['ut', OTHER_SITE, {}],
    ['ut', BITRIX_SITE, {}],
    ['bitrix', BITRIX_SITE, {}],
  ])(
    '9.1, 9.2: is told by the first exchange of %s at %s %j, and orders go by it',
    async (client, path, more) => {
      const one = await platform.connect({ client: 'auto' })
      await platform.put('olv-17')
      expect(await shown(one)).toMatchObject({ client: null, applied: 'auto', question: null })
      const result = await played(client, one, path, more)
      expect(result).toMatchObject({ confirmed: true, counts: { created: 1 } })
      expect(await shown(one)).toMatchObject({ client, applied: client, question: null })
      const { settings } = (await platform.call('GET', `/api/v1/integrations/${one.id}`)).body
      expect(settings.client).toBe('auto')
      await played(client, one, path, more)
      const { items } = (await platform.call('GET', `/api/v1/integrations/${one.id}/changes`)).body
      expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['updated', 'created'])
      expect(items[0]).toMatchObject({ by: null, before: { recognizedClient: null } })
      expect(items[0].after).toEqual({ recognizedClient: client })
    },
  )

  it.each<[Client, string]>([
    ['rt', OTHER_SITE],
    ['unf', OTHER_SITE],
  ])(
    '9.1: of %s at %s is not told by an exchange alone: it is asked, and answered with one click',
    async (client, path) => {
      const one = await platform.connect({ client: 'auto' })
      await platform.put('olv-17')
      expect(await played(client, one, path)).toMatchObject({ confirmed: true, counts: { created: 1 } })
      expect(await shown(one)).toMatchObject({
        ...{ client: null, applied: 'auto' },
        question: { why: 'unsure', clients: ['unf', 'ut', 'rt'] },
      })
      const answer = await platform.call('POST', `/api/v1/integrations/${one.id}/client`, { client })
      expect(answer.body).toMatchObject({
        settings: { client },
        recognition: { applied: client, question: null },
      })
    },
  )

  it('of УНФ with another site is told by the files that it sends', async () => {
    const one = await platform.connect({ client: 'auto' })
    const base = createBase('unf')
    await platform.put('olv-17')
    const at = { url: server.url + OTHER_SITE, login: one.login, password: one.password }
    await runExchange(base, at)
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    await ask('file&filename=import0.xml&type=catalog', {
      cookie,
      method: 'POST',
      body: '<КоммерческаяИнформация/>',
    })
    expect(await shown(one)).toMatchObject({ client: 'unf', applied: 'unf' })
  })

  it('9.2: recognized once is not changed by another program, nor by what is no 1C', async () => {
    const one = await platform.connect({ client: 'auto' })
    await platform.put('olv-17')
    await asked(one)
    expect(await shown(one)).toMatchObject({ client: null, possible: [], applied: 'auto', question: null })
    await played('bp', one, OTHER_SITE)
    await asked(one)
    expect(await shown(one)).toMatchObject({ client: null, applied: 'bp', question: null })
    for (let times = 0; times < 2; times++) await played('ut', one, OTHER_SITE)
    expect(await shown(one)).toMatchObject({ applied: 'bp', question: { clients: ['ut'] } })
  })

  it('9.3: that is the module of Bitrix gets what follows, also where it names no version', async () => {
    const one = await platform.connect({ client: 'auto', batchlimit: 2 })
    for (const id of ['a', 'b', 'c', 'd', 'e']) await platform.put(id)
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    const headers = { 'user-agent': '1C+Enterprise/8.3' }
    await ask('init&sessid=x', { cookie, headers })
    const got: number[] = []
    for (let times = 0; times < 9; times++) {
      const { text } = await ask('query&sessid=x', { cookie, headers })
      got.push(text.split('<Документ>').length - 1)
      if (got.at(-1) === 0) break
    }
    // The second time the same, as after a cut; from the third on what follows.
    expect(got).toEqual([2, 2, 2, 1, 0])
    await ask('success&sessid=x', { cookie, headers })
    expect(await shown(one)).toMatchObject({ client: 'bitrix', applied: 'bitrix' })
    expect(await xmlOf(one)).not.toContain('<Документ>')
  })

  it('an unknown client has numbers that fit every 1C, and recognition renumbers nothing', async () => {
    const one = await platform.connect({ client: 'auto', ordernumber: 'platform', paymentrules: [{}] })
    await platform.put('a', { number: 'A-15' })
    const refused = await platform.put('b', { number: 'B-15' })
    expect([refused.status, refused.body.code]).toEqual([409, 'number-taken'])
    await played('ut', one, OTHER_SITE)
    expect(await shown(one)).toMatchObject({ applied: 'ut' })
    expect((await platform.put('b', { number: 'B-15' })).status).toBe(201)
    await played('ut', one, OTHER_SITE)
    const { body } = await platform.call('GET', '/api/v1/orders/a/exports')
    expect(body.items).toMatchObject([{ numberIn1c: 'A-15', state: 'confirmed' }])
  })

  it('that is let be told by itself later goes by what was seen before', async () => {
    const one = await platform.connect({ client: 'bp' })
    await platform.put('olv-17')
    await played('unf', one, BITRIX_SITE)
    const { settings } = (await platform.call('GET', `/api/v1/integrations/${one.id}`)).body
    const { body } = await platform.call('PATCH', `/api/v1/integrations/${one.id}`, {
      settings: { ...settings, client: undefined },
    })
    expect(body.recognition).toMatchObject({ client: 'unf', applied: 'unf' })
  })

  it('that sent its orders up shows that its upload is on', async () => {
    const one = await platform.connect({ client: 'auto' })
    await platform.put('olv-17')
    const base = createBase('ut')
    const at = { url: server.url + OTHER_SITE, login: one.login, password: one.password }
    await runExchange(base, at)
    const codes = async () => (await shown(one)).checks.map(({ code }: { code: string }) => code)
    expect(await codes()).toEqual(['signs-in', 'sends-none-yet'])
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    await ask('file&filename=orders-1.xml', { cookie, method: 'POST', body: '<КоммерческаяИнформация/>' })
    expect(await codes()).toEqual(['signs-in', 'sends-orders'])
  })
})

describeOnNewestPostgres('«Подключение» of a Бухгалтерия', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  const checksOf = async (one: Connected1C) =>
    Object.fromEntries(
      (await platform.call('GET', `/api/v1/integrations/${one.id}`)).body.recognition.checks.map(
        ({ code, orders }: { code: string; orders: number | null }) => [code, orders],
      ),
    )

  it('counts orders before its start date ahead, and sends them again after', async () => {
    const one = await platform.connect({ client: 'auto' })
    for (const [id, days] of [
      ['old', 5],
      ['older', 40],
      ['new', 0],
    ] as const)
      await platform.put(id, { placedAt: new Date(Date.now() - days * 86_400_000).toISOString() })
    expect(await checksOf(one)).toEqual({ 'start-date-ahead': 2 })
    const at = { url: `${server.url}${BITRIX_SITE}`, login: one.login, password: one.password }
    const base = createBase('bp', {
      exchangeFrom: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    })
    await runExchange(base, at)
    expect(await checksOf(one)).toEqual({
      ...{ 'signs-in': null, 'site-bitrix': null, 'sends-nothing': null, 'start-date-passed': 2 },
    })
    const answer = await platform.call('POST', `/api/v1/integrations/${one.id}/early-orders`, {
      resend: true,
    })
    expect(answer.body).toEqual({ orders: 2 })
    const actions = (await platform.call('GET', '/api/v1/bulk-actions')).body.items
    expect(actions).toMatchObject([{ integrationId: one.id, action: 'resend', total: 2, done: 2 }])
    expect(await checksOf(one)).not.toHaveProperty('start-date-passed')
    const again = await runExchange(createBase('bp'), at)
    expect(again.counts).toMatchObject({ created: 2 })
  })

  it('lets a person say that they are there', async () => {
    const one = await platform.connect({ client: 'auto' })
    await platform.put('old', { placedAt: new Date(Date.now() - 5 * 86_400_000).toISOString() })
    const at = { url: server.url + OTHER_SITE, login: one.login, password: one.password }
    await runExchange(createBase('bp'), at)
    expect(await checksOf(one)).toMatchObject({ 'site-other': null, 'start-date-passed': 1 })
    const settle = async (resend: boolean) =>
      (await platform.call('POST', `/api/v1/integrations/${one.id}/early-orders`, { resend })).body
    await settle(false)
    expect(await checksOf(one)).not.toHaveProperty('start-date-passed')
    // One that comes later is told, too, and goes again without those that are there.
    await platform.put('later', { placedAt: new Date(Date.now() - 4 * 86_400_000).toISOString() })
    await runExchange(createBase('bp'), at)
    expect(await checksOf(one)).toMatchObject({ 'start-date-passed': 1 })
    expect(await settle(true)).toEqual({ orders: 1 })
    const [action] = (await platform.call('GET', '/api/v1/bulk-actions')).body.items
    expect(action).toMatchObject({ integrationId: one.id, total: 1 })
  })
})
