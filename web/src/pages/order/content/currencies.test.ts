import { expect, it } from 'vitest'
import { currenciesOf } from './currencies.js'

const at = '2026-11-17T12:00:00Z'

it('money of each revision is in the currency that the order had then', () => {
  const changes = [{ path: '/currency', before: 'USD', after: 'KZT' }]
  expect(
    currenciesOf(
      [
        { kind: 'received', at, revision: 1 },
        { kind: 'changed', at, revision: 2, changes: [{ path: '/total', before: '1.00', after: '2.00' }] },
        { kind: 'changed', at, revision: 3, changes },
        { kind: 'changed', at, revision: 4, changes: [] },
      ],
      'KZT',
    ),
  ).toEqual([
    { before: 'USD', after: 'USD' },
    { before: 'USD', after: 'USD' },
    { before: 'USD', after: 'KZT' },
    { before: 'KZT', after: 'KZT' },
  ])
})
