import fc from 'fast-check'

/** An order that is accepted, and what a 1C must make of it. */
export interface AcceptedOrder {
  body: Record<string, unknown>
  /** Kopecks of VAT: of each line and the delivery by itself, rounded there. */
  vat: bigint
  rates: string[]
  /** Quantities of four decimals, as a comment has them. */
  fineQuantities: string[]
}

interface DrawnLine {
  quantity: bigint
  price: bigint
  off: bigint
  down: boolean
  vat: string
  goods: boolean
}

const RATES = ['none', '0', '5', '7', '10', '20', '22', '10/110', '20/120'] as const

const drawnLine: fc.Arbitrary<DrawnLine> = fc.record({
  // Ten-thousandths: whole pieces, hours and grams, four decimals, very many (four such lines still fit the sum that a 1C keeps).
  quantity: fc.oneof(
    fc.bigInt({ min: 1n, max: 120n }).map(pieces => pieces * 10_000n),
    fc.bigInt({ min: 1n, max: 50_000n }).map(thousandths => thousandths * 10n),
    fc.bigInt({ min: 1n, max: 400_000n }),
    fc.bigInt({ min: 1n, max: 10n ** 5n }).map(pieces => pieces * 10_000n),
  ),
  price: fc.oneof(
    fc.bigInt({ min: 0n, max: 300n }),
    fc.bigInt({ min: 0n, max: 10n ** 7n }),
    fc.bigInt({ min: 0n, max: 10n ** 9n }),
  ),
  // Millionths of the sum.
  off: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 6n })),
  down: fc.boolean(),
  vat: fc.constantFrom(...RATES),
  goods: fc.boolean(),
})

/** Orders with discounts, net and gross, of all rates, with and without delivery; `number` tells them apart. */
export function acceptedOrder(companyId: string): fc.Arbitrary<(index: number) => AcceptedOrder> {
  return fc
    .record({
      lines: fc.array(drawnLine, { minLength: 1, maxLength: 4 }),
      included: fc.boolean(),
      delivery: fc.option(
        fc.record({ amount: fc.bigInt({ min: 0n, max: 100_000n }), vat: fc.constantFrom(...RATES) }),
        { nil: undefined },
      ),
      comment: fc.option(fc.string({ maxLength: 40 }), { nil: undefined }),
    })
    .map(({ lines, included, delivery, comment }) => index => {
      const written = lines.map((line, place) => writtenLine(line, `${index}-${place}`))
      const taxed = [
        ...written.map(({ kopecks }, place) => [kopecks, lines[place]!.vat] as const),
        ...(delivery ? [[delivery.amount, delivery.vat] as const] : []),
      ]
      const vat = taxed.reduce((sum, [amount, rate]) => sum + vatIn(amount, rate, included), 0n)
      const amounts = taxed.reduce((sum, [amount]) => sum + amount, 0n)
      return {
        vat,
        rates: taxed.map(([, rate]) => rate),
        fineQuantities: written.flatMap(({ body }) =>
          /\.\d{4}$/.test(body.quantity) ? body.quantity.replace('.', ',') : [],
        ),
        body: {
          ...{ id: `o-${index}`, number: `A/${index}`, companyId, placedAt: '2026-11-17T12:15:07+05:00' },
          ...{ status: 'purchased', currency: 'RUB', vatIncluded: included },
          customer: { id: 'c', kind: 'person', firstName: 'Анна', lastName: 'Ким', phone: '+79160000000' },
          lines: written.map(({ body }) => body),
          total: roubles(amounts + (included ? 0n : vat)),
          ...(delivery && {
            delivery: {
              name: 'Курьер',
              address: 'ул. Мира, 9',
              amount: roubles(delivery.amount),
              vat: delivery.vat,
            },
          }),
          ...(comment !== undefined && { comment }),
        },
      }
    })
}

function writtenLine({ quantity, price, off, down, vat, goods }: DrawnLine, id: string) {
  const exact = quantity * price
  const sum = (exact + (down ? 4_999n : 5_000n)) / 10_000n
  const kopecks = (sum * (1_000_000n - off)) / 1_000_000n
  return {
    kopecks,
    body: {
      ...{ id, name: `Позиция ${id}`, kind: goods ? 'goods' : 'service', vat, price: roubles(price) },
      ...{ discount: roubles(sum - kopecks), amount: roubles(kopecks) },
      quantity: decimals(quantity, 4).replace(/\.?0+$/, ''),
    },
  }
}

/** VAT as tax law defines it: a part of a sum that includes it, else added on top; in kopecks, halves rounded up. */
function vatIn(amount: bigint, rate: string, included: boolean): bigint {
  if (rate === 'none') return 0n
  const percent = BigInt(rate.split('/')[0]!)
  const divisor = included ? 100n + percent : 100n
  return (2n * amount * percent + divisor) / (2n * divisor)
}

export function roubles(kopecks: bigint): string {
  return decimals(kopecks, 2)
}

function decimals(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
