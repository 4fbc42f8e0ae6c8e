import type { SaleDocument } from '@obmen/codec'
import type { Order } from '@obmen/contract'
import type { Settings } from '@obmen/contract/settings'
import { describe, expect, it } from 'vitest'
import { numbered, payment, settings, TIMEZONE } from '../../../test/support/sale-feed/order.js'
import type { PaymentForm } from '../../integrations/connection/payment-form.js'
import type { PaymentExport } from '../../outbox/payments/payment-export.js'
import { mapOrder } from '../document/map-order.js'
import { openFeed } from '../feed.js'

function mapped(
  changes: Partial<Order> = {},
  options: Partial<Settings> = {},
  payments: PaymentForm = 'requisites',
  exports: PaymentExport[] | null = null,
): SaleDocument {
  return mapOrder({ ...numbered(changes), exports }, openFeed(settings(options), TIMEZONE, payments))
}
const requisite = (document: SaleDocument, name: string): string | undefined =>
  document.requisites?.find(item => item.name === name)?.value

describe('payments as requisites', () => {
  const PAYMENT = [
    'Заказ оплачен',
    'Дата оплаты',
    'Номер платежного документа',
    'Метод оплаты',
    'Метод оплаты ИД',
  ]
  const told = (document: SaleDocument) => PAYMENT.map(name => requisite(document, name))

  it('an order paid in full tells date (no time), number, method and gateway (F7.3)', () => {
    expect(told(mapped())).toEqual(['true', '2026-11-17', '501', 'Оплата картой внешняя', 'CKassa'])
  })

  it('the day of the payment is that of the location (F7.4)', () => {
    expect(told(mapped({ payments: [payment({ paidAt: '2026-11-17T20:00:00Z' })] }))[1]).toBe('2026-11-18')
  })

  it('the last of several payments is the one told (F7.4)', () => {
    const payments = [
      payment({ id: 'late', amount: '1000.00', paidAt: '2026-11-19T00:00:00+05:00' }),
      payment({ id: 'early', amount: '2000.00', paidAt: '2026-11-18T00:00:00+05:00' }),
    ]
    expect(told(mapped({ payments })).slice(0, 3)).toEqual(['true', '2026-11-19', '501'])
  })

  it.each([
    ['unpaid', [payment({ status: 'pending' })]],
    ['paid in part', [payment({ amount: '2999.99' })]],
    ['overpaid', [payment({ amount: '3000.01' })]],
    ['refunded', [payment({ status: 'refunded' })]],
    ['paid by a gateway of no rule', [payment({ gateway: 'Наличные' })]],
    ['never paid', []],
  ])('an order that is %s tells neither flag, date nor number (F7.2, F7.3)', (_, payments) => {
    expect(told(mapped({ payments })).slice(0, 3)).toEqual([undefined, undefined, undefined])
  })

  it('an order that costs nothing is not paid (F7.3)', () => {
    expect(told(mapped({ total: '0.00', payments: [] }))[0]).toBeUndefined()
  })

  it('a rule without a gateway lets every payment be told (F7.2)', () => {
    const document = mapped(
      { payments: [payment({ gateway: 'СБП' })] },
      { paymentrules: [{ status: 'purchased' }] },
    )
    expect(told(document)).toEqual(['true', '2026-11-17', '501', 'Оплата картой внешняя', 'СБП'])
  })

  it('the first rule met gives the name of the method (F7.5)', () => {
    const paymentrules = [
      { status: 'new', paymentmethodname: 'Не та' },
      { gateway: 'CKassa', paymentmethodname: 'Касса' },
      { status: 'purchased', paymentmethodname: 'Поздно' },
    ]
    expect(told(mapped({}, { paymentrules }))[3]).toBe('Касса')
  })

  it('a name of a method is cut to the 50 characters that 1C compares (F7.5)', () => {
    expect(told(mapped({}, { paymentmethodname: `Карта ${'я'.repeat(60)}` }))[3]).toBe(
      `Карта ${'я'.repeat(44)}`,
    )
  })
})

