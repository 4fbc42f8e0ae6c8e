/** The order of the contract: 3000.00 paid by CKassa. */
export function sampleOrder(companyId: string, changes: object = {}): Record<string, unknown> {
  const { id = 'olv-17' } = changes as { id?: unknown }
  return {
    ...{ id, number: 'OLV/17', companyId, placedAt: '2026-11-17T12:15:07+05:00' },
    ...{ status: 'purchased', currency: 'RUB' },
    customer: {
      ...{ id: 'o-4', kind: 'organization', name: 'ООО «Вектор»', inn: '7707083893', kpp: '773601001' },
    },
    lines: [sampleLine()],
    ...{ vatIncluded: true, total: '3000.00' },
    payments: [samplePayment({ id: `pay-${String(id).replace('olv-', '').slice(0, 50).trim()}` })],
    ...changes,
  }
}

export function sampleLine(changes: object = {}): Record<string, unknown> {
  return {
    ...{ id: 'svc-12', name: 'Аренда переговорной', kind: 'service', quantity: '2', price: '1500.00' },
    ...{ amount: '3000.00', vat: '10', ...changes },
  }
}

export function samplePayment(changes: object = {}): Record<string, unknown> {
  return {
    ...{ id: 'pay-17', gateway: 'CKassa', status: 'paid', amount: '3000.00' },
    ...{ paidAt: '2026-11-17T12:16:00+05:00', ...changes },
  }
}
