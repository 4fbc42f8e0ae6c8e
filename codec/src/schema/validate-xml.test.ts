import { expect, test } from 'vitest'
import { plainOrder, versionedOrder } from '../../test/support/documents.js'
import type { SaleDocument } from '../model/document.js'
import { SCHEMA_VERSIONS, type SchemaVersion } from '../model/parts.js'
import { writeDocument } from '../write/write-document.js'
import { validateXml } from './validate-xml.js'

function problemsOf(xml: string, version: SchemaVersion = '2.08') {
  return validateXml(xml, version).map(({ code, path, message }) => `${code} ${path}: ${message}`)
}

function changed(change: Partial<SaleDocument>, version: SchemaVersion = '2.08') {
  return problemsOf(writeDocument({ ...plainOrder, ...change }, { schemaVersion: version }), version)
}

test('elements out of order are found with their path', () => {
  const xml = writeDocument(plainOrder, { schemaVersion: '2.08' })
  const swapped = xml.replace(/(<Номер>.*?<\/Номер>)(<Дата>.*?<\/Дата>)/, '$2$1')
  expect(problemsOf(swapped)).toEqual(['unexpected Документ: Номер is out of place or repeated'])
})

test('a required element that is absent is found', () => {
  const xml = writeDocument(plainOrder, { schemaVersion: '2.08' }).replace(/<Валюта>.*?<.Валюта>/, '')
  expect(problemsOf(xml)).toEqual(['missing Документ: Валюта is required'])
})

test('an element twice is found', () => {
  const xml = writeDocument(plainOrder, { schemaVersion: '2.08' }).replace(/(<Время>.*?<\/Время>)/, '$1$1')
  expect(problemsOf(xml)).toEqual(['unexpected Документ: Время is out of place or repeated'])
})

test('elements of another version are found', () => {
  const unexpectedIn = (written: SchemaVersion, version: SchemaVersion) =>
    validateXml(writeDocument(versionedOrder, { schemaVersion: written }), version).map(
      problem => problem.message,
    )
  expect(unexpectedIn('2.09', '2.08')).toEqual(['no Оплаты here in 2.08'])
  expect(unexpectedIn('2.10', '2.09')).toEqual(['no ПодчиненныеДокументы here in 2.09'])
  expect(unexpectedIn('2.07', '2.06')).toContain('no Склады here in 2.06')
  expect(unexpectedIn('2.06', '2.05')).toContain('no attribute НаименованиеКраткое here in 2.05')
})

test('lengths follow the version: a name of 255 characters fits from 2.07 on', () => {
  const lines = [{ name: 'я'.repeat(255), unit: { text: 'шт' } }]
  const valid = SCHEMA_VERSIONS.filter(version => changed({ lines }, version).length === 0)
  expect(valid).toEqual(['2.07', '2.08', '2.09', '2.10'])
  expect(changed({ id: 'x'.repeat(41) })).toEqual(['bad-value Документ/Ид: Ид must be at most 40 characters'])
})

test('a unit code of four characters fits from 2.08 on, one of two only before', () => {
  const validWith = (code: string) =>
    SCHEMA_VERSIONS.filter(
      version => changed({ lines: [{ name: 'Час', unit: { text: 'ч', code } }] }, version).length === 0,
    )
  expect(validWith('0356')).toEqual(['2.08', '2.09', '2.10'])
  expect(validWith('55')).toEqual(['2.05', '2.06', '2.07'])
})

test('a character outside the basic plane counts as one', () => {
  expect(changed({ id: '😀'.repeat(40) })).toEqual([])
  expect(changed({ id: '😀'.repeat(41) })).toHaveLength(1)
})

test.each([
  ['date', '2026-02-30'],
  ['date', '17.11.2026'],
  ['time', '9:05:00'],
  ['total', '10.001'],
  ['total', '1e3'],
  ['currency', 'рубль'],
  ['operation', 'Аренда'],
  ['role', 'Арендатор'],
] as const)('%s may not be %s', (field, value) => {
  expect(changed({ [field]: value })).toHaveLength(1)
})

test('the acquiring operation is the one word allowed beyond the schemas', () => {
  expect(changed({ operation: 'acquiring' })).toEqual([])
})

test('an empty element is a problem in every version', () => {
  const xml = writeDocument(plainOrder, { schemaVersion: '2.10' }).replace(
    /<Комментарий>.*?<\//,
    '<Комментарий></',
  )
  for (const version of SCHEMA_VERSIONS) {
    expect(problemsOf(xml, version)).toEqual(['empty Документ/Комментарий: Комментарий is empty'])
  }
})

test('a namespace, a wrong version and a missing moment in the root are found', () => {
  expect(problemsOf('<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07"/>')).toEqual([
    'malformed КоммерческаяИнформация: a namespace: 1C would switch to typed reading',
    'missing КоммерческаяИнформация: attribute ДатаФормирования is required',
    'bad-value КоммерческаяИнформация: the file calls itself 2.07',
  ])
})

test('a counterparty needs one of the two names', () => {
  const xml = writeDocument(plainOrder, { schemaVersion: '2.08' }).replace(
    /<ПолноеНаименование>.*?Наименование>/,
    '',
  )
  expect(problemsOf(xml)[0]).toContain('one of ОфициальноеНаименование, ПолноеНаименование is required')
})

test('what is no XML or no CommerceML is a problem, not an exception', () => {
  expect(validateXml('<Документ><Ид>1</Документ>', '2.08')).toMatchObject([{ code: 'malformed', line: 1 }])
  expect(problemsOf('<Заказ/>')).toEqual(['unexpected Заказ: Заказ is no root of CommerceML'])
})
