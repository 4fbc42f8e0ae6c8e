import type { Order } from '@obmen/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { body } from '../../../test/support/order-problems.js'
import { readOrder } from '../intake/read/read-order.js'
import { searchWords } from './search-words.js'

const PERSON = { id: 'c', kind: 'person', firstName: 'Анна', lastName: 'Ким' }

/** The search words of an order of this id that are digits alone; not the id itself, spelled without punctuation. */
function numbersOf(id: string): string[] {
  const { content } = readOrder(body({ id, number: undefined, customer: PERSON, payments: [] }))
  return searchWords(JSON.parse(content) as Order).filter(
    word => /^\d+$/.test(word) && word !== id.replace(/\W/g, ''),
  )
}

it.each([
  ['OLV/0017', ['0017', '17']],
  ['2026-11-17-005', ['2026', '11', '17', '005', '5']],
  ['A12/2026-11-17/7', ['12', '2026', '11', '17', '7']],
  ['1.2.3.4.5.6.7.8', ['3', '4', '5', '6', '7', '8']],
])('the numbers in the id %s are search words', (id, numbers) => {
  expect(numbersOf(id)).toEqual(numbers)
})

it.each(['507f1f77bcf86cd799439011', 'V1StGXR8_Z5jdHi6B-myT', '01ARZ3NDEKTSV4RRFFQ69G5FAV'])(
  'those of the random id %s are not',
  id => {
    expect(numbersOf(id)).toEqual([])
  },
)

it('nor are those of a UUID, though whole groups of it may be digits', () => {
  expect(numbersOf('3f17a2b4-4123-4017-9017-abcdefabcdef')).toEqual([])
  fc.assert(fc.property(fc.uuid(), id => void expect(numbersOf(id)).toEqual([])))
})
