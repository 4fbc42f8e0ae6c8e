import { describe, expect, test } from 'vitest'
import { answer, CUSTOMER, line, order, PAID, requisites } from '../test/support/order.js'
import { pull } from '../test/support/pull.js'
import { createBase, documentOf, documentsOf, editDocument, paymentsOf } from './base/base.js'
import type { Client } from './client.js'

const MAKERS: Client[] = ['bp', 'unf', 'ut', 'rt', 'bitrix']
const paid = (parts: Parameters<typeof order>[0] = {}) => order({ requisites: requisites(PAID), ...parts })

describe.each(MAKERS)('%s', client => {
  test('makes one document of an order that comes twice, as after a crash before success', async () => {
    const base = createBase(client)
    const first = await pull(base, answer(paid()), {}, { sendSuccess: false })
    const second = await pull(base, answer(paid()))
    expect(first.result).toMatchObject({ confirmed: false, counts: { created: 1 } })
    expect(second.result).toMatchObject({ confirmed: true, counts: { created: 0, updated: 1 } })
    expect(documentsOf(base, '15')).toHaveLength(1)
    expect(paymentsOf(base, '15')).toHaveLength(client === 'rt' ? 0 : 1)
  })

  test('takes nothing when it crashes between the download and loading', async () => {
    const { base, result } = await pull(client, answer(paid()), {}, { crashAfterDownload: true })
    expect(result).toMatchObject({ outcome: 'cut', confirmed: false })
    expect(base.documents.size + base.payments.size + base.customers.size).toBe(0)
  })

  test('a change that came between reaches the document with the next exchange', async () => {
    const base = createBase(client)
    await pull(base, answer(order()))
    await pull(base, answer(order({ lines: line({ quantity: '3', amount: '1800.00' }), total: '1800.00' })))
    expect(documentsOf(base, '15').map(document => document.outcome.total)).toEqual(['1800.00'])
  })

  test('the same buyer of two orders is one customer', async () => {
    const { base } = await pull(client, answer(order({ number: '1' }), order({ number: '2' })))
    expect(base.customers.size).toBe(1)
    expect(base.items.size).toBe(1)
  })
})

describe('numbers as 1C forms them', () => {
  test('БП: four characters of prefix, a dash, digits padded to six', async () => {
    const { result } = await pull('bp', answer(order({ number: '684' })), {
      organizationPrefix: 'А',
      sitePrefix: 'И',
    })
    expect(result.documents[0]).toMatchObject({ kind: 'Счет на оплату покупателю', number: '0А0И-000684' })
  })

  test('БП: seven digits are cut to six, so two orders meet in one invoice', async () => {
    const base = createBase('bp')
    await pull(base, answer(order({ number: '1234567' })))
    const { result, codes } = await pull(base, answer(order({ number: '1234568' })))
    expect(result.documents).toMatchObject([{ action: 'updated', number: '0000-123456' }])
    expect(codes).toContain('invoice-of-another-order')
    expect(base.documents.size).toBe(1)
  })

  test('БП: the number is looked for within the year', async () => {
    const base = createBase('bp')
    await pull(base, answer(order({ date: '2025-12-31' })))
    await pull(base, answer(order({ date: '2026-01-01' })))
    expect(documentsOf(base, '15')).toHaveLength(2)
  })

  test('УНФ: the prefix СА', async () => {
    const { result } = await pull('unf', answer(order({ number: '684' })))
    expect(result.documents[0]).toMatchObject({ kind: 'Заказ покупателя', number: 'СА-000684' })
  })

  test('УНФ: seven digits fit while the organisation has no prefix', async () => {
    const free = await pull('unf', answer(order({ number: '1234567' })))
    const prefixed = await pull('unf', answer(order({ number: '1234567' })), { organizationPrefix: 'ВД' })
    expect(free.result.documents[0]?.number).toBe('СА-1234567')
    expect(prefixed.result.documents[0]?.number).toBe('ВДСА-123456')
    expect(prefixed.codes).toContain('number-cut')
  })

  test('УТ: twelve characters are never found again', async () => {
    const base = createBase('ut')
    for (let exchange = 0; exchange < 3; exchange++)
      await pull(base, answer(order({ number: '123456789012' })))
    expect(documentsOf(base, '123456789012')).toHaveLength(3)
  })

  test('Розница: a moved time makes a second order', async () => {
    const base = createBase('rt')
    await pull(base, answer(order()))
    const { codes } = await pull(base, answer(order({ time: '12:30:06' })))
    expect(documentsOf(base, '15')).toHaveLength(2)
    expect(codes).toContain('date-moved')
  })
})