describe('payments as subordinate documents', () => {
  const documents = (changes: Partial<Order> = {}, options: Partial<Settings> = {}) =>
    mapped(changes, options, 'documents')

  it('are written in version 2.10, whatever the settings say (F1.6)', () => {
    expect(openFeed(settings({ schemaversion: '2.05' }), TIMEZONE, 'documents').version).toBe('2.10')
    expect(openFeed(settings({ schemaversion: '2.05' }), TIMEZONE, 'requisites').version).toBe('2.05')
  })

  it('every paid payment is a document, and the order has no date or number of payment (F7.6)', () => {
    const document = documents({
      payments: [payment({ amount: '1000.00' }), payment({ id: 'p2', status: 'pending' })],
    })
    expect(document.subordinateDocuments).toEqual([
      {
        id: 'pay-17',
        number: '501',
        date: '2026-11-17',
        operation: 'acquiring',
        total: '1000.00',
        requisites: [
          { name: 'Оплачено', value: 'true' },
          { name: 'Метод оплаты', value: 'Оплата картой внешняя' },
          { name: 'Метод оплаты ИД', value: 'CKassa' },
        ],
      },
    ])
    for (const name of ['Дата оплаты', 'Номер платежного документа'])
      expect(requisite(documents(), name)).toBeUndefined()
  })

  it('there is no empty list of them, and a refunded payment is not told anew (F7.2, F7.7)', () => {
    for (const payments of [
      [],
      [payment({ status: 'pending' })],
      [payment({ status: 'refunded' })],
      [payment({ gateway: 'Иной' })],
    ]) {
      expect(documents({ payments })).not.toHaveProperty('subordinateDocuments')
    }
  })

  it('an id of 36 characters, which УНФ takes for its own, is replaced (F7.8)', () => {
    const id = '0e8dbd52-8a7e-4a5c-9d3c-1f1f0c9d2a11'
    expect(documents({ payments: [payment({ id })] }).subordinateDocuments![0]!.id).toMatch(
      /^sha256-[0-9a-f]{32}$/,
    )
  })

  it('each payment has the method of the first rule that it meets itself (F7.5)', () => {
    const paymentrules = [
      { gateway: 'CKassa' },
      { gateway: 'СБП', paymentmethodname: 'Система быстрых платежей' },
    ]
    const payments = [payment({ amount: '1000.00' }), payment({ id: 'b', gateway: 'СБП', amount: '2000.00' })]
    expect(
      documents({ payments }, { paymentrules }).subordinateDocuments!.map(
        ({ requisites }) => requisites![1]!.value,
      ),
    ).toEqual(['Оплата картой внешняя', 'Система быстрых платежей'])
  })
})

describe('payments told before (O8, F7.9)', () => {
  const told = (changes: Partial<PaymentExport> = {}): PaymentExport => ({
    ...{ paymentId: 'pay-17', number: 77, method: 'Прежний', form: 'requisites', gateway: 'CKassa' },
    ...changes,
  })
  const named = (document: SaleDocument) => [
    requisite(document, 'Номер платежного документа'),
    requisite(document, 'Метод оплаты'),
  ]

  it('keep number and method in requisites, whichever payments make up the sum now', () => {
    for (const payments of [
      [payment()],
      [payment({ id: 'another' })],
      [payment({ amount: '1000.00' }), payment({ id: 'more', amount: '2000.00' })],
    ])
      expect(named(mapped({ payments }, {}, 'requisites', [told()]))).toEqual(['77', 'Прежний'])
  })

  it('keep the method although the order is not paid in full any more, but tell no number', () => {
    const document = mapped({ payments: [payment({ status: 'refunded' })] }, {}, 'requisites', [told()])
    expect(named(document)).toEqual([undefined, 'Прежний'])
    expect(requisite(document, 'Заказ оплачен')).toBeUndefined()
  })

  it('keep their form, whatever is decided for others', () => {
    const requisites = mapped({}, {}, 'documents', [told()])
    expect(named(requisites)).toEqual(['77', 'Прежний'])
    expect(requisites).not.toHaveProperty('subordinateDocuments')
    const documents = mapped({}, {}, 'requisites', [told({ form: 'documents' })])
    expect(documents.subordinateDocuments).toMatchObject([{ number: '77' }])
    expect(requisite(documents, 'Номер платежного документа')).toBeUndefined()
  })

  it('stay among what is told when no rule names their gateway any more', () => {
    const payments = [payment({ amount: '1000.00' }), payment({ id: 'b', gateway: 'СБП', amount: '2000.00' })]
    const settings = { paymentrules: [{ gateway: 'СБП' }] }
    const documents = mapped({ payments }, settings, 'documents', [told({ form: 'documents' })])
    expect(documents.subordinateDocuments!.map(({ id, number }) => [id, number])).toEqual([
      ['pay-17', '77'],
      ['b', '502'],
    ])
  })
})
