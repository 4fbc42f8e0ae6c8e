import { expect, test } from 'vitest'
import { plainOrder, versionedOrder } from '../../test/support/documents.js'
import type { SaleDocument } from '../model/document.js'
import { SCHEMA_VERSIONS, type SchemaVersion } from '../model/parts.js'
import { readAllDocuments } from '../read/read-documents.js'
import { writeDocument, writeDocumentPieces } from './write-document.js'
import { writeEnvelopeEnd, writeEnvelopeStart } from './write-envelope.js'

function fileOf(documents: SaleDocument[], schemaVersion: SchemaVersion): string {
  return (
    writeEnvelopeStart({ schemaVersion, createdAt: '2026-11-17T12:15:07', encoding: 'utf-8' }) +
    documents.map(document => writeDocument(document, { schemaVersion })).join('') +
    writeEnvelopeEnd()
  )
}

test('only 2.09 has Оплаты, only 2.10 has ПодчиненныеДокументы, Склады come with 2.07', () => {
  const has = (word: string) =>
    SCHEMA_VERSIONS.filter(version => fileOf([versionedOrder], version).includes(`<${word}>`))
  expect(has('Оплаты')).toEqual(['2.09'])
  expect(has('ПодчиненныеДокументы')).toEqual(['2.10'])
  expect(has('Склады')).toEqual(['2.07', '2.08', '2.09', '2.10'])
  expect(has('Подписанты')).toEqual(['2.06', '2.07', '2.08', '2.09', '2.10'])
})

test('a document of many lines comes in pieces of moderate size, and they are the same text', () => {
  const line = plainOrder.lines![0]!
  for (const count of [0, 1, 2, 3000]) {
    const document = { ...versionedOrder, lines: Array.from({ length: count }, () => line) }
    for (const schemaVersion of SCHEMA_VERSIONS) {
      const pieces = [...writeDocumentPieces(document, { schemaVersion })]
      expect(pieces.join('')).toBe(writeDocument(document, { schemaVersion }))
      for (const piece of pieces) expect(piece.length).toBeLessThan(64 * 1024)
    }
  }
})

test('subordinate documents stand last', () => {
  expect(writeDocument(versionedOrder, { schemaVersion: '2.10' })).toMatch(
    /<\/ПодчиненныеДокументы><\/Документ>\n$/,
  )
})

test('what 1C trips over when it is empty is left out as a whole', () => {
  const xml = writeDocument(
    {
      ...plainOrder,
      comment: ' ',
      lines: [{ name: 'Чай', unit: { text: 'шт' } }],
      taxes: [{ name: 'НДС', amount: '' }],
      discounts: [],
      requisites: [
        { name: 'Адрес доставки', value: '' },
        { name: 'Склад', value: 'Главный' },
      ],
      counterparties: [
        {
          kind: 'organization',
          officialName: 'ООО «Вектор»',
          inn: '',
          address: { text: '', parts: [{ type: 'city', value: 'Пермь' }] },
          contacts: [{ type: 'email', value: '' }],
          role: 'buyer',
        },
      ],
      subordinateDocuments: [],
    },
    { schemaVersion: '2.10' },
  )
  expect(xml).not.toMatch(/<([^>/\s]+)[^>]*><\/\1>|\/>/)
  for (const gone of [
    'ИНН',
    'Адрес',
    'Контакты',
    'Комментарий',
    'Налоги',
    'Скидки',
    'ПодчиненныеДокументы',
  ]) {
    expect(xml).not.toContain(`<${gone}>`)
  }
  expect(xml.match(/<ЗначениеРеквизита>/g)).toHaveLength(1)
})

test('a word that the codec does not know goes into the XML as it is, also one of an object', () => {
  const odd = writeDocument(
    { ...plainOrder, operation: 'Аренда', role: 'constructor' },
    { schemaVersion: '2.08' },
  )
  expect(odd).toContain('<ХозОперация>Аренда</ХозОперация><Роль>constructor</Роль>')
})

test('a unit without a short name is written with its code for text', () => {
  const lines = [{ name: 'Час', unit: { text: '', code: '356' } }]
  expect(writeDocument({ ...plainOrder, lines }, { schemaVersion: '2.08' })).toContain(
    '<БазоваяЕдиница Код="356">356</БазоваяЕдиница>',
  )
})

test('a file without documents is a root without a namespace, shorter than 555 characters', () => {
  const xml = fileOf([], '2.08')
  expect(xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<КоммерческаяИнформация ВерсияСхемы="2.08" ДатаФормирования="2026-11-17T12:15:07">\n' +
      '</КоммерческаяИнформация>\n',
  )
  expect(readAllDocuments(xml)).toEqual([])
})

test('the byte order mark stands first, and windows-1251 is named in the declaration', () => {
  const start = (encoding: 'utf-8-bom' | 'windows-1251') =>
    writeEnvelopeStart({ schemaVersion: '2.08', createdAt: '2026-11-17T12:15:07', encoding })
  expect(start('utf-8-bom')).toMatch(/^\ufeff<\?xml version="1.0" encoding="UTF-8"\?>/)
  expect(start('windows-1251')).toMatch(/^<\?xml version="1.0" encoding="windows-1251"\?>/)
})
