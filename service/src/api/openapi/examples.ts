const COMPANY = '7f4d9d0c-6a1e-4f6b-8d6e-2f1f0c1d2e3a'
const INTEGRATION = '0b0e7f52-3c55-4b6e-9a51-6d9f2a8c4b10'
const AT = '2026-11-17T07:16:04.000Z'

const settings = {
  client: 'bp',
  paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
  paymentmethodname: 'Оплата картой',
}
const line = { id: 'svc-12', name: 'Аренда переговорной', kind: 'service', price: '1500.00', vat: '22' }
const order = {
  companyId: COMPANY,
  placedAt: '2026-11-17T12:15:07+05:00',
  currency: 'RUB',
  vatIncluded: true,
}
const webhook = { url: 'https://platform.example/hooks/obmen', types: ['order.exported', 'order.held'] }

type Examples = Record<string, unknown>

/** Of main operations, by name. A test sends the bodies; the linters hold all to their schemas. */
export const EXAMPLES: Record<string, { body?: Examples; answer?: Examples }> = {
  createIntegration: {
    body: { accounting: { name: 'Бухгалтерия', companyId: COMPANY, settings } },
    answer: {
      made: {
        id: INTEGRATION,
        class: 'CommerceML',
        name: 'Бухгалтерия',
        companyId: COMPANY,
        companyName: 'ООО «Ромашка»',
        settings,
        notes: [],
        enabled: true,
        restoredAt: null,
        sandbox: false,
        version: 1,
        exchangeUrl: 'https://obmen.example.ru/1c',
        exchangeUrlSet: true,
        login: 'bukhgalteriya-28ee',
        rules:
          'Выгружаются заказы со статусом «purchased», оплачиваемые через CKassa; ' +
          'способ оплаты в 1С — «Оплата картой».',
        state: 'waiting',
        stateSince: AT,
        stateReason: '1С ещё не обращалась: введите в ней адрес, логин и пароль.',
        stateCause: { code: 'never-called', orders: null, login: null, failure: null },
        firstSeenAt: null,
        lastSeenAt: null,
        client: null,
        passwordChangedAt: AT,
        createdAt: AT,
        updatedAt: AT,
        counts: { owed: 0, offered: 0, held: 0, confirmed: 0 },
        owedSince: null,
        recalculating: null,
        proposedPayments: null,
        proposedNumber: null,
        recognition: { client: null, possible: [], applied: 'bp', question: null, facts: [], checks: [] },
        password: 'uhfqsa-dzvmw4-7du5n7-p4r7cb',
      },
    },
  },
  putOrder: {
    body: {
      minimal: {
        ...order,
        status: 'new',
        customer: { id: 'o-3', kind: 'person', name: 'Иванов Иван' },
        lines: [{ ...line, quantity: '1', amount: '1500.00' }],
        total: '1500.00',
      },
      paid: {
        ...order,
        number: 'OLV/17',
        status: 'purchased',
        customer: { id: 'o-4', kind: 'organization', name: 'ООО «Вектор»', inn: '7707083893' },
        lines: [{ ...line, quantity: '2', amount: '3000.00' }],
        total: '3000.00',
        payments: [
          {
            id: 'pay-17',
            gateway: 'CKassa',
            status: 'paid',
            amount: '3000.00',
            paidAt: '2026-11-17T12:16:00+05:00',
          },
        ],
      },
    },
    answer: {
      owed: {
        id: 'olv-17',
        numberIn1c: '1',
        revision: 1,
        changed: true,
        owedTo: [INTEGRATION],
        warnings: [],
      },
    },
  },
  putOrders: {
    body: {
      line: {
        id: 'olv-18',
        ...order,
        status: 'new',
        customer: { id: 'o-3', kind: 'person', name: 'Иванов Иван' },
        lines: [{ ...line, quantity: '1', amount: '1500.00' }],
        total: '1500.00',
      },
    },
    answer: {
      saved: {
        line: 1,
        id: 'olv-18',
        numberIn1c: '2',
        revision: 1,
        changed: true,
        owedTo: [],
        warnings: [],
        status: 201,
      },
    },
  },
  listOrders: {
    answer: {
      last: {
        items: [
          {
            id: 'olv-17',
            number: 'OLV/17',
            numberIn1c: '1',
            companyId: COMPANY,
            companyName: 'ООО «Ромашка»',
            placedAt: '2026-11-17T07:15:07.000Z',
            status: 'purchased',
            canceled: false,
            currency: 'RUB',
            total: '3000.00',
            customerName: 'ООО «Вектор»',
            gateways: ['CKassa'],
            revision: 1,
            createdAt: AT,
            updatedAt: AT,
            exports: [
              {
                integrationId: INTEGRATION,
                integrationName: 'Бухгалтерия',
                state: 'owed',
                numberIn1c: '1',
                at: AT,
                reason: null,
                mismatch: null,
                heldKind: null,
                heldCode: null,
                heldParams: null,
              },
            ],
          },
        ],
        next: null,
      },
    },
  },
  createWebhook: {
    body: { orders: webhook },
    answer: {
      made: {
        id: '5d0b9d1e-7a52-4c1f-9d0e-8a6c2b7f3e44',
        ...webhook,
        companyId: null,
        description: '',
        state: 'active',
        stateReason: null,
        stateSince: AT,
        failures: 0,
        failingSince: null,
        deliveredAt: null,
        oldSecretUntil: null,
        pending: 0,
        createdAt: AT,
        secret: 'whsec_…',
      },
    },
  },
  onOrderExported: {
    body: {
      exported: {
        type: 'order.exported',
        timestamp: AT,
        data: { integrationId: INTEGRATION, orderId: 'olv-17', revision: 1, batch: 12 },
      },
    },
  },
}
