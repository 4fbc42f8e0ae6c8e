import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { offerOrders } from '../../src/sale-feed/offer-orders.js'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  startTestServer,
  type TestServer,
} from '../support/app/test-server.js'
import { catalogueSession, ITEM, importFile } from '../support/catalogue.js'
import { describeOnEachPostgres } from '../support/databases.js'

describeOnEachPostgres('a line that is linked to an item of its 1C', pg => {
  let server: TestServer
  let platform: Platform
  beforeAll(async () => {
    server = await startTestServer(await pg.freshDatabase())
    return () => server[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    platform = await newPlatform(server)
  })
  /** An integration that has the catalogue of its 1C, with the line of the sample order linked to an item of it. */
  const linked = async (settings: object) => {
    const one = await platform.connect({ paymentrules: [{}], ...settings })
    const session = await catalogueSession(server, one)
    const file = importFile([{ id: ITEM(1), name: 'Аренду переговорных', article: 'АР-01' }])
    expect(await session.upload('import0_1.xml', file)).toBe('success')
    await link(one)
    return one
  }
  const link = async ({ id }: Connected1C) => {
    const path = `/api/v1/integrations/${id}/catalogue/links/svc-12`
    expect((await platform.call('PUT', path, { itemId: ITEM(1) })).body.state).toBe('linked')
  }
  const becomes = async ({ id }: Connected1C, client: string) => {
    const { body } = await platform.call('POST', `/api/v1/integrations/${id}/client`, { client })
    expect(body.recognition.applied).toBe(client)
  }
  const linesIn = (xml: string) =>
    [...xml.matchAll(/<Товар><Ид>([^<]+).*?<Наименование>([^<]+)/gs)].map(([, id, name]) => [id, name])
  /** Id and name of the line of each order that 1C gets and confirms, as the preview showed them. */
  const collects = async (one: Connected1C, headers: Record<string, string> = {}) => {
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    const preview = await platform.call('GET', `/api/v1/integrations/${one.id}/preview`)
    const { text } = await ask('query', { cookie, headers })
    expect((await ask('success', { cookie, headers })).text).toBe('success')
    expect(linesIn(preview.text)).toEqual(linesIn(text))
    return linesIn(text)
  }
  const item = [ITEM(1), 'Аренду переговорных']
  const ofLine = ['svc-12', 'Аренду переговорных']
  /** Makes the orders sent so far those of an earlier version, and runs what a migration did to the rows. */
  const migrate = async (file: string) => {
    await server.db.query('update outbox_entry set line_ids = null')
    const migration = await readFile(new URL(`../../migrations/${file}`, import.meta.url), 'utf8')
    await server.db.query(migration.slice(migration.indexOf('update ')))
  }
  /** An answer of which nothing is read yet. */
  const answerUnderWay = async (one: Connected1C) => {
    await oneC(server, one).signIn()
    const { rows } = await server.db.query<{ integrationKey: number; sessionId: number }>(
      `select i.key as "integrationKey", max(s.id) as "sessionId"
         from integration i join exchange_session s on s.integration_key = i.key where i.id = $1 group by i.key`,
      [one.id],
    )
    const query = { ...rows[0]!, payments: 'requisites' as const }
    return offerOrders(server.db, query, new AbortController().signal)
  }

  it.each([
    ['looks like Розница as much as УТ', {}],
    ['is no 1C by its name', { 'user-agent': 'curl/8.5' }],
  ])(
    'goes out under the item’s id to a program that %s, before a person says which it is and after (F4.10)',
    async (_how, headers) => {
      const one = await linked({ client: undefined })
      await platform.put('o-1')
      expect(await collects(one, headers)).toEqual([item])
      const { body } = await platform.call('GET', `/api/v1/integrations/${one.id}`)
      expect(body.recognition).toMatchObject({ client: null, applied: 'auto' })
      await becomes(one, 'rt')
      await platform.put('o-1', { comment: 'Иначе' })
      expect(await collects(one, headers)).toEqual([item])
    },
  )

  it('keeps its own id in orders that went out by it while the program was taken for Бухгалтерия (F4.11)', async () => {
    const one = await linked({ client: 'bp' })
    await platform.put('o-1')
    expect(await collects(one)).toContainEqual(ofLine)
    await becomes(one, 'ut')
    await platform.put('o-1', { comment: 'Иначе' })
    await platform.put('o-2')
    expect(await collects(one)).toEqual([item, ofLine])
  })

  it('keeps its own id in orders that went out before a version that sends the item’s to every program but Бухгалтерия (F4.11)', async () => {
    const [unknown, ut] = [await linked({ client: undefined }), await linked({ client: 'ut' })]
    await platform.put('o-1')
    for (const one of [unknown, ut]) expect(await collects(one)).toEqual([item])
    await migrate('0070_line_ids.sql')
    await platform.put('o-1', { comment: 'Иначе' })
    await platform.put('o-2')
    expect(await collects(unknown)).toEqual([item, ofLine])
    expect(await collects(ut)).toEqual([item, item])
  })

  it.each(['ut', undefined])(
    'keeps the id of the first time in each order when the program, "client": %s, is taken for Бухгалтерия by mistake (F4.11)',
    async client => {
      const one = await linked({ client })
      await platform.put('o-1')
      expect(await collects(one)).toEqual([item])
      await becomes(one, 'bp')
      await platform.put('o-1', { comment: 'Иначе' })
      await platform.put('o-2')
      expect(await collects(one)).toEqual([ofLine, item])
      await becomes(one, 'ut')
      for (const order of ['o-1', 'o-2']) await platform.put(order, { comment: 'Ещё раз' })
      await platform.put('o-3')
      expect(await collects(one)).toEqual([item, item, ofLine])
    },
  )

  it('keeps the id of each order that went out before a version that notes it (F4.11)', async () => {
    const [bp, ut] = [await linked({ client: 'bp' }), await linked({ client: 'ut' })]
    await platform.put('o-1')
    expect(await collects(bp)).toEqual([ofLine])
    expect(await collects(ut)).toEqual([item])
    await migrate('0075_ids_sent.sql')
    await becomes(ut, 'bp')
    for (const one of [bp, ut]) await becomes(one, 'ut')
    await platform.put('o-1', { comment: 'Иначе' })
    expect(await collects(bp)).toEqual([ofLine])
    expect(await collects(ut)).toEqual([item])
  })

  it.each([
    ['bp', 'ut', ofLine],
    ['ut', 'bp', item],
  ])(
    'keeps the id of an answer that is under way while %s becomes %s (F4.11)',
    async (client, next, sent) => {
      const one = await linked({ client })
      await platform.put('o-1')
      const answer = await answerUnderWay(one)
      await becomes(one, next)
      expect(await text(answer.body)).toContain(`<Ид>${sent[0]}</Ид>`)
      await platform.put('o-1', { comment: 'Иначе' })
      expect(await collects(one)).toEqual([sent])
    },
  )
})
