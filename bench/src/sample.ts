/** An order as a platform sends it: a firm, three lines, one payment; about 1.4 kB of JSON. */
export function sampleOrder(companyId: string, index: number): object {
  const id = `order-${index}`
  const firm = index % 5000
  const day = 1 + (index % 28)
  return {
    id,
    number: `N${index}`,
    companyId,
    placedAt: `2026-11-${String(day).padStart(2, '0')}T${String(index % 24).padStart(2, '0')}:15:07+05:00`,
    status: 'purchased',
    currency: 'RUB',
    customer: {
      id: `customer-${firm}`,
      kind: 'organization',
      name: `ООО «Вектор ${firm}»`,
      fullName: `Общество с ограниченной ответственностью «Вектор ${firm}»`,
      inn: innOf(firm),
      kpp: '665801001',
      email: `office${firm}@example.ru`,
      phone: `+7343${String(2_000_000 + firm)}`,
      address: '620000, г. Екатеринбург, ул. Мира, д. 1',
    },
    lines: [
      line('svc-1', 'Аренда переговорной, час', ['2', '1500.00', '3000.00', '10']),
      line('svc-2', 'Рабочее место в коворкинге, день', ['1', '900.00', '900.00', '10']),
      line('svc-3', 'Печать на 3D-принтере', ['3', '475.50', '1426.50', 'none']),
    ],
    vatIncluded: true,
    total: '5326.50',
    comment: 'Просьба подготовить документы',
    place: { id: 'b1-5-501', name: 'Корпус 1, этаж 5, переговорная 501' },
    payments: [
      {
        id: `pay-${index}`,
        gateway: 'CKassa',
        status: 'paid',
        amount: '5326.50',
        paidAt: '2026-11-29T12:16:00+05:00',
      },
    ],
    attributes: { Подразделение: 'Северный корпус' },
  }
}

/** Each firm has its own ИНН: 1C takes two with the same for one, and preflight would report it. */
function innOf(firm: number): string {
  const digits = `6658${String(firm).padStart(5, '0')}`
  const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
  const sum = weights.reduce((all, weight, place) => all + weight * Number(digits[place]), 0)
  return `${digits}${(sum % 11) % 10}`
}

function line(id: string, name: string, [quantity, price, amount, vat]: string[]): object {
  return { id, name, kind: 'service', quantity, unit: '796', price, discount: '0.00', amount, vat }
}

/** Lines of NDJSON, created while they are read. */
export function* sampleLines(companyId: string, from: number, count: number): Generator<string> {
  for (let index = from; index < from + count; index += 100) {
    let text = ''
    for (let one = index; one < Math.min(index + 100, from + count); one++)
      text += `${JSON.stringify(sampleOrder(companyId, one))}\n`
    yield text
  }
}
