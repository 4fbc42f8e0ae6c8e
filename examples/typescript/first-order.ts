// Connects a 1C and puts a paid order; prints what Obmen says of the order.
import { type Order, openObmen, orThrow } from '@obmen/sdk'

const { OBMEN = '', OBMEN_TOKEN = '' } = process.env
const obmen = openObmen({ url: OBMEN, token: OBMEN_TOKEN })

const { items } = await orThrow(obmen.GET('/api/v1/companies', { params: { query: { limit: 1 } } }))
const companyId = items[0]!.id

// Once for each company. The answer has address, login and password for 1C.
const settings = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Оплата картой' }
await orThrow(obmen.POST('/api/v1/integrations', { body: { name: 'Бухгалтерия', companyId, settings } }))

const now = new Date().toISOString()
const order: Order = {
  id: 'ts-1',
  number: 'T/1',
  companyId,
  placedAt: now,
  status: 'purchased',
  currency: 'RUB',
  customer: { id: 'o-4', kind: 'organization', name: 'ООО «Вектор»', inn: '7707083893', kpp: '773601001' },
  lines: [
    {
      id: 'svc-12',
      name: 'Аренда переговорной',
      kind: 'service',
      quantity: '2',
      price: '1500.00',
      amount: '3000.00',
      vat: '22',
    },
  ],
  vatIncluded: true,
  total: '3000.00',
  payments: [{ id: 'pay-t-1', gateway: 'CKassa', status: 'paid', amount: '3000.00', paidAt: now }],
}

// Whenever anything about an order changed: the order as it is now, whole.
for await (const answer of obmen.putOrders([order])) console.log(JSON.stringify(answer))
