import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { body, LINE } from '../../../../test/support/order-problems.js'
import { ORDER_LIMITS } from './order-limits.js'
import { orderSchema } from './order-schema.js'
import { hasOrderShape } from './order-shape.generated.js'

const HEAD = `// @ts-nocheck: generated from orderSchema; after a change of it run
// npx vitest run service/src/orders/intake/read/order-shape.test.ts --update
`

/** orderSchema as code: without texts, which only its documentation needs. */
function compileOrderSchema(): string {
  const plain = z.toJSONSchema(orderSchema, {
    io: 'input',
    override({ jsonSchema }) {
      for (const name of ['description', 'examples', 'default', 'format', 'id']) delete jsonSchema[name]
    },
  })
  // Lengths in UTF-16 code units are never below those in code points, which zod counts, and need no function of ajv's at run time.
  const ajv = new Ajv2020({
    unicode: false,
    logger: false,
    messages: false,
    code: { source: true, esm: true },
  })
  const code = standalone.default(ajv, ajv.compile(plain))
  const [, name] = /^"use strict";export const validate = (\w+);export default \w+;/.exec(code) ?? []
  expect(name).toBeDefined()
  const lines = code
    .replace(/^.*?export default \w+;/, '')
    .replaceAll(';', ';\n')
    .split('\n')
  const isUsed = (line: string): boolean => {
    const [, constant] = /^const (schema\d+) = /.exec(line) ?? []
    return constant === undefined || code.split(constant).length > 2
  }
  return `${HEAD}${lines.filter(isUsed).join('\n')}
/** Whether orderSchema surely accepts \`body\`; faster than orderSchema, which decides about the others: texts near their limit with emojis, say. */
export const hasOrderShape: (body: unknown) => boolean = ${name}
`
}

it('is compiled from orderSchema as it is now', async () => {
  await expect(compileOrderSchema()).toMatchFileSnapshot('order-shape.generated.ts')
})

describe('the compiled schema', () => {
  const REFUND = { id: 'r-1', amount: '1.00', refundedAt: '2026-11-20T10:00:00Z' }
  const CONTACTS = { id: 'c-1', inn: '500100732259', email: 'a@b.ru', phone: '+7', address: 'Мира, 1' }
  const CUSTOMERS = [
    {
      ...CONTACTS,
      kind: 'person',
      firstName: 'Иван',
      lastName: 'Иванов',
      middleName: 'Иванович',
      name: 'Иван',
    },
    { ...CONTACTS, kind: 'organization', name: 'ООО «Вектор»', fullName: 'Вектор', kpp: '773601001' },
    { ...CONTACTS, kind: 'entrepreneur', name: 'ИП Ким', fullName: 'Ким', kpp: '' },
  ]
  const full = fc.constantFrom(...CUSTOMERS).map(customer => ({
    ...body(),
    customer,
    number: 'N-1',
    canceled: true,
    lines: [{ ...LINE!, unit: '796', discount: '0.00' }, LINE!],
    comment: 'Быстро',
    place: { id: 'b1', name: 'Корпус 1' },
    delivery: { name: 'Курьер', amount: '1.00', vat: '20', address: 'x', recipient: 'y', trackNumber: 'z' },
    payments: [
      {
        id: 'p-1',
        gateway: 'CKassa',
        status: 'paid',
        amount: '1.00',
        paidAt: REFUND.refundedAt,
        refunds: [REFUND],
      },
    ],
    attributes: { Подразделение: 'Северный корпус' },
  }))
  const LENGTHS = [...new Set(Object.values(ORDER_LIMITS))].filter(limit => limit <= 10_000)
  /** Strings about as long as a limit, also of characters that are two code units or two code points. */
  const longString = fc
    .tuple(
      fc.constantFrom(...LENGTHS),
      fc.integer({ min: -1, max: 1 }),
      fc.constantFrom('я', '\u{1f600}', 'e\u0301'),
    )
    .map(([length, more, text]) => text.repeat(length).slice(0, length + more))
  const oddString = fc.constantFrom(
    ...[
      '',
      ' ',
      '\n',
      '\u00a0',
      'a\u0000',
      'a\u0001',
      'a\u0085',
      '\ud800',
      '\u2028',
      '1.00\n',
      '1.000',
      '00',
      '796',
      '0',
      '-1',
    ],
    ...[
      '20/120',
      '18',
      'person',
      'robot',
      'paid',
      'RUB',
      'rub',
      '2026-02-30T00:00:00Z',
      '2026-11-17T12:15+14:59',
      '1899-01-01T00:00:00Z',
    ],
    ...[
      '١',
      '773601001',
      '7736АА001',
      '7736AA001',
      '500100732259',
      '\u{1f600}',
      '7A0E8D52-8A7E-4A5C-9D3C-1F1F0C9D2A11',
    ],
  )
  const replacement = fc.oneof(
    oddString,
    longString,
    fc.string({ unit: 'binary' }),
    fc.constantFrom(null, true, false, 0, 1.5, [], {}, [null], [{}]),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const NAMES = ['id', 'name', 'kind', 'lastName', 'unknown', 'constructor', 'toString', 'Склад', '']
  const change = fc.record({
    at: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 4 }),
    how: fc.constantFrom('replace', 'delete', 'add'),
    name: fc.oneof(fc.constantFrom(...NAMES), oddString, longString),
    value: replacement,
  })

  it('accepts what orderSchema accepts, apart from emojis, and nothing else', () => {
    const seen = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(full, fc.array(change, { maxLength: 2 }), (valid, changes) => {
        const order = structuredClone(valid)
        for (const one of changes) applyChange(order, one)
        const isAccepted = orderSchema.safeParse(order).success
        seen[isAccepted ? 'accepted' : 'refused']++
        if (!isAccepted) expect(hasOrderShape(order)).toBe(false)
        else if (!/[\u{10000}-\u{10ffff}]/u.test(JSON.stringify(order)))
          expect(hasOrderShape(order)).toBe(true)
      }),
      { numRuns: 5000 },
    )
    expect(seen.accepted).toBeGreaterThan(500)
    expect(seen.refused).toBeGreaterThan(500)
  })

  it('takes any JSON for what it is', () => {
    fc.assert(
      fc.property(replacement, value => {
        expect(hasOrderShape(value)).toBe(orderSchema.safeParse(value).success)
      }),
    )
  })
})

interface Change {
  /** The way down from the root, each step taken modulo the number of children. */
  at: readonly number[]
  how: string
  name: string
  value: unknown
}

function applyChange(root: object, { at, how, name, value }: Change): void {
  let target = root as Record<string, unknown>
  for (const step of at) {
    const keys = Object.keys(target)
    const key = keys[step % keys.length]
    if (key === undefined) break
    const child = target[key]
    if (step !== at.at(-1) && typeof child === 'object' && child !== null) {
      target = child as Record<string, unknown>
      continue
    }
    if (how === 'delete') delete target[key]
    else if (how === 'replace') target[key] = value
    break
  }
  // A body is parsed JSON, where this name is an own property; zod skips it, and checkOrder refuses it.
  if (how === 'add' && name !== '__proto__' && !Array.isArray(target)) target[name] = value
}
