import { describe, expect, test } from 'vitest'
import { answer, line, order, PAID, requisites } from '../../test/support/order.js'
import { pull } from '../../test/support/pull.js'
import { formatReport } from './format-report.js'

const PAID_ORDER = order({ requisites: requisites({ 'Статус заказа': 'Принят', ...PAID }) })

test('an accountant reads which invoice and which payment were made', async () => {
  const { result } = await pull('bp', answer(PAID_ORDER))
  const report = formatReport(result)
  expect(report).toContain('Счет на оплату покупателю 0000-000015 от 01.03.2026 12:30:05 (заказ 15) – создан')
  expect(report).toContain(
    '1\u00a0200,00\u00a0₽, в том числе НДС 200,00, Петров Пётр Петрович, статус «Принят», проведён',
  )
  expect(report).toContain('· Кружка: 2 × 600,00 = 1\u00a0200,00, НДС 20%')
  expect(report).toContain('Оплата платежной картой 17 от 01.03.2026, 1\u00a0200,00, «Карта» – создана')
  expect(report).toContain('в 1С должен быть заведён способ оплаты «Карта»')
  expect(report).toContain('GET /1c?type=sale&mode=query – 200')
  expect(report).toContain('Заказов в ответе: 1. Загружено и подтверждено.')
})

test('what did not get in is told with its reason and the remedy', async () => {
  const bad = order({ number: '16', operation: 'Отпуск товара' })
  const { result } = await pull('ut', answer(PAID_ORDER, bad, order({ number: '17' })))
  const report = formatReport(result, { explainSite: true })
  expect(report).toContain('заказ 16 – отвергнут: «ХозОперация» – «Отпуск товара»')
  expect(report).toContain('заказ 17 – не дошла очередь')
  expect(report).toContain('На этом обмен останавливается и будет повторяться')
  expect(report).toContain('Что сделать: Посылайте в ответе на query только документы «Заказ товара».')
})

test('whoever runs 1C is advised on 1C, and on the site only when that is wanted', async () => {
  const bad = order({ number: '16', operation: 'Отпуск товара' })
  const refused = (await pull('ut', answer(PAID_ORDER, bad))).result
  expect(formatReport(refused)).toContain('«ХозОперация» – «Отпуск товара»')
  expect(formatReport(refused)).not.toContain('Что сделать: Посылайте в ответе на query')
  const loaded = (await pull('bp', answer(PAID_ORDER))).result
  expect(formatReport(loaded)).toContain('Что сделать: Заведите его в 1С точно под этим названием.')
})

test('more than 50 documents are told in sums, equal findings once with the first orders', async () => {
  const orders = Array.from({ length: 60 }, (_, index) =>
    order({ number: `A${index + 1}`, lines: line({ rate: '20.00' }) }),
  )
  const { result } = await pull('bp', answer(...orders))
  const report = formatReport(result)
  expect(report).toContain('Счет на оплату покупателю: 60 документов на сумму 72\u00a0000,00 – создан')
  expect(report).not.toContain('Кружка: 2 ×')
  expect(report).toContain('(заказы A1, A2, A3, A4, A5 и ещё 55)')
  expect(report.split('\n').length).toBeLessThan(40)
})

test('findings without room are still counted', async () => {
  const orders = Array.from({ length: 30 }, (_, index) => order({ number: `A${index + 1}` }))
  const { result } = await pull('bp', answer(...orders), {}, { findingsPerCode: 5 })
  expect(result.findings.filter(finding => finding.code === 'number-letters')).toHaveLength(5)
  expect(result.counts.findings['number-letters']).toBe(30)
  expect(formatReport(result)).toContain('… и ещё 25')
})

describe('an exchange that came to nothing', () => {
  test('shows the answer of the site', async () => {
    const { result } = await pull('bp', 'failure\nИнтеграция выключена')
    const report = formatReport(result)
    expect(report).toContain('Сайт ответил на query отказом: «failure\nИнтеграция выключена»')
    expect(report).toContain('Что сделано в 1С\n  Ничего.')
    expect(report).toContain('Ответ сайта на запрос заказов не прочитан')
  })
})

test('colors come only when asked for, and change nothing else', async () => {
  const { result } = await pull('bp', answer(PAID_ORDER))
  const colored = formatReport(result, { color: true })
  expect(formatReport(result)).not.toContain('\u001B')
  expect(colored).toContain('\u001B[32m')
  expect(colored.replace(/\u001B\[\d+m/g, '')).toBe(formatReport(result))
})

test('the result is plain JSON', async () => {
  const { result } = await pull('unf', answer(PAID_ORDER, order({ number: '', operation: 'x' })))
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
})
