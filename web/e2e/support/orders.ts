import type { Obmen } from './obmen.js'

/** A paid order of the platform for the company of `setup`. */
export function order({ companyId }: Obmen, id: string) {
  return {
    id,
    companyId,
    placedAt: '2026-11-17T12:15:07+05:00',
    status: 'purchased',
    currency: 'RUB',
    customer: { id: 'o-4', kind: 'organization', name: 'ООО «Вектор»', inn: '7707083893', kpp: '773601001' },
    lines: [
      {
        id: 'svc-12',
        name: 'Аренда переговорной',
        kind: 'service',
        quantity: '2',
        unit: '796',
        price: '1500.00',
        discount: '0.00',
        amount: '3000.00',
        vat: '10',
      },
    ],
    vatIncluded: true,
    total: '3000.00',
    payments: [
      {
        id: `pay-${id}`,
        gateway: 'CKassa',
        status: 'paid',
        amount: '3000.00',
        paidAt: '2026-11-17T12:16:00+05:00',
      },
    ],
  }
}
