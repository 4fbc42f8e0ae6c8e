import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scaled } from './decimal.js'

it('a decimal in units of its last place is exact, however many digits it has', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))
  fc.assert(
    fc.property(digits(16), fc.option(digits(4)), fc.constantFrom(2, 4), (whole, decimals, scale) => {
      const fraction = decimals?.slice(0, scale)
      const text = fraction === undefined ? whole : `${whole}.${fraction}`
      expect(scaled(text, scale)).toBe(BigInt(whole + (fraction ?? '').padEnd(scale, '0')))
    }),
    { numRuns: 2000 },
  )
  expect([scaled('1.005', 4), scaled('8.95', 2), scaled('0', 2)]).toEqual([10_050n, 895n, 0n])
})
