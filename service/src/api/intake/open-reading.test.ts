import { afterEach, describe, expect, it } from 'vitest'
import { sampleLine, sampleOrder } from '../../../test/support/app/test-server.js'
import { type Config, readConfig } from '../../config.js'
import type { IncomingOrder, RefusedOrder } from '../../orders/intake/put.js'
import { openReading, type Reading } from './open-reading.js'

const COMPANY = '11111111-1111-4111-8111-111111111111'
const bytes = (value: unknown): Uint8Array =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const large = (count: number, changes: object = {}): Record<string, unknown> =>
  sampleOrder(COMPANY, {
    lines: Array.from({ length: count }, (_, index) => sampleLine({ id: `svc-${index}`, unit: '796' })),
    total: `${3000 * count}.00`,
    payments: [],
    ...changes,
  })
/** All but the cause of an error, which stays in its thread. */
const outcome = (one: IncomingOrder | RefusedOrder): unknown => {
  if (!('error' in one)) return one
  const { code, message, errors, retryAfterSeconds } = one.error
  return { id: one.id, code, message, errors, retryAfterSeconds }
}
const BODIES = [
  sampleOrder(COMPANY),
  sampleOrder(COMPANY, { vta: '20', total: 3000, payments: [{}] }),
  sampleOrder(COMPANY, { lines: [sampleLine({ amount: '1.00' })] }),
  { id: 7 },
  { id: 'no-order' },
  null,
  '{"id": oops}',
  '',
  Buffer.from([0xff, 0xfe]),
]

describe('orders that are read', () => {
  let reading: Reading
  const start = (changes: Partial<Config> = {}): void => {
    reading = openReading({ ...readConfig({}), ...changes })
  }
  afterEach(() => reading[Symbol.asyncDispose]())

  it('are the same, and refused in the same words, in a thread of their own as here', async () => {
    start()
    const inputs = BODIES.map(body => ({ body: body instanceof Uint8Array ? body : bytes(body) }))
    const here = await reading.read('one', inputs)
    const [first, ...apart] = await reading.read('one', [
      { body: bytes(large(2000)), id: 'olv-17' },
      ...inputs,
    ])
    expect(first).toMatchObject({ order: { id: 'olv-17' } })
    if (first === undefined || 'error' in first) throw new Error('refused')
    expect(JSON.parse(first.order.content)).toMatchObject({ id: 'olv-17', total: '6000000.00' })
    expect(apart.map(outcome)).toEqual(here.map(outcome))
    expect(here.map(one => ('error' in one ? one.error.code : one.order.id))).toEqual([
      ...[
        'olv-17',
        'invalid',
        'invalid',
        'invalid',
        'invalid',
        'invalid',
        'bad-json',
        'bad-json',
        'bad-encoding',
      ],
    ])
    expect(here[1]).toMatchObject({
      id: 'olv-17',
      error: { errors: expect.arrayContaining([expect.objectContaining({ path: '/vta' })]) },
    })
  })

  it('are read also beside texts that become monsters as values, and those are refused', async () => {
    start({ requestBodyLimit: 8 * 2 ** 20 })
    const many = (part: (index: number) => string) =>
      Array.from({ length: 500_000 }, (_, index) => part(index)).join()
    const monsters = [
      `{"id":"monster","lines":[${'{},'.repeat(2_700_000)}{}]}`,
      `{"id":"monster","attributes":{${many(index => `"a${index}":0`)}}}`,
      `{"id":"monster",${many(index => `"a${index}":0`)}}`,
      `{"id":"monster","lines":${'['.repeat(4_000_000)}${']'.repeat(4_000_000)}}`,
    ]
    const read = await reading.read(
      'one',
      [large(2000), ...monsters, large(2000)].map(body => ({ body: bytes(body) })),
    )
    expect(read.map(one => ('error' in one ? [one.id, one.error.code] : one.order.id))).toEqual([
      'olv-17',
      ...Array.from({ length: 3 }, () => ['monster', 'invalid']),
      expect.anything(),
      'olv-17',
    ])
  }, 300_000)

  it('are refused for the moment when too much is waiting to be read', async () => {
    start({ intakeQueue: 1 })
    const asked = Array.from({ length: 3 }, () =>
      reading.read('one', [{ body: bytes(large(3000)), id: 'olv-17' }]),
    )
    const outcomes = (await Promise.all(asked)).map(([one]) => ('error' in one! ? one.error : one!.order.id))
    expect(outcomes).toEqual(['olv-17', 'olv-17', expect.objectContaining({ code: 'unavailable' })])
  })
})
