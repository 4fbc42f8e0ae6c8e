import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/client.js'
import { answer, order, PAID, requisites } from '../support/order.js'
import { pull } from '../support/pull.js'

describe('traps of the whole answer', () => {
  const contained = answer(`<Контейнер>${order()}</Контейнер>`)

  test.each<Client>(['ut', 'rt', 'unf', 'bp'])('16: %s does not see orders in a Контейнер', async client => {
    const { result } = await pull(client, contained)
    // УНФ takes such an answer as a broken empty one, for it is longer than 555 characters.
    expect(result).toMatchObject({ confirmed: client !== 'unf', documents: [] })
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: 'container', severity: client === 'unf' ? 'queue' : 'silent' }),
    )
  })

  test("16: Bitrix' module reads them", async () => {
    const { result } = await pull('bitrix', contained)
    expect(result.documents).toMatchObject([{ action: 'created', siteNumber: '15' }])
  })

  const typed = answer(order()).replace(
    '<КоммерческаяИнформация',
    '<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2"',
  )

  test.each<Client>(['ut', 'rt', 'unf'])('5: %s refuses the typed namespace', async client => {
    const { result, codes } = await pull(client, typed)
    expect(result).toMatchObject({ outcome: 'load-failed', documents: [{ action: 'refused' }] })
    expect(codes).toContain('namespace')
  })

  test('5: БП passes every order of the typed namespace over and confirms', async () => {
    const { result } = await pull('bp', typed)
    expect(result).toMatchObject({ confirmed: true, documents: [{ action: 'skipped' }] })
  })

  test('5: other namespaces are read untyped', async () => {
    const { result } = await pull('ut', typed.replace('commerceml_2', 'commerceml_210'))
    expect(result).toMatchObject({ confirmed: true, counts: { created: 1 } })
  })

  test('18: when the last document fails УНФ confirms nothing, and the same comes again', async () => {
    const { result, codes } = await pull(
      'unf',
      answer(order({ number: '14' }), order({ operation: 'Прочие' })),
    )
    expect(result).toMatchObject({
      outcome: 'load-failed',
      documents: [{ action: 'created' }, { action: 'refused' }],
    })
    expect(codes).toContain('last-document-failed')
  })

  test('8: a later document without a number takes everything back even after БП stopped', async () => {
    const stops = order({ customer: '<Контрагенты/>' })
    const { result, base } = await pull('bp', answer(order({ number: '14' }), stops, order({ number: '' })))
    expect(result.documents.map(one => one.action)).toEqual(['rolled-back', 'refused', 'refused'])
    expect(base.documents.size).toBe(0)
  })
})

test('the fixture is taken without a word by all five', async () => {
  const xml = answer(
    order({ requisites: requisites({ 'Статус заказа': 'Принят', Отменен: 'false', ...PAID }) }),
  )
  for (const client of ['ut', 'rt', 'unf', 'bp', 'bitrix'] as const) {
    const { result, codes } = await pull(client, xml)
    expect(codes.filter(code => code !== 'method-needed' && code !== 'no-payments-here')).toEqual([])
    expect(result.documents).toMatchObject([
      { action: 'created', posted: true, total: '1200.00', vatTotal: '200.00' },
    ])
  }
})
