import { describe, expect, test } from 'vitest'
import { plainOrder, versionedOrder } from '../../test/support/documents.js'
import { fromBitrixModule, fromSmallBusiness, fromTrade } from '../../test/support/from-1c.js'
import type { Envelope } from '../model/received.js'
import { parseDateTime, parseFlag, requisiteValue } from '../model/values.js'
import { writeDocument } from '../write/write-document.js'
import { writeEnvelopeEnd, writeEnvelopeStart } from '../write/write-envelope.js'
import { encodeText } from '../xml/encoding.js'
import { createDocumentReader, readAllDocuments } from './read-documents.js'

test('УТ: dates lose offsets and gain digits, blanks around codes go, an empty element is absent', () => {
  const [document] = readAllDocuments(fromTrade)
  expect(document).toMatchObject({
    number: '17',
    date: '2026-11-17',
    time: '09:05:07',
    currency: '643',
    total: '2500',
  })
  expect(document?.counterparties).toEqual([
    {
      kind: 'organization',
      id: '0b5d4c5e-2222-11ef-8f00-00155d000002',
      name: 'Вектор',
      officialName: 'ООО "Вектор"',
      inn: '7707083893',
      role: 'buyer',
    },
  ])
  expect(document?.taxes).toEqual([{ name: 'НДС', included: true, amount: '416.67' }])
  expect(document?.lines?.[0]).toMatchObject({
    unit: { text: 'шт', code: '796', fullName: 'Штука', international: 'PCE' },
    price: '1250',
    packageUnit: '796',
    coefficient: '1',
  })
})

test('УТ: requisites keep their text; T is no date, an empty one is no value', () => {
  const requisites = readAllDocuments(fromTrade)[0]?.requisites
  expect(requisiteValue(requisites, 'Номер по 1С')).toBe('ТДУТ-000015')
  expect(requisiteValue(requisites, 'Номер отгрузки по 1С')).toBeUndefined()
  expect(parseDateTime(requisiteValue(requisites, 'Дата оплаты по 1С')!)).toBeUndefined()
  expect(parseDateTime(requisiteValue(requisites, 'Дата отгрузки по 1С')!)).toEqual({
    date: '2026-11-18',
    time: '08:30:00',
  })
})

test('УНФ: subordinate payments may lack a number, shipments may lack units', () => {
  const [document] = readAllDocuments(fromSmallBusiness)
  expect(document?.counterparties).toEqual([{ kind: 'person', name: 'Иванов', lastName: 'Иванов' }])
  expect(document?.subordinateDocuments).toEqual([
    {
      id: '0b5d4c5e-5555-11ef-8f00-00155d000005',
      date: '2026-11-18',
      operation: 'acquiring',
      total: '900.00',
      requisites: [{ name: 'Оплачен', value: 'true' }],
    },
    {
      id: '0b5d4c5e-6666-11ef-8f00-00155d000006',
      date: '2026-11-18',
      operation: 'shipment',
      lines: [{ id: 'ORDER_DELIVERY', name: 'Доставка заказа', quantity: '1' }],
    },
  ])
})

test('Bitrix: containers, bare requisites and lines, its own elements, attributes for elements', () => {
  const documents = readAllDocuments(fromBitrixModule)
  expect(documents).toHaveLength(1)
  expect(documents[0]).toMatchObject({
    number: '19',
    date: '2026-11-17',
    time: '12:15:07',
    operation: 'acquiring',
    versionNumber: 'AAAAAAABx2E=',
    number1c: 'БП-77',
    date1c: '2026-11-18T09:00:00',
    deletionMark: false,
    basis: '19',
    lines: [{ id: 'a#a', name: 'Чай & кофе', unit: { code: '796', fullName: 'Штука' }, packageUnit: '796' }],
  })
  expect(parseFlag(requisiteValue(documents[0]?.requisites, 'Отменен')!)).toBe(true)
})

