import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { answer, line, order } from '../../test/support/order.js'
import { pull } from '../../test/support/pull.js'
import { openSite } from '../../test/support/site.js'
import { createBase, documentOf, formatBase, type OneC, parseBase } from '../base/base.js'
import type { Client } from '../client.js'
import { writeCatalogue } from './catalogue-file.js'
import { type ManagerAction, manage } from './managed-document.js'
import { pushOrders } from './push.js'

const BUYER =
  '<Контрагенты><Контрагент><Ид>c</Ид><Наименование>Ким &amp; Анна</Наименование></Контрагент></Контрагенты>'
const orders = (...numbers: string[]): string =>
  answer(
    ...numbers.map(number => {
      const rent = line({ name: 'Аренда', price: '1500.00', amount: '3000.00', service: true })
      const desk = line({ id: 'b', name: 'Стол', quantity: '1', price: '500.00', amount: '500.00' })
      return order({ number, date: '2026-11-17', total: '3500.00', customer: BUYER, lines: rent + desk })
    }),
  )

/** A base that has loaded the orders 17 and 18 of the site. */
async function loadedBase(client: Client): Promise<OneC> {
  const { base, result } = await pull(client, orders('17', '18'))
  expect(result).toMatchObject({ ok: true, counts: { created: 2 } })
  return base
}

const NOW = new Date('2026-11-20T09:05:00')

function perform(base: OneC, number: string, ...actions: ManagerAction[]): void {
  for (const action of actions) manage(base, documentOf(base, number)!, action, NOW)
}

async function uploaded(
  base: OneC,
  script: Parameters<typeof openSite>[0] = {},
  options: Partial<Parameters<typeof pushOrders>[1]> = {},
) {
  await using site = await openSite(script)
  const result = await pushOrders(base, { url: site.url, login: 'l', password: 'p', now: NOW, ...options })
  const files = site.requests.filter(({ method }) => method === 'POST')
  return { result, files, texts: files.map(({ body }) => body.toString()), requests: site.requests }
}

const requisite = (name: string, value: string): string =>
  `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`

