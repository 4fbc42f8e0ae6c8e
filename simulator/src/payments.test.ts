import { describe, expect, test } from 'vitest'
import { answer, order, PAID, payment, requisites, subordinate } from '../test/support/order.js'
import { pull } from '../test/support/pull.js'
import { createBase, paymentsOf } from './base/base.js'
import type { BaseSettings } from './base/settings.js'

const BITRIX = { path: '/bitrix/admin/1c_exchange.php', subordinateDocuments: true }
const paid = (values: Record<string, string>) =>
  answer(order({ requisites: requisites({ ...PAID, ...values }) }))
const without = (name: string) => {
  const values: Record<string, string> = { ...PAID }
  delete values[name]
  return answer(order({ requisites: requisites(values) }))
}

describe('by requisites', () => {
  test.each(['bp', 'unf'] as const)(
    '%s makes a payment of a paid order with date, number and method',
    async client => {
      const { result } = await pull(client, paid({}))
      expect(result.payments).toMatchObject([
        {
          action: 'created',
          siteNumber: '15',
          number: '17',
          amount: '1200.00',
          method: 'Карта',
          conditions: [],
        },
      ])
      expect(result.payments[0]?.date).toBe('2026-03-01T00:00:00')
      expect(result.payments[0]?.documentNumber).toBe(result.documents[0]?.number)
      expect(result.findings).toEqual([expect.objectContaining({ code: 'method-needed', severity: 'note' })])
      expect(result.findings[0]?.text).toBe('в 1С должен быть заведён способ оплаты «Карта»')
    },
  )

  test('УТ makes one dated today, without the number of the site', async () => {
    const { result } = await pull('ut', paid({}), {}, { now: new Date(2026, 4, 2, 9, 5) })
    expect(result.payments).toMatchObject([
      { action: 'created', number: null, date: '2026-05-02T09:05:00', amount: '1200.00' },
    ])
  })

  test.each([
    ['bp', 'Дата оплаты', 'не указана дата оплаты'],
    ['bp', 'Номер платежного документа', 'не указан номер платежного документа'],
    ['bp', 'Метод оплаты', 'не указано название метода оплаты'],
    ['unf', 'Дата оплаты', 'не указана дата оплаты'],
    ['unf', 'Номер платежного документа', 'не указан номер платежного документа'],
    ['unf', 'Метод оплаты', 'не указано название метода оплаты'],
    ['ut', 'Метод оплаты ИД', 'нет реквизита «Метод оплаты ИД»'],
  ] as const)('%s makes none without «%s» and says so', async (client, name, reason) => {
    const { result } = await pull(client, without(name))
    expect(result.payments).toMatchObject([{ action: 'not-created' }])
    expect(result.payments[0]?.reason).toContain(reason)
    if (client === 'ut') expect(result.payments[0]?.reason).toBe(reason)
    expect(result.payments[0]?.conditions.filter(one => one.met).length).toBeGreaterThan(0)
    expect(result.confirmed).toBe(true)
  })

  test.each(['unf', 'ut'] as const)(
    '%s makes none of an order that is not paid, in silence',
    async client => {
      const { result } = await pull(client, without('Заказ оплачен'))
      expect(result.payments).toEqual([])
    },
  )

  test.each([
    ['bp', paid({ 'Дата оплаты': '2026-03-01T10:00:00' }), 'без времени', {}],
    ['bp', paid({ 'Метод оплаты': 'м'.repeat(51) }), 'длиннее 50 символов', {}],
    ['unf', paid({ 'Метод оплаты': 'м'.repeat(51) }), 'длиннее 50 символов', {}],
    ['bp', paid({}), 'не заведён способ оплаты «Карта»', { paymentMethods: ['Наличные'] }],
    ['unf', paid({}), 'не заведён способ оплаты «Карта»', { paymentMethods: ['карта'] }],
    ['ut', paid({}), 'не заведён способ оплаты «Карта»', { paymentMethods: [] }],
    ['unf', paid({}), 'не как эквайринг', { paymentMethods: [{ name: 'Карта', acquiring: false }] }],
  ] as ['bp' | 'unf' | 'ut', string, string, BaseSettings][])(
    '%s names the condition that is not met: %#',
    async (client, xml, reason, settings) => {
      const { result, base } = await pull(client, xml, settings)
      expect(result.payments).toMatchObject([{ action: 'not-created' }])
      expect(result.payments[0]?.reason).toContain(reason)
      expect(base.payments.size).toBe(0)
    },
  )

  test('УТ knows a method by its id, or by its name once the id is there', async () => {
    const byId = await pull('ut', paid({}), { paymentMethods: [{ name: 'Другое', id: 'card' }] })
    const byName = await pull('ut', paid({}), { paymentMethods: ['Карта'] })
    expect([byId, byName].map(({ result }) => result.counts.paymentsCreated)).toEqual([1, 1])
  })

  test('УНФ refuses a second payment of the order under another number', async () => {
    const base = createBase('unf')
    await pull(base, paid({}))
    const { result } = await pull(base, paid({ 'Номер платежного документа': '18' }))
    expect(result.payments[0]?.reason).toContain('уже есть другая оплата')
    expect(paymentsOf(base, '15')).toHaveLength(1)
  })

  test('БП makes a new payment at every exchange when the number is over 10 characters', async () => {
    const base = createBase('bp')
    const long = paid({ 'Номер платежного документа': '12345678901' })
    await pull(base, long)
    const { codes } = await pull(base, long)
    expect(codes).toContain('payment-number-long')
    expect(paymentsOf(base, '15').map(one => one.number)).toEqual(['1234567890', '1234567890'])
  })

  test.each(['bp', 'unf'] as const)('%s makes none when loading payments is off', async client => {
    const { result } = await pull(client, paid({}), { loadPayments: false })
    expect(result.payments).toEqual([])
  })
})

