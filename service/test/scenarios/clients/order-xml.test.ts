import { beforeEach, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  requisitesIn,
  sampleLine,
  samplePayment,
} from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'

const THREE_RULES = {
  paymentrules: [
    { status: 'purchased', gateway: 'CKassa', paymentmethodname: 'Первая' },
    { gateway: 'ЮKassa' },
    { status: 'purchased' },
  ],
  paymentmethodname: 'Общая',
}

describeOnNewestPostgres('the XML of an order', pg => {
  const server = useServer(pg)
  let platform: Platform
  let one: Connected1C
  beforeEach(async () => {
    platform = await newPlatform(server)
    one = await platform.connect(THREE_RULES)
  })
  const query = async (init?: string): Promise<string> => {
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    if (init) await ask(init, { cookie })
    return (await ask('query', { cookie })).text
  }
  const sent = async (changes: object): Promise<Record<string, string>> => {
    await platform.put('o', changes)
    return requisitesIn(await query())
  }
  const paid = (gateway: string, amount: string, changes: object = {}) =>
    samplePayment({ id: `${gateway}-${amount}`, gateway, amount, ...changes })

  it('names the method of the first rule that is met', async () => {
    expect(await sent({})).toMatchObject({ 'Метод оплаты': 'Первая', 'Метод оплаты ИД': 'CKassa' })
    platform = await newPlatform(server)
    one = await platform.connect(THREE_RULES)
    const other = { payments: [paid('ЮKassa', '3000.00')], status: 'new' }
    expect(await sent(other)).toMatchObject({ 'Метод оплаты': 'Общая', 'Метод оплаты ИД': 'ЮKassa' })
  })

  it('carries date, number and gateway of the last payment only when it is paid in full', async () => {
    const full = await sent({
      payments: [
        paid('ЮKassa', '1000.00', { paidAt: '2026-11-16T20:30:00Z' }),
        paid('CKassa', '2000.00', { paidAt: '2026-11-16T12:00:00Z' }),
      ],
    })
    expect(full).toMatchObject({
      ...{ 'Заказ оплачен': 'true', 'Дата оплаты': '2026-11-17', 'Метод оплаты ИД': 'ЮKassa' },
      'Номер платежного документа': expect.stringMatching(/^\d{1,10}$/),
    })
    for (const payments of [
      [paid('CKassa', '2999.99')],
      [paid('CKassa', '3000.00', { status: 'refunded' })],
      [paid('CKassa', '3000.00', { status: 'pending', paidAt: undefined })],
      [paid('CKassa', '3000.00'), paid('ЮKassa', '0.01')],
      [],
    ]) {
      const requisites = await sent({ payments })
      expect(requisites, JSON.stringify(payments)).not.toHaveProperty('Дата оплаты')
      expect(requisites).not.toHaveProperty('Номер платежного документа')
      expect(requisites['Заказ оплачен'] ?? 'false').toBe('false')
    }
  })

  it('tells a 1C only of payments whose gateway its rules name', async () => {
    const own = await platform.connect({ paymentrules: [{ status: 'purchased', gateway: 'CKassa' }] })
    await platform.put('o', { payments: [paid('CKassa', '1000.00'), paid('ЮKassa', '2000.00')] })
    const { ask, signIn } = oneC(server, own)
    const { text } = await ask('query', { cookie: await signIn() })
    expect(text).not.toContain('ЮKassa')
    expect(requisitesIn(text)).not.toHaveProperty('Дата оплаты')
  })

  it('a client that announced 2.10 gets payments as documents, none in requisites', async () => {
    await platform.put('o', {
      payments: [
        paid('CKassa', '1000.00', { paidAt: '2026-11-16T20:30:00Z' }),
        paid('ЮKassa', '500.50', { paidAt: '2026-11-17T03:00:00Z' }),
      ],
    })
    const xml = await query('init&cmlVersion=2.10')
    expect(xml).toContain('ВерсияСхемы="2.10"')
    const documents = xml.match(/<ПодчиненныйДокумент>.*?<\/ПодчиненныйДокумент>/gs)!
    expect(documents).toHaveLength(2)
    expect(documents[0]).toMatch(/<Сумма>1000\.00<\/Сумма>/)
    expect(documents[0]).toMatch(/<Дата>2026-11-17<\/Дата>/)
    expect(requisitesIn(documents[1]!)).toMatchObject({ Оплачено: 'true', 'Метод оплаты ИД': 'ЮKassa' })
    const order = xml.replace(/<ПодчиненныеДокументы>.*<\/ПодчиненныеДокументы>/s, '')
    expect(requisitesIn(order)).not.toHaveProperty('Дата оплаты')
    expect(requisitesIn(order)).not.toHaveProperty('Номер платежного документа')
  })

  it('keeps date and time by the location’s clock, whatever offset they came with', async () => {
    await platform.put('o', { placedAt: '2026-11-16T23:30:00Z' })
    const xml = await query()
    expect(xml).toContain('<Дата>2026-11-17</Дата>')
    expect(xml).toContain('<Время>04:30:00</Время>')
  })

  it('with vatIncluded false says so, its total with VAT added', async () => {
    await platform.put('o', { vatIncluded: false, total: '3600.00', payments: [paid('CKassa', '3600.00')] })
    const xml = await query()
    expect([...xml.matchAll(/<УчтеноВСумме>(.*?)</g)].map(([, said]) => said)).toEqual(['false', 'false'])
    expect(xml).toMatch(/<Курс>1<\/Курс><Сумма>3600\.00<\/Сумма>/)
    expect(xml).toMatch(/<Сумма>600\.00<\/Сумма>/)
    expect((await platform.put('p', { vatIncluded: false })).status).toBe(422)
  })

  it('delivery is a service line with requisites, place and attributes are requisites', async () => {
    await platform.put('o', {
      ...{ total: '3350.00', comment: 'Срочно', place: { id: 'b1', name: 'Корпус 1, переговорная 501' } },
      delivery: {
        ...{ name: 'Курьер', amount: '350.00', vat: '20', address: 'ул. Мира, 1', recipient: 'Анна' },
        trackNumber: 'T-1',
      },
      attributes: { Подразделение: 'Север', Пустой: '', 'Статус заказа': 'подделка' },
    })
    const xml = await query()
    const line = /<Товар><Ид>ORDER_DELIVERY<\/Ид>.*?<\/Товар>/s.exec(xml)![0]
    expect(line).toContain('<Сумма>350.00</Сумма>')
    expect(line).toMatch(/ВидНоменклатуры<\/Наименование><Значение>Услуга/)
    const requisites = requisitesIn(xml.replace(/<Товары>.*<\/Товары>/s, ''))
    expect(requisites).toMatchObject({ Место: 'Корпус 1, переговорная 501', Подразделение: 'Север' })
    expect(requisites['Статус заказа']).toBe('purchased')
    expect(Object.keys(requisites)).not.toContain('Пустой')
    expect(xml).not.toContain('<Значение></Значение>')
    expect(xml).toContain('<Комментарий>Заказ OLV/17. Оплата pay-17, CKassa. Срочно</Комментарий>')
  })

  it('gives prices and sums net of a discount, and tells Бухгалтерия no more of it', async () => {
    await platform.put('o', {
      lines: [sampleLine({ discount: '100.50', amount: '2899.50' })],
      ...{ total: '2899.50', payments: [] },
    })
    const xml = await query()
    expect(xml).toContain(
      '<ЦенаЗаЕдиницу>1449.75</ЦенаЗаЕдиницу><Количество>2</Количество><Сумма>2899.50</Сумма>',
    )
    expect(xml).not.toContain('Скидк')
  })

  it('takes sums within half a kopeck', async () => {
    const line = (amount: string) => ({
      lines: [sampleLine({ quantity: '0.3333', price: '0.15', amount })],
      ...{ total: amount, payments: [] },
    })
    expect((await platform.put('a', line('0.05'))).status).toBe(201)
    expect((await platform.put('b', line('0.06'))).status).toBe(422)
  })

  it('has stable ids of at most 40 characters, distinct for distinct customers', async () => {
    const long = (end: string) => ({
      id: `${'c'.repeat(150)}${end}`,
      kind: 'person',
      firstName: 'А',
      lastName: 'Б',
    })
    for (const [id, end] of [
      ['a', '1'],
      ['b', '2'],
      ['c', '1'],
    ])
      await platform.put(`${'o'.repeat(60)}${id}`, { customer: long(end!), number: id })
    const read = async (): Promise<[string[], string[]]> => {
      const xml = await query()
      const ids = (pattern: RegExp) => [...xml.matchAll(pattern)].map(([, id]) => id!)
      return [ids(/<Документ><Ид>(.*?)</g), ids(/<Контрагент><Ид>(.*?)</g)]
    }
    const [orders, customers] = await read()
    expect(await read()).toEqual([orders, customers])
    for (const id of [...orders, ...customers]) expect(id.length).toBeLessThanOrEqual(40)
    expect(new Set(orders).size).toBe(3)
    expect(customers[0]).toBe(customers[2])
    expect(customers[0]).not.toBe(customers[1])
  })
})
