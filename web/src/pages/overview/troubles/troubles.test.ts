import type { Exchange, OverviewIntegration } from '@obmen/contract/rest'
import { expect, test } from 'vitest'
import { findTroubles } from './troubles.js'

const NOW = new Date('2026-11-25T12:00:00Z')
const integration = (id: string, changed: Partial<OverviewIntegration>) =>
  ({
    id,
    state: 'exchanging',
    counts: { owed: 3, offered: 0, confirmed: 0 },
    owedSince: '2026-11-25T10:00:00Z',
    ...changed,
  }) as OverviewIntegration
const exchange = (integrationId: string, outcome: Exchange['outcome']) =>
  ({ integrationId, outcome }) as Exchange
const kinds = (integrations: OverviewIntegration[], recentExchanges: Exchange[] = []) =>
  findTroubles({ integrations, recentExchanges, owedLate: 3 }, NOW).map(({ integration: { id }, kind }) => [
    id,
    kind,
  ])

test('orders that wait for more than an hour are a trouble, named by what keeps them', () => {
  expect(
    kinds([
      integration('late', {}),
      integration('silent', { state: 'silent' }),
      integration('paused', { state: 'paused' }),
      integration('new', { state: 'waiting' }),
    ]),
  ).toEqual([
    ['late', 'late'],
    ['silent', 'late'],
    ['paused', 'paused'],
    ['new', 'not-connected'],
  ])
})

test('orders that wait for the next exchange are none', () => {
  expect(kinds([integration('a', { owedSince: '2026-11-25T11:30:00Z' })])).toEqual([])
  expect(
    kinds([integration('a', { counts: { owed: 0, offered: 0, confirmed: 9 }, owedSince: null })]),
  ).toEqual([])
})

test('an exchange that went wrong is one until the next goes well', () => {
  const calm = integration('a', { counts: { owed: 0, offered: 2, confirmed: 0 }, owedSince: null })
  expect(kinds([calm], [exchange('b', 'confirmed'), exchange('a', 'unconfirmed')])).toEqual([
    ['a', 'exchange'],
  ])
  expect(kinds([calm], [exchange('a', 'confirmed'), exchange('a', 'failed')])).toEqual([])
})

test('who keeps most orders waiting comes first, a single exchange last', () => {
  const many = integration('many', { counts: { owed: 50, offered: 0, confirmed: 0 } })
  const calm = integration('calm', { counts: { owed: 0, offered: 1, confirmed: 0 }, owedSince: null })
  expect(kinds([calm, integration('few', {}), many], [exchange('calm', 'failed')]).map(([id]) => id)).toEqual(
    ['many', 'few', 'calm'],
  )
})
