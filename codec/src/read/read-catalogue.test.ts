import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importOfTrade, offersOfTrade, restsOf31 } from '../../test/support/catalogues.js'
import { fromTrade } from '../../test/support/from-1c.js'
import type { CatalogueEntry } from '../model/catalogue.js'
import { CommercemlError } from '../model/commerceml-error.js'
import { encodeText } from '../xml/encoding.js'
import { createCatalogueReader } from './read-catalogue.js'

function readAll(file: string | Uint8Array): CatalogueEntry[] {
  const reader = createCatalogueReader()
  return [...reader.push(file), ...reader.end()]
}

const wrap = (inside: string, root = '') =>
  `<КоммерческаяИнформация${root}>\n${inside}\n</КоммерческаяИнформация>`

test('a catalogue of УТ gives its groups, each after the one around it, and its items', () => {
  const entries = readAll(encodeText(importOfTrade, 'utf-8'))
  expect(entries.filter(({ kind }) => kind === 'group')).toEqual([
    { kind: 'group', id: 'g1', name: 'Услуги', deleted: false },
    { kind: 'group', id: 'g2', parentId: 'g1', name: 'Аренда', deleted: false },
    { kind: 'group', id: 'g3', parentId: 'g1', name: 'Печать', deleted: false },
    { kind: 'group', id: 'g4', parentId: 'g3', name: '3D', deleted: false },
    { kind: 'group', id: 'g5', name: 'Товары & прочее', deleted: false },
  ])
  expect(entries.filter(({ kind }) => kind === 'section')).toEqual([
    { kind: 'section', section: 'classifier', changesOnly: false },
    { kind: 'section', section: 'catalogue', changesOnly: false },
  ])
  expect(entries.filter(({ kind }) => kind === 'item')).toEqual([
    {
      kind: 'item',
      id: 'a0000000-0000-11ef-8f00-00155d000001',
      barcode: '2000000000017',
      article: 'АР-1',
      name: 'Аренда переговорной',
      unit: { text: 'ч', code: '356', fullName: 'Час', international: 'HUR' },
      vatRate: '20',
      groupIds: ['g2'],
      fullName: 'Аренда переговорной комнаты',
      itemType: 'Услуга',
      deleted: false,
    },
    {
      kind: 'item',
      id: 'a0000000-0000-11ef-8f00-00155d000002',
      name: 'Кружка',
      unit: { text: 'шт', code: '796', fullName: 'Штука' },
      deleted: true,
    },
  ])
})

test('offers give prices and stock; a characteristic that is the item itself is none', () => {
  expect(readAll(offersOfTrade)).toEqual([
    { kind: 'section', section: 'offers', changesOnly: true },
    { kind: 'price-type', id: 't1', name: 'Розничная', currency: 'RUB', vatIncluded: true, deleted: false },
    { kind: 'warehouse', id: 'w1', name: 'Главный склад', deleted: false },
    {
      kind: 'offer',
      id: 'a0000000-0000-11ef-8f00-00155d000003#b0000000-0000-11ef-8f00-00155d000001',
      article: 'Ф-1',
      name: 'Футболка (красная)',
      unit: { text: 'шт', code: '796', fullName: 'Штука' },
      characteristics: [{ name: 'Цвет', value: 'красная' }],
      prices: [{ typeId: 't1', price: '1719.5', currency: 'RUB', unit: 'шт' }],
      quantity: '20',
      stock: [{ warehouseId: 'w1', quantity: '20' }],
      deleted: false,
    },
    {
      kind: 'offer',
      id: 'a0000000-0000-11ef-8f00-00155d000001',
      name: 'Аренда переговорной',
      quantity: '0',
      deleted: false,
    },
  ])
})

test('3.1 tells units in a list, rests by warehouse or of all, and marks of deletion as elements', () => {
  expect(readAll(restsOf31)).toEqual([
    { kind: 'section', section: 'classifier', changesOnly: false },
    { kind: 'unit', id: 'u1', unit: { text: 'шт', code: '796', fullName: 'Штука' } },
    { kind: 'section', section: 'offers', changesOnly: false },
    { kind: 'offer', id: 'i1', quantity: '7', deleted: false },
    {
      kind: 'offer',
      id: 'i2',
      stock: [
        { warehouseId: 'w1', quantity: '3' },
        { warehouseId: 'w2', quantity: '4.5' },
      ],
      deleted: true,
    },
  ])
})

test('a catalogue that lists each characteristic as an item tells what it is', () => {
  const white =
    '<ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>Белый</Значение></ХарактеристикаТовара></ХарактеристикиТовара>'
  const file = wrap(
    `<Каталог><Товары><Товар><Ид>1#2</Ид><Наименование>Стол</Наименование>${white}</Товар></Товары></Каталог>`,
  )
  expect(readAll(file)).toEqual([
    { kind: 'section', section: 'catalogue', changesOnly: false },
    {
      kind: 'item',
      id: '1#2',
      name: 'Стол',
      deleted: false,
      characteristics: [{ name: 'Цвет', value: 'Белый' }],
    },
  ])
})

