import { expect, it } from 'vitest'
import { type BookEvent, book, sumInBooks } from './books.js'

const load = (total: bigint): BookEvent => {
  return { kind: 'load', canceled: false, total, paid: [{ id: 'pay', number: 1, amount: total }] }
}
const removed = (id: string): BookEvent => ({ kind: 'removed', id, amount: 150_000n })

it('УТ pays what is left by a document of its own after a person took another one back', () => {
  const events = [load(300_000n), removed('a'), load(300_000n), removed('b'), load(400_000n)]
  expect(sumInBooks(book({ profile: {}, form: 'left', numberOf: () => undefined }, events)[0])).toBe(400_000n)
})
