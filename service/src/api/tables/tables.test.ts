import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { newPlatform, oneC, type Platform, samplePayment } from '../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'
import { ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'

const server = useFreshServer({ exportRowLimit: 3 })
let platform: Platform
beforeAll(async () => {
  platform = await newPlatform(server)
  const connected = await platform.connect()
  await platform.put('a-1', { number: 'A/1', placedAt: '2026-11-17T12:15:07+05:00' })
  const customer = { id: 'c', kind: 'organization', name: '=HYPERLINK("x";"я, & <b>")' }
  await platform.put('a-2', { number: 'A/2', placedAt: '2026-11-18T12:15:07+05:00', customer })
  await platform.put('a-3', { number: 'A/3', placedAt: '2026-11-19T12:15:07+05:00', status: 'new' })
  await oneC(server, connected).exchange()
})

const csv = async (path: string, of = platform): Promise<string[]> => {
  const { status, text } = await of.call('GET', `/api/v1${path}`)
  expect(status, text).toBe(200)
  // fetch takes the mark at the beginning away.
  return text.split('\r\n').filter(line => line !== '')
}

/** The parts of a workbook: its only sheet and its styles. */
async function open(path: string, of = platform): Promise<{ sheet: string; styles: string }> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${of.apiToken}` },
  })
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="\w+\.xlsx"$/)
  const zip = Buffer.from(await answer.arrayBuffer())
  const part = (named: string): string => {
    const name = zip.indexOf(named)
    const content = name + zip.readUInt16LE(name - 4) + zip.readUInt16LE(name - 2)
    return inflateRawSync(zip.subarray(content)).toString()
  }
  return { sheet: part('xl/worksheets/sheet1.xml'), styles: part('xl/styles.xml') }
}

/** The rows of the only sheet, each as its cells: texts, or numbers as they stand. */
async function xlsx(path: string): Promise<string[][]> {
  const { sheet } = await open(path)
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c[^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
  )
}

describe('a list as a file', () => {
  it.each(['csv', 'xlsx'])(
    'is refused as a whole where the database refuses its filter, and the server goes on (%s)',
    async format => {
      const answer = await platform.call('GET', `/api/v1/orders.${format}?status=%00`)
      expect(answer.status).toBe(422)
      expect((await platform.call('GET', '/api/v1/orders')).status).toBe(200)
    },
  )

  it('of the platform’s requests is filtered as they are, with the wrong fields of each', async () => {
    const made = await newPlatform(server)
    await made.put('fine')
    await made.put('wrong', { total: 'много' })
    const [head, row, ...others] = await csv('/requests.csv?status=refused', made)
    expect(head).toBe(
      'Когда,Запрос,Id заказа,Строка пакета,Ответ,Принят,Почему отклонён,Неверные поля,Кто,"Время, мс",Номер запроса',
    )
    expect(row).toMatch(/PUT \/api\/v1\/orders\/wrong,wrong,,422,нет,.*\/total: /)
    expect(others).toEqual([])
    expect((await open('/requests.xlsx', made)).sheet).toContain('wrong')
  })

  it('is filtered and sorted as the list is, and tells where each order stands', async () => {
    const [head, ...rows] = await csv('/orders.csv?status=purchased&sort=placedAt')
    expect(head).toMatch(/^№ в 1С,Номер на платформе,Id заказа,Компания,Дата заказа,/)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(
      /^1,A\/1,a-1,ООО «Ромашка»,2026-11-17 12:15:07,ООО «Вектор»,[^,]*,[^,]*,3000.00,272.73,RUB,purchased/,
    )
    expect(rows[0]).toContain('Бухгалтерия: подтверждён')
    expect((await csv('/orders.csv?q=a-3&language=en'))[1]).toContain('Бухгалтерия: not matching')
  })

  it('has semicolons and decimal commas for a Russian spreadsheet, and runs nothing there either', async () => {
    const [head, first, second] = await csv('/orders.csv?separator=semicolon&sort=placedAt')
    expect(head).toMatch(/^№ в 1С;Номер на платформе;Id заказа;Компания;/)
    expect(first).toMatch(
      /^1;A\/1;a-1;ООО «Ромашка»;2026-11-17 12:15:07;ООО «Вектор»;[^;]*;[^;]*;3000,00;272,73;RUB;purchased/,
    )
    expect(second).toContain(`;"'=HYPERLINK(""x"";""я, & <b>"")";`)
    for (const list of ['exchanges', 'companies'])
      expect((await csv(`/${list}.csv?separator=semicolon`))[0]).toMatch(/^[^,]+;[^,]+;/)
    const other = await platform.call('GET', '/api/v1/orders.csv?separator=tab')
    expect(other.status).toBe(422)
  })

  it('holds nothing that a spreadsheet would run', async () => {
    const [, row] = await csv('/orders.csv?q=a-2')
    expect(row).toContain(`,"'=HYPERLINK(""x"";""я, & <b>"")",`)
    const sheet = await xlsx('/orders.xlsx?q=a-2')
    expect(sheet[1]).toContain('=HYPERLINK(&quot;x&quot;;&quot;я, &amp; &lt;b&gt;&quot;)')
  })

  it('has sums and dates that a spreadsheet reckons with, in the time of the location', async () => {
    const [head, row] = await xlsx('/orders.xlsx?q=a-1')
    expect(row![head!.indexOf('Сумма')]).toBe('3000.00')
    const days = Number(row![head!.indexOf('Дата заказа')])
    expect(new Date(Math.round((days - 25_569) * 86_400_000)).toISOString()).toBe('2026-11-17T12:15:07.000Z')
  })

  it('opens as an accountant expects: formats, a filter, widths, ИНН, VAT, the document of 1C', async () => {
    const other = await newPlatform(server)
    const connected = await other.connect({ client: 'ut', paymentrules: [{}] })
    const base = oneC(server, connected)
    await other.put('b-1', { number: 'B/1' })
    await base.exchange()
    const requisites = { 'Номер по 1С': '0000-000017', 'Дата по 1С': '2026-11-20T9:05:00' }
    const body = ordersFile(uploadedOrder({ number: '1', total: '3000', requisites }))
    await base.ask('file&filename=orders-1.xml', { cookie: await base.signIn(), body })
    const { sheet, styles } = await open('/orders.xlsx', other)
    const [, head, row] = /<row>(.*?)<\/row><row>(.*?)<\/row>/s.exec(sheet)!
    const cellsOf = (cells: string) => cells.match(/<c(?:\/>|[ >].*?(?:\/>|<\/c>))/gs)!
    const titles = cellsOf(head!).map(cell => cell.replace(/<[^>]+>/g, ''))
    expect(new Set(titles).size).toBe(titles.length)
    const cellOf = (title: string) => cellsOf(row!)[titles.indexOf(title)]!
    const formats = /<cellXfs.*?>(.*)<\/cellXfs>/s.exec(styles)![1]!.match(/<xf[ /][^>]*>/g)!
    const formatOf = (title: string) => formats[Number(/s="(\d)"/.exec(cellOf(title))?.[1])]
    for (const [title, value] of [
      ['Сумма', '3000.00'],
      ['НДС', '272.73'],
      ['Оплачено', '3000.00'],
    ] as const) {
      expect(cellOf(title)).toContain(`<v>${value}</v>`)
      expect(formatOf(title)).toContain('numFmtId="4"')
    }
    expect(formatOf('Дата оплаты')).toContain('numFmtId="164"')
    expect(cellOf('Дата документа')).toContain(`<v>${Date.parse('2026-11-20') / 86_400_000 + 25_569}</v>`)
    expect(formatOf('Дата документа')).toContain('numFmtId="165"')
    expect(cellOf('Документ в 1С')).toContain('>0000-000017<')
    expect(cellOf('ИНН')).toMatch(/t="inlineStr".*>7707083893</)
    expect(sheet).toContain('state="frozen"')
    expect(sheet).toMatch(/<autoFilter ref="A1:[U-Z]2"\/>/)
    expect(new Set(sheet.match(/width="\d+"/g)).size).toBeGreaterThan(3)
  })

  it('is there of tasks, with what to do and its sum', async () => {
    const payment = samplePayment({ id: 'pay-a-1', status: 'refunded' })
    await platform.put('a-1', { number: 'A/1', placedAt: '2026-11-17T12:15:07+05:00', payments: [payment] })
    const [head, row] = await csv('/tasks.csv')
    expect(head).toMatch(/^№ в 1С,Номер на платформе,Id заказа,Что сделать,Сумма,Валюта,Компания,/)
    expect(row).toMatch(/^1,A\/1,a-1,.*3000\.00,RUB,ООО «Ромашка»,/)
    expect(await csv('/tasks.csv?state=done')).toHaveLength(1)
    expect((await xlsx('/tasks.xlsx'))[1]).toContain('3000.00')
  })

  it('calls statuses as the location names them', async () => {
    const statuslabels = { purchased: 'Оплачен' }
    const { status, body } = await platform.call('PATCH', '/api/v1/locations/current', { statuslabels })
    expect([status, body.statuslabels]).toEqual([200, statuslabels])
    expect((await csv('/orders.csv?q=a-2'))[1]).toContain(',RUB,Оплачен,')
    const refused = await platform.call('PATCH', '/api/v1/locations/current', { statuslabels: { new: '' } })
    expect(refused.status).toBe(422)
  })

  it('ends with a sentence where there are more rows than EXPORT_ROW_LIMIT', async () => {
    expect(await csv('/orders.csv')).toHaveLength(4)
    await platform.put('a-4', { number: 'A/4', placedAt: '2026-11-20T12:15:07+05:00' })
    const rows = await csv('/orders.csv')
    expect(rows.at(-1)).toMatch(/^"?Показаны первые 3 строк/)
    expect((await xlsx('/orders.xlsx')).at(-1)![0]).toMatch(/^Показаны первые 3/)
  })

  it('is there of exchanges and companies, too', async () => {
    // The journal is written a moment after the answer.
    await expect.poll(async () => (await csv('/exchanges.csv?outcome=confirmed')).length).toBe(2)
    const [head, row] = await csv('/exchanges.csv?outcome=confirmed')
    expect(head).toMatch(/^Номер обмена,Начало,Интеграция,Итог,/)
    expect(row).toMatch(/,Бухгалтерия,подтверждён,2,2,/)
    expect(await csv('/exchanges.csv?outcome=failed')).toHaveLength(1)
    expect((await csv('/companies.csv'))[1]).toMatch(/^ООО «Ромашка»,7707083893,773601001,/)
    expect((await xlsx('/companies.xlsx'))[1]!.slice(0, 2)).toEqual(['ООО «Ромашка»', '7707083893'])
    expect((await xlsx('/exchanges.xlsx')).length).toBeGreaterThan(1)
  })
})