describe('what people did in 1C meanwhile', () => {
  test('БП rewrites an unchanged invoice and the accountant loses the edits', async () => {
    const base = createBase('bp')
    const commented = answer(order({ more: '<Комментарий>Позвоните</Комментарий>' }))
    await pull(base, commented)
    editDocument(base, '15', { comment: 'Звонить после обеда' })
    const { codes } = await pull(base, commented)
    expect(codes).toEqual(expect.arrayContaining(['sent-again-unchanged', 'edits-overwritten']))
    expect(documentOf(base, '15')?.outcome.comment).toBe('Позвоните')
  })

  test.each<[Client, string]>([
    ['ut', 'К обеспечению'],
    ['unf', 'Завершен'],
    ['rt', 'Закрыт'],
  ])('%s leaves an order that is «%s» alone and confirms', async (client, state) => {
    const base = createBase(client)
    await pull(base, answer(order()))
    editDocument(base, '15', { state })
    const lines = line({ quantity: '9', amount: '5400.00' })
    const { result, codes } = await pull(base, answer(paid({ lines })))
    expect(result).toMatchObject({ confirmed: true, documents: [{ action: 'skipped' }] })
    expect(codes).toContain('order-moved-on')
    expect(documentOf(base, '15')?.outcome.total).toBe('1200.00')
    expect(paymentsOf(base, '15')).toEqual([])
  })

  test('УНФ keeps the lines once a payment hangs on the order', async () => {
    const base = createBase('unf')
    await pull(base, answer(paid()))
    const lines = line({ quantity: '3', amount: '1800.00' })
    const { codes } = await pull(base, answer(paid({ lines, total: '1800.00' })))
    expect(codes).toContain('lines-not-updated')
    expect(documentOf(base, '15')?.outcome.total).toBe('1200.00')
  })

  test('УНФ, an order left unregistered by a foreign GUID is never written again', async () => {
    const base = createBase('unf')
    const guid =
      '<ПодчиненныеДокументы><ПодчиненныйДокумент><Ид>44444444-4444-4444-4444-444444444444</Ид><ХозОперация>Эквайринговая операция</ХозОперация></ПодчиненныйДокумент></ПодчиненныеДокументы>'
    const bitrix = { path: '/bitrix/admin/1c_exchange.php', subordinateDocuments: true }
    await pull(base, answer(order({ more: guid })), {}, bitrix)
    expect(base.documents.size).toBe(1)
    const { codes } = await pull(base, answer(order()), {}, bitrix)
    expect(codes).toContain('number-not-unique')
  })
})

describe('a canceled order', () => {
  const canceled = answer(order({ requisites: requisites({ 'Статус заказа': 'Отменён', Отменен: 'true' }) }))

  test('БП does not load one it has no invoice of', async () => {
    const { result, base } = await pull('bp', canceled)
    expect(result).toMatchObject({ confirmed: true, documents: [{ action: 'skipped', canceled: true }] })
    expect(base.documents.size).toBe(0)
  })

  test.each(MAKERS)('%s cancels the one it knows', async client => {
    const base = createBase(client)
    await pull(base, answer(order()))
    const { result } = await pull(base, canceled)
    expect(result.documents).toMatchObject([{ action: 'canceled', canceled: true }])
    expect(documentOf(base, '15')?.outcome.canceled).toBe(true)
    expect(documentsOf(base, '15')).toHaveLength(1)
  })

  test('УТ without reasons of cancellation keeps it', async () => {
    const { codes, result } = await pull('ut', canceled, { cancellationReasons: false })
    expect(codes).toContain('cancellation-not-kept')
    expect(result.documents[0]?.canceled).toBe(false)
  })
})

describe('customers', () => {
  const buyer = (inside: string) => `<Контрагенты><Контрагент>${inside}</Контрагент></Контрагенты>`
  const two = (first: string, second: string, [one = '1', other = '2'] = ['1', '2']) =>
    answer(order({ number: one, customer: buyer(first) }), order({ number: other, customer: buyer(second) }))

  test('БП makes one customer of two buyers without Ид', async () => {
    const xml = two('<Наименование>Иванов</Наименование>', '<Наименование>Сидоров</Наименование>')
    const { base, codes } = await pull('bp', xml)
    expect(base.customers.size).toBe(1)
    expect(codes).toContain('customers-merged')
    expect(documentOf(base, '2')?.outcome.customer?.name).toBe('Иванов')
  })

  test('УТ takes a stranger for a buyer with an empty ИНН', async () => {
    const xml = two('<Наименование>Иванов</Наименование>', '<Наименование>Сидоров</Наименование><ИНН/>')
    const { base, codes } = await pull('ut', xml)
    expect(codes).toContain('customers-merged')
    expect(documentOf(base, '2')?.outcome.customer?.name).toBe('Иванов')
  })

  test('УТ makes one customer of two namesakes and warns', async () => {
    const named = (id: string) => `<Ид>${id}</Ид><Наименование>Иванов</Наименование>`
    const { base, codes } = await pull('ut', two(named('1'), named('2')))
    expect(base.customers.size).toBe(1)
    expect(codes).toContain('customers-alike')
  })

  test('БП tells firms apart by ИНН with КПП and knows them again by Ид', async () => {
    const firm = (id: string, kpp: string) =>
      `<Ид>${id}</Ид><Наименование>ООО</Наименование><ОфициальноеНаименование>ООО «Вектор»</ОфициальноеНаименование><ИНН>7707083893</ИНН><КПП>${kpp}</КПП>`
    const { base } = await pull('bp', two(firm('1', '773601001'), firm('2', '773601002')))
    expect([...base.customers.values()].map(customer => [customer.legal, customer.kpp])).toEqual([
      [true, '773601001'],
      [true, '773601002'],
    ])
    const xml = two(firm('9', '773601001'), firm('2', '773601002'), ['3', '4'])
    const again = await pull(base, xml)
    expect(again.result.documents.map(document => document.customer?.by)).toEqual(['inn', 'site-id'])
    expect(base.customers.size).toBe(2)
  })

  test('БП finds a buyer with another Ид by telephone', async () => {
    const other = CUSTOMER.replace('client-77', 'client-78')
    const xml = answer(order({ number: '1' }), order({ number: '2', customer: other }))
    const { base, result } = await pull('bp', xml)
    expect(base.customers.size).toBe(1)
    expect(result.documents[1]?.customer).toMatchObject({ action: 'found', by: 'phone' })
  })
})
