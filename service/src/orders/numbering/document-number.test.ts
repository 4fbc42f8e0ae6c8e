import { expect, it } from 'vitest'
import { documentNumber } from './document-number.js'

it('with ordernumber: platform the number is the platform’s, else its id (F2.3)', () => {
  expect(documentNumber({ id: 'olv-17', number: 'OLV/17' }, 1)).toBe('OLV/17')
  expect(documentNumber({ id: 'olv-17' }, 1)).toBe('olv-17')
  expect(documentNumber({ id: 'olv-17', number: null }, 1)).toBe('olv-17')
})

it('a platform number that 1C could not find again gives way to the sequence number (F2.3)', () => {
  for (const number of ['OLV/2026/000017', 'A#17', 'A  17', ' A17', 'A17\u0000', ''])
    expect([number, documentNumber({ id: 'olv-17', number }, 17)]).toEqual([number, 'S-17'])
})
