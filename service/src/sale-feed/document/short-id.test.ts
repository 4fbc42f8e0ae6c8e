import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineId, paymentId, shortId } from './short-id.js'

const GUID = '0e8dbd52-8a7e-4a5c-9d3c-1f1f0c9d2a11'
const ids = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.string({ minLength: 1, maxLength: 60 }).map(text => shortId(text.repeat(9), 40)),
)

it('an id of at most 40 characters is sent as it is, a longer one as a stable hash (F2.5)', () => {
  expect(shortId('Клиент 17/а', 40)).toBe('Клиент 17/а')
  expect(shortId('x'.repeat(40), 40)).toBe('x'.repeat(40))
  expect(shortId('x'.repeat(41), 40)).toBe(shortId('x'.repeat(41), 40))
  expect(shortId('x'.repeat(41), 40)).toHaveLength(39)
})

it('distinct ids stay distinct, none is empty, none is too long (F2.5)', () => {
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      for (const id of [a, b]) expect(shortId(id, 40)).toMatch(/^.{1,40}$/)
      if (a !== b) expect(shortId(a, 40)).not.toBe(shortId(b, 40))
    }),
  )
})

it('no id can pose as the short form of another (F2.5)', () => {
  const long = 'x'.repeat(50)
  expect(shortId(shortId(long, 40), 40)).not.toBe(shortId(long, 40))
})

it('# stays in the id of a line only between an item of 1C and its characteristic (F4.1)', () => {
  const other = GUID.replace('0', '1')
  expect(lineId(`${GUID}#${other}`)).toBe(`${GUID}#${other}`)
  expect(lineId(`${GUID}#${GUID}`)).toBe(GUID)
  expect(lineId('room#1')).toMatch(/^sha256-[0-9a-f]{32}$/)
  expect(lineId('room#1')).not.toBe(lineId('room#2'))
})

it('the id of a payment is never 36 characters long (F7.8)', () => {
  fc.assert(fc.property(ids, id => void expect(paymentId(id)).not.toHaveLength(36)))
  expect(paymentId(GUID)).not.toHaveLength(36)
})
