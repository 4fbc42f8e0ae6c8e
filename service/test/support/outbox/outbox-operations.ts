import fc from 'fast-check'

const small = (max: number): fc.Arbitrary<number> => fc.nat({ max })
/** Mostly the first integration and its first session: what can go wrong needs several steps of the same one. */
const integration = fc.constantFrom<number[]>(0, 0, 0, 1, 1, 2)
const session = fc.record({ integration, session: fc.constantFrom<number[]>(0, 0, 0, 1) })
const content = fc.record({
  status: small(3),
  gateway: small(2),
  day: fc.constantFrom(0, 0, 0, 1),
  note: small(2),
})
const order = small(2)

type Weighted<T> = { weight: number; arbitrary: fc.Arbitrary<T> }
const step = <Name extends string, Fields extends object>(
  weight: number,
  name: Name,
  fields: { [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
): Weighted<{ do: Name } & Fields> => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<
    { do: Name } & Fields
  >,
})

export const operation = fc.oneof(
  step(8, 'put', { order, content }),
  step(2, 'put-many', { orders: fc.array(fc.record({ order, content }), { minLength: 2, maxLength: 5 }) }),
  step(2, 'query', { at: session }),
  step(2, 'page', { at: session, limit: fc.integer({ min: 1, max: 3 }) }),
  step(2, 'finish', { at: session }),
  step(4, 'download', { at: session }),
  step(4, 'success', { at: session }),
  step(3, 'exchange', { at: session }),
  step(1, 'success-without-cookie', { integration }),
  step(1, 'cut', { at: session }),
  step(1, 'crash', { integration }),
  step(2, 'resend', { integration, order }),
  step(2, 'hold', { integration, order }),
  step(2, 'release', { integration, order }),
  step(2, 'settings', { integration, settings: small(2) }),
  step(4, 'recalculate', { integration, orders: fc.constantFrom<number[]>(1, 1, 2, 100) }),
  step(1, 'connect', { settings: small(2) }),
)
export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never
export type Step<Name extends string> = Extract<Operation, { do: Name }>