test('kinds of contacts are known without spaces, an unknown one stays as it is', () => {
  const [party] = readAllDocuments(fromBitrixModule)[0]?.counterparties ?? []
  expect(party?.contacts).toEqual([
    { type: 'phone-work', value: '+7 912' },
    { type: 'Мессенджер', value: '@v' },
  ])
  expect(party?.representatives).toMatchObject([
    { kind: 'person', fullName: 'Петров', relation: 'Контактное лицо' },
  ])
})

test('the root tells version and moment, as they stand', () => {
  const seen: Envelope[] = []
  readAllDocuments(fromTrade, { onEnvelope: envelope => seen.push(envelope) })
  expect(seen).toEqual([{ schemaVersion: '2.07', createdAt: '2026-11-18T9:00:00' }])
})

test('a catalogue file, and a file without documents, give no documents', () => {
  const catalogue =
    '<КоммерческаяИнформация><Каталог><Товары><Товар><Ид>1</Ид></Товар></Товары></Каталог></КоммерческаяИнформация>'
  expect(readAllDocuments(catalogue)).toEqual([])
  expect(readAllDocuments('<КоммерческаяИнформация/>')).toEqual([])
})

test('CDATA, references and comments make one text', () => {
  const xml =
    '<КоммерческаяИнформация><Документ><Комментарий>a&amp;<![CDATA[<b>]]><!-- c -->&#1046;</Комментарий></Документ></КоммерческаяИнформация>'
  expect(readAllDocuments(xml)).toEqual([{ comment: 'a&<b>Ж' }])
})

const utf16 = (text: string) => {
  const bytes = new Uint8Array(2 + text.length * 2)
  new DataView(bytes.buffer).setUint16(0, 0xfeff, true)
  for (let i = 0; i < text.length; i++)
    new DataView(bytes.buffer).setUint16(2 + i * 2, text.charCodeAt(i), true)
  return bytes
}
const ours = (encoding: 'utf-8' | 'utf-8-bom' | 'windows-1251') =>
  encodeText(
    writeEnvelopeStart({ schemaVersion: '2.10', createdAt: '2026-11-17T12:15:07', encoding }) +
      writeDocument({ ...plainOrder, comment: 'итого 10 ₽ 😀' }, { schemaVersion: '2.10' }) +
      writeDocument(versionedOrder, { schemaVersion: '2.10' }) +
      writeEnvelopeEnd(),
    encoding,
  )

describe.each([
  ['УТ', encodeText(fromTrade, 'utf-8')],
  ['УНФ', encodeText(fromSmallBusiness, 'utf-8')],
  ['Bitrix', encodeText(fromBitrixModule, 'utf-8')],
  ['Bitrix, line breaks of Windows', encodeText(fromBitrixModule.replaceAll('\n', '\r\n'), 'utf-8')],
  [
    'no declaration',
    encodeText(
      '<КоммерческаяИнформация><Документ><Номер>я</Номер></Документ></КоммерческаяИнформация>',
      'utf-8',
    ),
  ],
  ['UTF-16', utf16(fromTrade.replace('UTF-8', 'UTF-16'))],
  ['ours, UTF-8', ours('utf-8')],
  ['ours, UTF-8 with a mark', ours('utf-8-bom')],
  ['ours, windows-1251', ours('windows-1251')],
])('where the network cuts the file of %s does not matter', (_, bytes) => {
  const whole = readAllDocuments(bytes)

  const read = (...pieces: Uint8Array[]) => {
    const reader = createDocumentReader()
    return [...pieces.flatMap(piece => [...reader.push(piece)]), ...reader.end()]
  }

  test('byte by byte', () => {
    expect(whole.length).toBeGreaterThan(0)
    expect(read(...Array.from(bytes, byte => Uint8Array.of(byte)))).toEqual(whole)
  })

  test('in two pieces, cut at any byte of the beginning and at many further on', () => {
    for (let cut = 0; cut < bytes.length; cut += cut < 150 ? 1 : 997) {
      expect(read(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(whole)
    }
  })
})

test('documents are given while the file still arrives', () => {
  const reader = createDocumentReader()
  const first = '<КоммерческаяИнформация><Документ><Номер>1</Номер></Документ>'
  expect([...reader.push(first)]).toEqual([{ number: '1' }])
})