describe('what people do with documents goes back to the site', () => {
  test('УТ tells of what is filled alone, with an hour of one digit and the code of the currency', async () => {
    const base = await loadedBase('ut')
    perform(base, '17', 'post', 'pay', 'ship')
    const { result, texts } = await uploaded(base)
    expect(result).toMatchObject({ ok: true, documents: 1 })
    const [xml] = texts
    expect(xml).toContain(
      'xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07" ДатаФормирования="2026-11-20T9:05:00"',
    )
    expect(xml).toContain('<Номер>17</Номер><Дата>2026-11-17</Дата>')
    expect(xml).toContain('<Валюта>643</Валюта>')
    expect(xml).toContain('<Наименование>Ким &amp; Анна</Наименование>')
    expect(xml).toContain(requisite('Проведен', 'true'))
    expect(xml).toContain(requisite('Дата оплаты по 1С', '2026-11-20T9:05:00'))
    expect(xml).toContain(requisite('Номер отгрузки по 1С', '000000002'))
    expect(xml).not.toContain('false</Значение>')
    expect(xml).not.toContain('<Номер>18</Номер>')
    expect(xml).not.toContain('ПодчиненныеДокументы')
  })

  test('УНФ adds its flags, and payments and shipments as subordinate documents', async () => {
    const base = await loadedBase('unf')
    perform(base, '17', 'pay-part', 'ship', 'cancel')
    const [xml] = (await uploaded(base)).texts
    expect(xml).toContain('xmlns="urn:1C.ru:commerceml_210" ВерсияСхемы="2.10"')
    expect(xml).toContain(requisite('Отменен', 'true'))
    expect(xml).toContain(requisite('Отгружен', 'true'))
    // Half of it is paid.
    expect(xml).not.toContain(
      '<Наименование>Оплачен</Наименование><Значение>true</Значение></ЗначениеРеквизита><ЗначениеРеквизита><Наименование>Отгружен',
    )
    expect(xml).toMatch(/<ХозОперация>Эквайринговая операция<\/ХозОперация><Сумма>1750.00<\/Сумма>/)
    expect(xml).toMatch(/<ХозОперация>Отпуск товара<\/ХозОперация>.*<Наименование>Стол<\/Наименование>/)
  })

  test('changed lines change the sum; a canceled order of УТ has no lines', async () => {
    const base = await loadedBase('ut')
    perform(base, '17', 'change')
    perform(base, '18', 'cancel')
    const [xml] = (await uploaded(base)).texts
    expect(xml).toContain('<Сумма>5000.00</Сумма>')
    expect(xml).toContain('<Количество>3</Количество><Сумма>4500.00</Сумма>')
    expect(xml).toMatch(/<Номер>18<\/Номер>.*<Сумма>0.00<\/Сумма>.*<Товары\/>/)
  })

  test('what the site refused goes again under another name, what it took does not', async () => {
    const base = await loadedBase('ut')
    perform(base, '17', 'post')
    const refused = await uploaded(base, { import: 'failure\nНет' })
    expect(refused.result).toMatchObject({ ok: false, documents: 0 })
    const taken = await uploaded(base)
    expect(taken.result).toMatchObject({ ok: true, documents: 1 })
    expect(taken.texts).toEqual(refused.texts)
    expect(taken.files[0]?.url).not.toBe(refused.files[0]?.url)
    const empty = await uploaded(base)
    expect(empty.result).toMatchObject({ ok: true, documents: 0 })
    expect(empty.texts[0]).not.toContain('<Документ>')
  })

  test('each portion is a cycle of its own, from checkauth to import', async () => {
    const base = await loadedBase('rt')
    perform(base, '17', 'post')
    perform(base, '18', 'post')
    const { result, texts, requests } = await uploaded(base, {}, { portion: 1 })
    expect(result).toMatchObject({ ok: true, documents: 2 })
    expect(texts.map(text => /<Номер>(\d+)</.exec(text)?.[1])).toEqual(['17', '18'])
    expect(requests.filter(({ url }) => url.includes('checkauth'))).toHaveLength(2)
  })

  test('with zip=yes the folder goes in one archive, and import names the file inside', async () => {
    const base = await loadedBase('unf')
    perform(base, '17', 'post')
    const { files, requests } = await uploaded(base, { init: 'zip=yes\nfile_limit=0' })
    expect(files[0]?.url).toMatch(/filename=v8_[0-9A-F]{4}_[0-9a-f]{2}\.zip/)
    const imported = requests.find(({ url }) => url.includes('mode=import'))?.url
    const inside = /filename=(orders-[^&]+\.xml)/.exec(imported ?? '')?.[1]
    const body = files[0]!.body
    expect(body.toString('latin1')).toContain(inside)
    const data = body.subarray(
      30 + body.readUInt16LE(26) + body.readUInt16LE(28),
      body.indexOf('PK\x01\x02', 0, 'latin1'),
    )
    expect(inflateRawSync(data, { finishFlush: 2 }).toString()).toContain('<Номер>17</Номер>')
  })

  test('a connection that breaks in the middle leaves half a file', async () => {
    const base = await loadedBase('ut')
    perform(base, '17', 'post')
    const { result, texts } = await uploaded(base, {}, { interrupt: true })
    expect(result.ok).toBe(false)
    expect(texts).toHaveLength(1)
    expect(texts[0]).not.toContain('</КоммерческаяИнформация>')
  })
})

test('a base that was kept as text goes on as it was', async () => {
  const base = await loadedBase('ut')
  perform(base, '17', 'post')
  const kept = parseBase(formatBase(base))
  expect(kept).toEqual(base)
  expect((await uploaded(kept)).result).toMatchObject({ ok: true, documents: 1 })
  expect(() => parseBase('{}')).toThrow()
})

describe('a catalogue', () => {
  test.each([
    ['ut', ['import0_1.xml', 'offers0_1.xml']],
    ['unf', ['import0.xml', 'offers0.xml']],
  ] as const)('of %s has its items and their prices under the same ids', (client, names) => {
    const base = createBase(client)
    const files = writeCatalogue(base, { items: 12 })
    expect(files.map(({ name }) => name)).toEqual(names)
    const ids = (index: number, tag: string): string[] =>
      [...String(files[index]!.content).matchAll(new RegExp(`<${tag}><Ид>([^<]+)`, 'g'))].map(([, id]) => id!)
    expect(ids(0, 'Товар')).toHaveLength(12)
    expect(ids(1, 'Предложение')).toEqual(ids(0, 'Товар'))
    expect(String(files[0]!.content)).toContain('СодержитТолькоИзменения="false"')
    expect(writeCatalogue(base, { items: 12, now: NOW })).toEqual(
      writeCatalogue(base, { items: 12, now: NOW }),
    )
    expect(base.items.size).toBe(12)
  })
})

test('lines that people changed are replaced by the next change of the order', async () => {
  const base = await loadedBase('ut')
  perform(base, '17', 'change')
  await pull(base, orders('17').replace('<Количество>2<', '<Количество>1<'))
  perform(base, '17', 'post')
  expect((await uploaded(base)).texts[0]).not.toContain('4500.00')
})
