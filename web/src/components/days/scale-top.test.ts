import { expect, test } from 'vitest'
import { scaleTop } from './scale-top.js'

test('a day that towers over all others is cut off a little above them', () => {
  expect(
    scaleTop([
      [3, 2],
      [8, 8],
      [901, 15],
      [0, 0],
    ]),
  ).toBe(10)
})

test('days of like size, and a single day, are drawn whole', () => {
  expect(
    scaleTop([
      [3, 2],
      [8, 8],
      [30, 1],
    ]),
  ).toBe(Number.POSITIVE_INFINITY)
  expect(
    scaleTop([
      [0, 0],
      [901, 0],
    ]),
  ).toBe(Number.POSITIVE_INFINITY)
  expect(scaleTop([])).toBe(Number.POSITIVE_INFINITY)
})
