import { expect, it } from 'vitest'
import { type Connected1C, oneC, samplePayment } from '../../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

describeOnNewestPostgres('numbers for 1C', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  const exportsOf = async (id: string) =>
    (await platform.call('GET', `/api/v1/orders/${id}/exports`)).body.items

  it('are counted per company from 1, alike for its integrations, kept through changes (F2.2)', async () => {
    const [one, two] = [await platform.connect(), await platform.connect()]
    const { body: other } = await platform.call('POST', '/api/v1/companies', {
      name: 'ООО «Лютик»',
      inn: '7707083893',
    })
    expect((await platform.put('a')).body.numberIn1c).toBe('1')
    expect((await platform.put('b', { companyId: other.id })).body.numberIn1c).toBe('1')
    expect((await platform.put('c')).body.numberIn1c).toBe('2')
    expect((await platform.put('a', { comment: 'x' })).body.numberIn1c).toBe('1')
    expect(await oneC(server, one).exchange()).toEqual(['1', '2'])
    expect(await oneC(server, two).exchange()).toEqual(['1', '2'])
  })

  const change = (one: Connected1C, settings: object, more: object = {}) =>
    platform.call('PATCH', `/api/v1/integrations/${one.id}`, {
      settings: { paymentrules: [{}], paymentmethodname: 'Карта', ...settings },
      ...more,
    })

  it('start where ordernumberfrom says and are never given twice', async () => {
    await platform.put('a')
    const one = await platform.connect({ ordernumberfrom: 500 })
    expect((await platform.put('b')).body.numberIn1c).toBe('500')
    await change(one, { ordernumberfrom: 1 })
    expect((await platform.put('c')).body.numberIn1c).toBe('501')
    expect((await platform.put('a', { comment: 'x' })).body.numberIn1c).toBe('1')
  })

  it('jump by more than 10,000 past the highest one given only with "confirm", and the refusal says what is lost', async () => {
    await platform.put('a')
    const one = await platform.connect()
    expect((await change(one, { ordernumberfrom: 10_001 })).status).toBe(200)
    const refused = await change(one, { ordernumberfrom: 10_002 })
    expect([refused.status, refused.body.code]).toEqual([409, 'number-jump'])
    expect(refused.body.errors[0].path).toBe('/settings/ordernumberfrom')
    expect(refused.body.detail).toMatch(/с 2 по 10001 пропали бы.*осталось бы 989998/)
    expect((await change(one, { ordernumberfrom: 10_002 }, { confirm: false })).status).toBe(409)
    // Nothing was saved of it.
    expect((await platform.call('GET', `/api/v1/integrations/${one.id}`)).body.settings.ordernumberfrom).toBe(
      10_001,
    )
    expect((await change(one, { ordernumberfrom: 999_999 }, { confirm: true })).status).toBe(200)
    // Other settings may change meanwhile without confirmation.
    expect((await change(one, { ordernumberfrom: 999_999, zip: true })).status).toBe(200)
    const made = await platform.call('POST', '/api/v1/integrations', {
      ...{ class: 'CommerceML', name: 'Ещё', companyId: platform.companyId },
      settings: { paymentrules: [{}], paymentmethodname: 'Карта', ordernumberfrom: 50_000 },
    })
    expect(made.status).toBe(201)
  })

  it('that nobody got are taken back by a lower ordernumberfrom; another’s start counts too', async () => {
    await platform.put('a')
    const one = await platform.connect()
    await change(one, { ordernumberfrom: 999_999 }, { confirm: true })
    const lower = await change(one, { ordernumberfrom: 1 })
    expect(lower.body.notes).toEqual([expect.stringContaining('Следующий номер компании — 2')])
    expect((await platform.put('b')).body.numberIn1c).toBe('2')
    await change(one, { ordernumberfrom: 700 })
    await platform.connect({ ordernumberfrom: 600 })
    expect((await platform.put('c')).body.numberIn1c).toBe('700')
    const { items } = (await platform.call('GET', '/api/v1/companies')).body
    expect(items[0].orderCount).toBe(3)
  })

  it('that nobody got are taken back once ordernumberfrom is gone; another’s start stays', async () => {
    const one = await platform.connect()
    await change(one, { ordernumberfrom: 999_999 }, { confirm: true })
    const cleared = await change(one, {})
    expect(cleared.body.notes).toEqual([expect.stringContaining('Следующий номер компании — 1.')])
    expect((await platform.put('a')).body.numberIn1c).toBe('1')
    await change(one, { ordernumberfrom: 500 })
    await platform.connect({ ordernumberfrom: 300 })
    expect((await change(one, {})).body.notes).toEqual([expect.stringContaining('— 300.')])
    expect((await platform.put('b')).body.numberIn1c).toBe('300')
    await change(one, { ordernumberfrom: 700 })
    // One that is made without a start leaves the counter where it is.
    await platform.connect()
    expect((await platform.put('c')).body.numberIn1c).toBe('700')
  })

  it('of over six digits are not given to a 1C that cuts them: 409 with the way out, no gap', async () => {
    const one = await platform.connect()
    await change(one, { ordernumberfrom: 999_999 }, { confirm: true })
    expect((await platform.put('a')).body.numberIn1c).toBe('999999')
    const refused = await platform.put('b')
    expect([refused.status, refused.body.code]).toEqual([409, 'numbers-exhausted'])
    const detailAs = async (client: string): Promise<string> => {
      await change(one, { client, ordernumberfrom: 999_999 })
      return (await platform.put('b')).body.detail
    }
    const [restart, noRestart] = ['Бухгалтерия различает счета ещё и по году', 'УНФ год не различает']
    // Of a program that is not known yet, whatever it may be.
    expect(refused.body.detail).toMatch(new RegExp(`«Программа 1С».*${restart}.*${noRestart}`))
    const asBp = await detailAs('bp')
    expect(asBp).toContain(restart)
    expect(asBp).not.toMatch(/УНФ|client/)
    const asUnf = await detailAs('unf')
    expect(asUnf).toContain(noRestart)
    expect(asUnf).not.toMatch(/Бухгалтерия|client/)
    const another = await platform.connect({ client: 'auto' })
    expect((await platform.put('b')).body.detail).not.toContain('client')
    await platform.call('DELETE', `/api/v1/integrations/${another.id}`)
    expect((await platform.put('a', { comment: 'x' })).body).toMatchObject({
      numberIn1c: '999999',
      revision: 2,
    })
    // УТ stores longer ones.
    await change(one, { client: 'ut', ordernumberfrom: 999_999 })
    expect((await platform.put('b')).body.numberIn1c).toBe('1000000')
    expect(await oneC(server, one).exchange()).toEqual(['999999', '1000000'])
    const back = await change(one, { client: 'bp' })
    expect([back.status, back.body.code]).toEqual([409, 'numbers-exhausted'])
    expect(back.body.detail).toContain('последний — 1000000')
  })

  it('are the platform’s with ordernumber platform: number, else id; its export shows it', async () => {
    const own = await platform.connect({ ordernumber: 'platform' })
    const plain = await platform.connect()
    expect((await platform.put('olv-17')).body.numberIn1c).toBe('1')
    expect((await platform.put('olv-18', { number: undefined })).body.numberIn1c).toBe('2')
    expect(await exportsOf('olv-17')).toMatchObject([{ numberIn1c: 'OLV/17' }, { numberIn1c: '1' }])
    expect(await exportsOf('olv-18')).toMatchObject([{ numberIn1c: 'olv-18' }, { numberIn1c: '2' }])
    expect(await oneC(server, own).exchange()).toEqual(['OLV/17', 'olv-18'])
    expect(await oneC(server, plain).exchange()).toEqual(['1', '2'])
  })

  it('stand in lists and files as each 1C has them, also swapped and after a switch', async () => {
    const own = await platform.connect({ ordernumber: 'platform' })
    await platform.put('a', { number: '2' })
    await platform.put('b', { number: '1' })
    const listed = async () => {
      const { items } = (await platform.call('GET', '/api/v1/orders')).body
      return Object.fromEntries(
        items.map(
          ({
            id,
            numberIn1c,
            exports,
          }: {
            id: string
            numberIn1c: string
            exports: { numberIn1c: string }[]
          }) => [id, [numberIn1c, ...exports.map(one => one.numberIn1c)]],
        ),
      )
    }
    const inFile = async (query = '') => {
      const { text } = await platform.call('GET', `/api/v1/orders.csv${query}`)
      const cells = (line: string) => [...line.matchAll(/(?:^|,)("[^"]*"|[^,]*)/g)].map(([, cell]) => cell!)
      const [head, ...rows]: string[][] = text.trim().split('\r\n').map(cells)
      const place = head!.findIndex(name => name.endsWith('№ в 1С'))
      return rows.map(row => row[place]!.replaceAll('"', ''))
    }
    expect(await listed()).toEqual({ a: ['1', '2'], b: ['2', '1'] })
    expect(await inFile('?id=a')).toEqual(['2'])
    expect(await oneC(server, own).exchange()).toEqual(['2', '1'])
    expect((await change(own, {})).status).toBe(200)
    const counted = await platform.connect()
    expect(await listed()).toEqual({ a: ['1', '2', '1'], b: ['2', '1', '2'] })
    // Once it is owed to both.
    await expect.poll(() => inFile('?id=a')).toEqual(['2, 1'])
    expect(await inFile(`?id=a&integrationId=${counted.id}`)).toEqual(['1'])
    await server.db.query(`update outbox_entry set owed_since = owed_since - interval '2 hours'`)
    const { ordersToLookAt } = (await platform.call('GET', '/api/v1/overview')).body
    expect(ordersToLookAt[0].exports.map((one: { numberIn1c: string }) => one.numberIn1c)).toEqual(['2', '1'])
  })

  it.each([
    ['short', 'OLV/17', 'OLV/17'],
    ['of eleven characters', '12345678901', '12345678901'],
    ['too long', '123456789012', 'S-1'],
    ['with a # that 1C would cut at', 'A#17', 'S-1'],
    ['with blanks run together', 'A  17', 'S-1'],
    ['with blanks around', ' A17 ', 'S-1'],
    ['with signs that XML escapes', '<&">', '<&">'],
    ['with an emoji', 'A😀', 'A😀'],
    ['absent', undefined, '17'],
  ])('are told by exports as the XML writes them: a number %s', async (_what, number, told) => {
    expect((await platform.put('17', { number })).status).toBe(201)
    const one = await platform.connect({ ordernumber: 'platform', client: 'ut' })
    const { xml } = (await platform.call('GET', `/api/v1/orders/17/xml?integrationId=${one.id}`)).body
    expect(unescaped(/<Номер>(.*?)<\/Номер>/.exec(xml)![1]!)).toBe(told)
    expect((await oneC(server, one).exchange()).map(unescaped)).toEqual([told])
    expect(await exportsOf('17')).toMatchObject([{ numberIn1c: told }])
  })

  it('longer than 11 characters are refused for that company alone, with the remedy', async () => {
    const { body: other } = await platform.call('POST', '/api/v1/companies', {
      name: 'ООО «Лютик»',
      inn: '7707083893',
    })
    await platform.connect({ ordernumber: 'platform' })
    const long = await platform.put('o', { number: '123456789012' })
    expect([long.status, long.body.errors[0].path]).toEqual([422, '/number'])
    expect(long.body.errors[0].message).toContain('По порядку')
    const byId = await platform.put('order-123456', { number: undefined })
    expect([byId.status, byId.body.errors[0].path]).toEqual([422, '/id'])
    expect((await platform.put('eleven', { number: '12345678901' })).status).toBe(201)
    expect((await platform.put('p', { companyId: other.id, number: '123456789012' })).status).toBe(201)
  })

  it('of payments are digits, one for each payment for good (F7.4)', async () => {
    const one = await platform.connect()
    const paid = (id: string, amount = '3000.00') => samplePayment({ id, amount })
    const numberSent = async (): Promise<string | undefined> => {
      const { ask, signIn } = oneC(server, one)
      const cookie = await signIn()
      const { text } = await ask('query', { cookie })
      await ask('success', { cookie })
      return /Номер платежного документа<\/Наименование>\s*<Значение>(\d+)</.exec(text)?.[1]
    }
    await platform.put('a', { payments: [paid('p-1')] })
    const first = await numberSent()
    expect(first).toMatch(/^\d{1,10}$/)
    await platform.put('b', { payments: [paid('p-1')] })
    const second = await numberSent()
    expect(second).not.toBe(first)
    // In the requisites of the order, its payments share the number that was sent first.
    await platform.put('a', { payments: [paid('p-2')] })
    expect(await numberSent()).toBe(first)
    await platform.put('c', { payments: [paid('p-1')] })
    const third = await numberSent()
    expect(new Set([first, second, third]).size).toBe(3)
    await platform.put('a', { payments: [paid('p-1')], comment: 'back again' })
    expect(await numberSent()).toBe(first)
  })
})

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
