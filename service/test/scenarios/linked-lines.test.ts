import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { requestFindings } from '../../src/findings/recalculate.js'
import { offerOrders } from '../../src/sale-feed/offer-orders.js'
import { type Connected1C, oneC } from '../support/app/test-server.js'
import { usePlatform, useServer } from '../support/app/use-server.js'
import { catalogueSession, ITEM, importFile } from '../support/catalogue.js'
import { describeOnNewestPostgres } from '../support/databases.js'
import { inspectMarked, lockAwaited } from '../support/place.js'

describeOnNewestPostgres('a line that is linked to an item of its 1C', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  /** An integration that has the catalogue of its 1C. */
  const withCatalogue = async (settings: object) => {
    const one = await platform.connect({ paymentrules: [{}], ...settings })
    const session = await catalogueSession(server, one)
    const file = importFile([
      { id: ITEM(1), name: 'Аренду переговорных', article: 'АР-01' },
      { id: ITEM(2), name: 'Кружка', article: 'К-02' },
    ])
    expect(await session.upload('import0_1.xml', file)).toBe('success')
    return one
  }
  /** The same, with the line of the sample order linked to an item of it. */
  const linked = async (settings: object) => {
    const one = await withCatalogue(settings)
    await link(one)
    return one
  }
  const linkPath = ({ id }: Connected1C) => `/api/v1/integrations/${id}/catalogue/links/svc-12`
  const link = async (one: Connected1C, item = 1) => {
    const { body } = await platform.call('PUT', linkPath(one), { itemId: ITEM(item) })
    expect(body.state).toBe('linked')
  }
  const unlink = async (one: Connected1C) => {
    expect((await platform.call('DELETE', linkPath(one))).status).toBe(204)
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
  /** An answer of which nothing is read yet: of `pageBytes`, its first page is. */
  const answerUnderWay = async (one: Connected1C, pageBytes?: number) => {
    await oneC(server, one).signIn()
    const { rows } = await server.db.query<{ integrationKey: number; sessionId: number }>(
      `select i.key as "integrationKey", max(s.id) as "sessionId"
         from integration i join exchange_session s on s.integration_key = i.key where i.id = $1 group by i.key`,
      [one.id],
    )
    const query = { ...rows[0]!, payments: 'requisites' as const, ...(pageBytes && { pageBytes }) }
    return offerOrders(server.db, query, new AbortController().signal)
  }

  it.each([
    ['looks like Розница as much as УТ', {}],
    ['is no 1C by its name', { 'user-agent': 'curl/8.5' }],
  ])(
    'goes out under the item’s id to a program that %s, recognised or set by a person (F4.10)',
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

  it('keeps its own id in orders sent while the program was taken for Бухгалтерия (F4.11)', async () => {
    const one = await linked({ client: 'bp' })
    await platform.put('o-1')
    expect(await collects(one)).toContainEqual(ofLine)
    await becomes(one, 'ut')
    await platform.put('o-1', { comment: 'Иначе' })
    await platform.put('o-2')
    expect(await collects(one)).toEqual([item, ofLine])
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

  describe.each([
    ['made', withCatalogue, link, 'svc-12'],
    ['removed', linked, unlink, ITEM(1)],
    ['moved to another item', linked, (one: Connected1C) => link(one, 2), ITEM(1)],
  ] as const)('whose link is %s', (_how, connected, change, id) => {
    const ids = (lines: (string | undefined)[][]) => lines.map(([line]) => line)

    it('while an answer is under way, keeps its id of all pages of that answer (F4.11)', async () => {
      const one = await connected({ client: 'ut' })
      for (const order of ['o-1', 'o-2']) await platform.put(order)
      const answer = await answerUnderWay(one, 1)
      await change(one)
      expect(ids(linesIn(await text(answer.body)))).toEqual([id, id])
      for (const order of ['o-1', 'o-2']) await platform.put(order, { comment: 'Иначе' })
      expect(ids(await collects(one))).toEqual([id, id])
    })

    it('while an answer begins, keeps the id that it went out with (F4.11)', async () => {
      const one = await connected({ client: 'ut' })
      await platform.put('o-1')
      let changed: Promise<void> | undefined
      let answered: ReturnType<typeof answerUnderWay> | undefined
      await server.db.transaction(async tx => {
        const { rows } = await tx.query<{ key: number }>('select key from integration where id = $1', [
          one.id,
        ])
        await requestFindings(tx, rows[0]!.key, { putsWait: false })
        changed = change(one)
        const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                          and position('insert into finding_recalculation' in query) = 1`
        await expect.poll(async () => (await server.db.query(waiting)).rowCount).toBe(1)
        answered = answerUnderWay(one)
        await lockAwaited(tx, answered)
      })
      await changed
      const sent = ids(linesIn(await text((await answered!).body)))
      await platform.put('o-1', { comment: 'Иначе' })
      expect(ids(await collects(one))).toEqual(sent)
    })
  })

  describe.each([
    ['was linked', () => withCatalogue({ client: 'ut' }), link],
    [
      'went to a 1C taken for Бухгалтерия',
      () => linked({ client: 'bp' }),
      (one: Connected1C) => becomes(one, 'ut'),
    ],
  ] as const)('that %s between the beginnings of two answers', (_how, connected, change) => {
    it.each(['earlier', 'later'])(
      'goes on under the id of the %s answer, which ends first; the other is cut off (F4.11)',
      async which => {
        const one = await connected()
        await platform.put('o-1')
        const earlier = await answerUnderWay(one)
        await change(one)
        const later = await answerUnderWay(one)
        const [first, second] = which === 'earlier' ? [earlier, later] : [later, earlier]
        const sent = linesIn(await text(first.body))
        expect(sent[0]![0]).toBe(which === 'earlier' ? 'svc-12' : ITEM(1))
        await expect(text(second.body)).rejects.toThrow('другой номенклатурой')
        await platform.put('o-1', { comment: 'Иначе' })
        expect(await collects(one)).toEqual(sent)
      },
    )
  })

  it('goes to two sessions at once where no link changed, or its order was sent before (F4.11)', async () => {
    const one = await withCatalogue({ client: 'ut' })
    await platform.put('o-1')
    const both = async (meanwhile?: () => Promise<void>) => {
      const first = await answerUnderWay(one)
      await meanwhile?.()
      const second = await answerUnderWay(one)
      return [first, second].map(async ({ body }) => linesIn(await text(body))[0]![0])
    }
    expect(await Promise.all(await both())).toEqual(['svc-12', 'svc-12'])
    expect(await Promise.all(await both(() => link(one)))).toEqual(['svc-12', 'svc-12'])
  })

  it('is inspected by the link that it went out with once the answer under way has ended (F4.11)', async () => {
    const one = await withCatalogue({ client: 'ut' })
    await platform.put('o-1')
    const answer = await answerUnderWay(one)
    await link(one, 2)
    const findings = async () => {
      const { body } = await platform.call('GET', `/api/v1/integrations/${one.id}/findings`)
      return body.items.map(({ code }: { code: string }) => code)
    }
    await expect.poll(findings).toContain('item-name-differs')
    await text(answer.body)
    await inspectMarked(server.db)
    expect(await findings()).not.toContain('item-name-differs')
  })
})