describe('by subordinate documents', () => {
  const order2 = (...payments: string[]) =>
    answer(order({ requisites: requisites(PAID), more: subordinate(...payments) }))

  test.each(['bp', 'unf'] as const)(
    '%s makes each of them, partial ones too, and forgets the requisites',
    async client => {
      const xml = order2(
        payment({ number: '21', amount: '700.00' }),
        payment({ id: 'pay-22', number: '22', amount: '500.00' }),
      )
      const { result, base } = await pull(client, xml, {}, BITRIX)
      expect(result.payments).toMatchObject([
        { action: 'created', number: '21', amount: '700.00' },
        { action: 'created', number: '22', amount: '500.00' },
      ])
      const again = await pull(base, xml, {}, BITRIX)
      expect(again.result.counts).toMatchObject({ paymentsCreated: 0, paymentsUpdated: 2 })
    },
  )

  test('УНФ without the flag looks at the requisites alone', async () => {
    const { result } = await pull('unf', order2(payment({ number: '21', amount: '700.00' })))
    expect(result.payments).toMatchObject([{ number: '17', amount: '1200.00' }])
  })

  test.each(['bp', 'unf'] as const)(
    '%s makes none of a payment that is not paid yet, and that is no loss',
    async client => {
      const unpaid = { 'Метод оплаты': 'Карта', Оплачено: 'false' }
      const { result } = await pull(client, order2(payment({ values: unpaid })), {}, BITRIX)
      expect(result.payments).toMatchObject([{ action: 'not-created' }])
      expect(result.findings.find(one => one.code === 'payment-not-created')).toMatchObject({
        severity: 'note',
      })
    },
  )

  test.each(['bp', 'unf'] as const)('%s makes none without «Оплачено»', async client => {
    const { result } = await pull(
      client,
      order2(payment({ values: { 'Метод оплаты': 'Карта' } })),
      {},
      BITRIX,
    )
    expect(result.payments[0]?.reason).toContain('«Оплачено»')
  })
})

describe("Bitrix' module", () => {
  test('makes payments of documents of their own, by Основание', async () => {
    const own =
      '<Документ><Ид>p-1</Ид><Номер>31</Номер><Дата>2026-03-01</Дата><ХозОперация>Эквайринговая операция</ХозОперация><Сумма>1200.00</Сумма><Основание>id-15</Основание>' +
      `${requisites({ Оплачен: 'true', 'Метод оплаты': 'Карта' })}</Документ>`
    const { result } = await pull('bitrix', answer(order(), own))
    expect(result.payments).toMatchObject([{ action: 'created', siteNumber: '15', number: '31' }])
  })
})