test('changes of a package are changes only, whatever its attribute says', () => {
  const file = wrap(
    '<ИзмененияПакетаПредложений><Предложение><Ид>1</Ид></Предложение></ИзмененияПакетаПредложений>',
  )
  expect(readAll(file)).toEqual([
    { kind: 'section', section: 'offers', changesOnly: true },
    { kind: 'offer', id: '1', deleted: false },
  ])
})

test('changes of a package name characteristics beside items, and warehouses one by one', () => {
  const changes = (inside: string) =>
    readAll(
      wrap(`<ИзмененияПакетаПредложений><Предложения>${inside}</Предложения></ИзмененияПакетаПредложений>`),
    ).slice(1)
  const stock = '<Склады ИдСклада="W1" КоличествоНаСкладе="7"/><Склады ИдСклада="W2" КоличествоНаСкладе="5"/>'
  const offer = (id: string, characteristic: string) =>
    `<Предложение><Ид>${id}</Ид>${characteristic}${stock}<Количество>12</Количество></Предложение>`
  expect(changes(offer('ITEM', '<ИдХарактеристики>CHAR</ИдХарактеристики>'))).toEqual([
    {
      kind: 'offer',
      id: 'ITEM#CHAR',
      quantity: '12',
      deleted: false,
      stock: [
        { warehouseId: 'W1', quantity: '7' },
        { warehouseId: 'W2', quantity: '5' },
      ],
    },
  ])
  const none = '<ИдХарактеристики>00000000-0000-0000-0000-000000000000</ИдХарактеристики>'
  for (const characteristic of ['', '<ИдХарактеристики/>', none, '<ИдХарактеристики>item</ИдХарактеристики>'])
    expect(changes(offer('ITEM', characteristic))).toMatchObject([{ id: 'ITEM' }])
  const repeated = '<ИдХарактеристики>CHAR</ИдХарактеристики>'
  expect(changes(offer('ITEM#CHAR', repeated))).toMatchObject([{ id: 'ITEM#CHAR' }])
})

test('it tells which catalogue its items, offers or groups belong to, wherever that stands', () => {
  const idsOf = (section: string) => readAll(wrap(section)).filter(({ kind }) => kind === 'catalogue-id')
  const owner = '<Владелец><Ид>o1</Ид></Владелец>'
  const given = [{ kind: 'catalogue-id', id: 'c1' }]
  expect(idsOf(`<Классификатор><Ид>c1</Ид>${owner}</Классификатор>`)).toEqual(given)
  expect(idsOf(`<Каталог>${owner}<Товары><Товар><Ид>1</Ид></Товар></Товары><Ид>c1</Ид></Каталог>`)).toEqual(
    given,
  )
  for (const name of ['ПакетПредложений', 'ИзмененияПакетаПредложений'])
    expect(idsOf(`<${name}><Ид>c1#</Ид><ИдКаталога>c1</ИдКаталога></${name}>`)).toEqual(given)
  expect(idsOf('<Каталог><Ид/></Каталог>')).toEqual([])
})

test('documents and unknown elements are passed over', () => {
  expect(readAll(fromTrade)).toEqual([])
  expect(readAll(wrap('<Новое><Товары><Товар><Ид>1</Ид></Товар></Товары></Новое>'))).toEqual([])
})

test('what is malformed is named with its place, after the items before it', () => {
  const file = wrap('<Каталог><Товары><Товар><Ид>1</Ид></Товар>\n<Товар><Ид>2</Товар></Товары></Каталог>')
  const seen: string[] = []
  const reading = () => {
    for (const entry of createCatalogueReader().push(file)) if (entry.kind === 'item') seen.push(entry.id)
  }
  expect(reading).toThrow(expect.objectContaining({ code: 'malformed', line: 3 }))
  expect(seen).toEqual(['1'])
})

test('however a file is cut and encoded, it says the same', () => {
  for (const encoding of ['utf-8', 'windows-1251'] as const) {
    const declared = importOfTrade.replace('\ufeff', '').replace('UTF-8', encoding)
    const bytes = encodeText(declared, encoding)
    const whole = readAll(bytes)
    for (const size of [1, 7, 1000]) {
      const reader = createCatalogueReader()
      const found: CatalogueEntry[] = []
      for (let at = 0; at < bytes.length; at += size)
        found.push(...reader.push(bytes.subarray(at, at + size)))
      expect([...found, ...reader.end()]).toEqual(whole)
    }
  }
})

test('whatever stands in a file, a clear error is the worst that comes of it', () => {
  const bytes = encodeText(importOfTrade, 'utf-8')
  const spoiled = fc.record({
    at: fc.nat(bytes.length),
    removed: fc.nat(40),
    put: fc.uint8Array({ maxLength: 5 }),
  })
  fc.assert(
    fc.property(spoiled, ({ at, removed, put }) => {
      const file = new Uint8Array([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + removed)])
      try {
        readAll(file)
      } catch (error) {
        expect(error).toBeInstanceOf(CommercemlError)
      }
    }),
    { numRuns: 150 },
  )
})
