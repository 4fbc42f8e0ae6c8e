import { beforeEach, expect, test } from 'vitest'
import { documentsOf, formatBase, type OneC, parseBase } from '../../src/base/base.js'
import { type InvoiceAction, manageInvoice } from '../../src/clients/bp/manage-invoice.js'
import { bpSets } from '../../src/odata/bp/bp-sets.js'
import type { Row } from '../../src/odata/sets.js'
import { answer, order, PAID, requisites } from '../support/order.js'
import { pull } from '../support/pull.js'

const INVOICES = 'Document_СчетНаОплатуПокупателю'
const sets = new Map(bpSets().map(set => [set.name, set]))
let base: OneC
const load = (...orders: string[]) => pull(base, answer(...orders))
const rows = (name: string): Row[] => sets.get(name)!.rows(base)
const act = (...actions: InvoiceAction[]): void => {
  for (const action of actions)
    manageInvoice(base, documentsOf(base, '15')[0]!, action, new Date('2026-03-10T09:00:00Z'))
}
const invoice = (): Row => rows(INVOICES)[0]!
const status = (): unknown => rows('InformationRegister_СтатусыДокументов')[0]?.Статус
const money = (): unknown[] => rows('AccumulationRegister_ОплатаСчетов_RecordType').map(row => row.Сумма)

beforeEach(async () => {
  base = (await pull('bp', answer(order()))).base
})

test('«Оплачен» stays whatever becomes of the money, and no row means not paid', async () => {
  expect(status()).toBeUndefined()
  act('pay-part')
  expect([status(), money()]).toEqual(['ОплаченЧастично', [600]])
  act('pay')
  expect([status(), money()]).toEqual(['Оплачен', [600, 600]])
  act('unpay')
  expect([status(), money()]).toEqual(['Оплачен', []])
  act('pay-part')
  expect([status(), money()]).toEqual(['Оплачен', [600]])
})

test('a payment that the site told is a card payment, and a refund is based on it', async () => {
  await load(order({ requisites: requisites(PAID) }))
  const cards = () => rows('Document_ОплатаПлатежнойКартой')
  expect(cards()).toMatchObject([{ НомерЧекаЭТ: '17', ДокументОснование: invoice().Ref_Key, Posted: true }])
  expect([status(), money()]).toEqual(['Оплачен', [1200]])
  act('refund')
  expect(cards()[1]).toMatchObject({
    ВидОперации: 'ВозвратПокупателю',
    ДокументОснование: cards()[0]!.Ref_Key,
  })
  expect([status(), money()]).toEqual(['Оплачен', [1200]])
})

test('the next load posts and unmarks, and changes DataVersion, which a payment does not', async () => {
  const [first] = rows(INVOICES)
  act('pay')
  expect(invoice().DataVersion).toBe(first!.DataVersion)
  act('delete')
  expect(invoice()).toMatchObject({ DeletionMark: true, Posted: false })
  await load(order({ requisites: requisites({ 'Статус заказа': 'Оплачен' }) }))
  expect(invoice()).toMatchObject({ Ref_Key: first!.Ref_Key, DeletionMark: false, Posted: true })
  act('unpost', 'post')
  expect(invoice().DataVersion).not.toBe(first!.DataVersion)
})

test('an invoice of another year or number is not known again, and the order gets a second one', async () => {
  const { Ref_Key } = invoice()
  act('move-year')
  expect(invoice()).toMatchObject({ Ref_Key, Date: '2025-03-01T12:30:05' })
  await load(order())
  act('renumber')
  await load(order())
  expect(documentsOf(base, '15')).toHaveLength(2)
  expect(rows(INVOICES).map(row => row.Number)).toEqual(['0000-000016', '0000-000015'])
})

test('a copy has the digits of the number, and an invoice that is removed takes its payments along', async () => {
  act('copy', 'pay')
  expect(rows(INVOICES).map(row => row.Number)).toEqual(['0000-000015', 'КП00-000015'])
  act('remove')
  expect([rows(INVOICES).length, money()]).toEqual([1, []])
})

test('a realization names its invoice in the header, or in its lines', async () => {
  act('ship', 'ship-by-line', 'ship-upd')
  const acts = rows('Document_РеализацияТоваровУслуг')
  const { Ref_Key } = invoice()
  expect(acts.map(row => row.СчетНаОплатуПокупателю_Key === Ref_Key)).toEqual([true, false, true])
  expect(acts.map(row => row.ЭтоУниверсальныйДокумент)).toEqual([false, false, true])
  const lines = rows('Document_РеализацияТоваровУслуг_Товары')
  expect(lines.filter(row => row.СчетНаОплатуПокупателю_Key === Ref_Key)).toMatchObject([
    { Ref_Key: acts[1]!.Ref_Key, LineNumber: '1' },
  ])
  expect(rows('InformationRegister_СтатусыДокументов')).toMatchObject([
    { Статус: 'НеОплачен', ДополнительныйСтатус: 'Отгружен' },
  ])
})

test('a stored base is the same one', async () => {
  act('pay', 'ship', 'unpay')
  const before = [...sets.values()].map(set => set.rows(base))
  base = parseBase(formatBase(base))
  expect([...sets.values()].map(set => set.rows(base))).toEqual(before)
})
