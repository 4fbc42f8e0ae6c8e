import { expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  sampleLine,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { CHARACTERISTIC, ITEM, importFile, offersFile } from '../../../../test/support/catalogue.js'
import { describeOnEachPostgres } from '../../../../test/support/databases.js'
import { listLinks } from '../../../catalogue/links/list-links.js'

describeOnEachPostgres('the catalogue of a 1C', pg => {
  const server = useServer(pg)
  let platform: Platform
  let ut: Connected1C
  const call = async (method: string, path: string, body?: object) =>
    platform.call(method, `/api/v1/integrations/${ut.id}/catalogue${path}`, body)
  const get = async (path: string) => (await call('GET', path)).body
  const names = async (query: string): Promise<string[]> =>
    (await get(`/items?${query}`)).items.map(({ name }: { name: string }) => name)
  const upload = async (name: string, file: string): Promise<void> => {
    const base = oneC(server, ut)
    const cookie = await base.signIn()
    const query = `filename=${name}&type=catalog`
    const { text } = await base.ask(`file&${query}`, { cookie, body: file })
    expect(text).toBe('success')
    await expect.poll(async () => (await base.ask(`import&${query}`, { cookie })).text).toBe('success')
  }
  const groups =
    '<Группа><Ид>g1</Ид><Наименование>Услуги</Наименование><Группы><Группа><Ид>g2</Ид><Наименование>Аренда</Наименование></Группа></Группы></Группа>'
  const items = [
    { id: ITEM(1), name: 'Аренду переговорных', article: 'АР-01', vat: '20', group: 'g2' },
    { id: ITEM(2), name: 'Печать документов', article: 'ПЧ-7', vat: '10', group: 'g1' },
    { id: ITEM(3), name: 'Кружка', deleted: true, kind: 'Товар' },
    { id: ITEM(4), name: 'Аренда рабочего места', vat: 'Без НДС', unit: { code: '356', name: 'ч' } },
    { id: ITEM(5), name: 'Футболка', article: 'Ф-1', kind: 'Товар', vat: '20', group: 'g9' },
    { id: `${ITEM(6)}#${CHARACTERISTIC(1)}`, name: 'Стол', characteristic: 'белый' },
  ]
  const red = `${ITEM(5)}#${CHARACTERISTIC(1)}`
  const fresh = async (): Promise<void> => {
    platform = await newPlatform(server)
    ut = await platform.connect({ client: 'ut', paymentrules: [{}] })
    await upload('import0_1.xml', importFile(items, { groups }))
    const price = { id: ITEM(1), price: '1500', quantity: '4', stock: '4' }
    await upload(
      'offers0_1.xml',
      offersFile([price, { id: red, name: 'Футболка (красная)', characteristic: 'красная' }]),
    )
  }

  it('is searched in the forms of words, by article, group and state, page by page', async () => {
    await fresh()
    expect(await names('q=аренда переговорной')).toEqual(['Аренду переговорных'])
    expect(await names('q=арен')).toEqual(['Аренда рабочего места', 'Аренду переговорных'])
    expect(await names('q=и документы')).toEqual(['Печать документов'])
    expect(await names('q=ар 0')).toEqual(['Аренду переговорных'])
    expect(await names(`q=${ITEM(4)}`)).toEqual(['Аренда рабочего места'])
    expect(await names(`q=${encodeURIComponent("' | & : * \\ '")}`)).toEqual([])
    expect(await names('group=g1')).toEqual(['Аренду переговорных', 'Печать документов'])
    // A characteristic is in the groups of its item.
    expect(await names('group=g9')).toEqual(['Футболка', 'Футболка (красная)'])
    expect(await names('q=белые столы')).toEqual(['Стол'])
    expect(await names('group=g2&state=current')).toEqual(['Аренду переговорных'])
    expect(await names('state=deleted')).toEqual(['Кружка'])
    expect(await names('q=белый&group=&state=&cursor=')).toEqual(['Стол'])
    const first = await get('/items?limit=4')
    expect(first).toMatchObject({
      counts: { current: 6, deleted: 1, gone: 0 },
      ...{ priceTypes: 1, latest: { name: 'offers0_1.xml', whole: true } },
    })
    const { body } = await platform.call('GET', `/api/v1/exchanges/${first.latest.exchangeId}/uploads`)
    expect(body.items).toMatchObject([{ documents: 2, catalogue: { whole: true, added: 1, changed: 1 } }])
    const second = await get(`/items?limit=4&cursor=${first.next}`)
    expect(second).toMatchObject({ counts: null, priceTypes: null, latest: null })
    expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual([
      ...['Аренда рабочего места', 'Аренду переговорных', 'Кружка', 'Печать документов'],
      ...['Стол', 'Футболка', 'Футболка (красная)'],
    ])
  })

  it('shows an item with prices and stock; a characteristic has what its item has', async () => {
    expect(await get(`/items/${ITEM(1)}`)).toMatchObject({
      ...{ itemId: ITEM(1), article: 'АР-01', vat: '20', kind: 'service', state: 'current', quantity: '4' },
      unit: { code: '796', name: 'шт' },
      prices: [{ priceTypeId: 't1', priceType: 'Розничная', price: '1500', currency: 'RUB' }],
      stock: [{ warehouseId: 'w1', warehouse: 'Главный склад', quantity: '4' }],
    })
    expect(await get(`/items/${encodeURIComponent(red)}`)).toMatchObject({
      ...{ itemId: red, name: 'Футболка (красная)', article: 'Ф-1', vat: '20', kind: 'goods' },
      characteristics: [{ name: 'Цвет', value: 'красная' }],
    })
    const table = `${ITEM(6)}#${CHARACTERISTIC(1)}`
    expect((await get(`/items/${encodeURIComponent(table)}`)).characteristics).toEqual([
      { name: 'Цвет', value: 'белый' },
    ])
    expect((await call('GET', `/items/${ITEM(9)}`)).status).toBe(404)
    expect(await get('/groups')).toEqual({
      items: [
        { groupId: 'g2', parentId: 'g1', name: 'Аренда', state: 'current', items: 1 },
        { groupId: 'g1', parentId: null, name: 'Услуги', state: 'current', items: 1 },
      ],
    })
    expect((await get('/price-types')).items).toMatchObject([
      { priceTypeId: 't1', name: 'Розничная', currency: 'RUB' },
    ])
  })

  it('is searched in forms that differ in a fleeting vowel, with ё or е', async () => {
    platform = await newPlatform(server)
    ut = await platform.connect({ client: 'ut', paymentrules: [{}] })
    const offered = [
      'Игрушки для ёлок',
      'Ёлка живая',
      'Набор кресел',
      'Чехол скамейки',
      'Молотки',
      'Нож для писем',
      'Парта',
    ]
    await upload('import0_1.xml', importFile(offered.map((name, index) => ({ id: ITEM(index + 1), name }))))
    for (const word of ['елка', 'ёлка', 'елок', 'ёлок', 'ёлки', 'ЕЛКАМИ'])
      expect([word, await names(`q=${word}`)]).toEqual([word, ['Ёлка живая', 'Игрушки для ёлок']])
    for (const [word, name] of [
      ['кресло', 'Набор кресел'],
      ['кресел', 'Набор кресел'],
      ['скамеек', 'Чехол скамейки'],
      ['молоток', 'Молотки'],
      ['письма', 'Нож для писем'],
      ['живых ёлок', 'Ёлка живая'],
    ])
      expect([word, await names(`q=${word}`)]).toEqual([word, [name]])
    expect(await names('q=порт')).toEqual([])
  })

  it('is linked with lines of orders: most used first, what differs, broken with a lost item', async () => {
    await fresh()
    const rent = sampleLine({ id: 'rent', name: 'Аренда переговорной', unit: '356', vat: '10' })
    const total = '3000.00'
    await platform.put('o-1', { lines: [rent], total })
    await platform.put('o-2', { lines: [rent], total })
    await platform.put('o-3', { lines: [sampleLine({ id: 'ПЧ 7', name: 'Печать', vat: '22' })], total })
    expect(await get('/links')).toMatchObject({
      items: [
        { lineId: 'rent', name: 'Аренда переговорной', uses: 2, state: 'unlinked', item: null },
        { lineId: 'ПЧ 7', uses: 1, state: 'unlinked' },
      ],
      counts: { linked: 0, unlinked: 2, broken: 0 },
    })
    const { rows } = await server.db.query<{ key: number }>('select key from integration where id = $1', [
      ut.id,
    ])
    const latest = await listLinks(server.db, rows[0]!.key, { limit: 10, orders: 2, bytes: 1_000_000 })
    expect(latest.items.map(({ lineId, uses }) => [lineId, uses])).toEqual([
      ['rent', 1],
      ['ПЧ 7', 1],
    ])
    // The order that reaches the limit is the last one.
    const short = await listLinks(server.db, rows[0]!.key, { limit: 10, orders: 10, bytes: 1 })
    expect(short.items.map(({ lineId }) => lineId)).toEqual(['ПЧ 7'])
    const suggested = await call('POST', '/links:suggest', {
      lines: [{ lineId: 'rent' }, { lineId: 'ПЧ 7' }, { lineId: 'x' }],
    })
    expect(suggested.body.items).toMatchObject([
      {
        lineId: 'rent',
        suggestions: [{ item: { itemId: ITEM(1) }, by: 'name', score: 0.99 }, { item: { itemId: ITEM(4) } }],
      },
      { lineId: 'ПЧ 7', suggestions: [{ item: { itemId: ITEM(2) }, by: 'article', score: 1 }] },
      { lineId: 'x', suggestions: [] },
    ])
    const linked = await call('PUT', '/links/rent', { itemId: ITEM(1).toUpperCase() })
    expect([linked.status, linked.body.state, linked.body.item.itemId]).toEqual([200, 'linked', ITEM(1)])
    expect((await call('PUT', '/links/%D0%9F%D0%A7%207', { itemId: `${ITEM(2)}#${ITEM(2)}` })).status).toBe(
      200,
    )
    expect((await get('/links?state=linked')).items).toMatchObject([
      { lineId: 'rent', differs: ['unit', 'vat'], item: { name: 'Аренду переговорных' } },
      { lineId: 'ПЧ 7', differs: ['vat'] },
    ])
    expect((await get(`/items/${ITEM(1)}`)).lineIds).toEqual(['rent'])
    for (const itemId of [ITEM(9), ITEM(3)]) {
      const { status, body } = await call('PUT', '/links/rent', { itemId })
      expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid', '/itemId'])
    }
    await upload('import0_2.xml', importFile([{ ...items[0]!, deleted: true }], { changesOnly: true }))
    expect((await get('/links?state=broken')).items).toMatchObject([
      { lineId: 'rent', state: 'broken', item: { itemId: ITEM(1), state: 'deleted' } },
    ])
    const events = await platform.call('GET', `/api/v1/events?types=catalogue.updated`)
    expect(events.body.items.at(-1)).toMatchObject({
      integrationId: ut.id,
      data: { whole: false, added: 0, changed: 1, gone: 0, brokenLinks: ['rent'] },
    })
    expect((await call('DELETE', '/links/rent')).status).toBe(204)
    expect((await get('/links?state=unlinked&q=АРЕНДА')).items).toMatchObject([{ lineId: 'rent' }])
    expect((await get('/links?state=unlinked&q=ren')).items).toMatchObject([{ lineId: 'rent' }])
  })

  it('gives new orders its own ids; an order keeps those it was first given with (F4.11)', async () => {
    await fresh()
    const base = oneC(server, ut)
    const idsOf = (xml: string) => [...xml.matchAll(/<Товар><Ид>([^<]+)/g)].map(([, id]) => id)
    const given = async () => {
      const cookie = await base.signIn()
      const { text } = await base.ask('query', { cookie })
      await base.ask('success', { cookie })
      return idsOf(text)
    }
    await platform.put('o-1')
    expect(await given()).toEqual(['svc-12'])
    await call('PUT', '/links/svc-12', { itemId: ITEM(1) })
    await platform.put('o-2')
    await platform.put('o-1', { comment: 'Иначе' })
    expect((await given()).toSorted()).toEqual([ITEM(1), 'svc-12'].toSorted())
    await call('PUT', '/links/svc-12', { itemId: ITEM(4) })
    await platform.put('o-3')
    await platform.put('o-2', { comment: 'Иначе' })
    expect((await given()).toSorted()).toEqual([ITEM(1), ITEM(4)].toSorted())
    await call('DELETE', '/links/svc-12')
    await platform.put('o-3', { comment: 'Иначе' })
    const { body } = await platform.call('GET', `/api/v1/orders/o-3/xml?integrationId=${ut.id}`)
    expect(idsOf(body.xml)).toEqual([ITEM(4)])
    expect(await given()).toEqual([ITEM(4)])
  })

  it('is checked against puts: the sender is warned, and findings follow the catalogue', async () => {
    await fresh()
    await call('PUT', '/links/svc-12', { itemId: ITEM(4) })
    const { body } = await platform.put('o-1')
    const codes = body.warnings.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(expect.arrayContaining(['unit-differs', 'vat-differs']))
    const findings = async (): Promise<string[]> =>
      (await platform.call('GET', `/api/v1/integrations/${ut.id}/findings`)).body.items.map(
        ({ code }: { code: string }) => code,
      )
    expect(await findings()).not.toContain('linked-item-gone')
    await upload('import0_3.xml', importFile([{ ...items[3]!, deleted: true }], { changesOnly: true }))
    await expect.poll(findings, { timeout: 60_000 }).toContain('linked-item-gone')
  })
})
