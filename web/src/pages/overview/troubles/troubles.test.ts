import type { OverviewIntegration } from '@obmen/contract/rest'
import { expect, test } from 'vitest'
import { findTroubles } from './troubles.js'

const NOW = new Date('2026-11-25T12:00:00Z')
const CODES = {
  waiting: 'never-called',
  exchanging: 'working',
  refused: 'wrong-password',
  unconfirmed: 'not-confirmed',
  silent: 'no-calls',
  paused: 'paused',
} as const
const integration = (
  id: string,
  state: OverviewIntegration['state'],
  changed: Partial<OverviewIntegration> = {},
) =>
  ({
    id,
    state,
    stateCause: { code: CODES[state], orders: null, login: null, failure: null },
    counts: { owed: 3, offered: 0, held: 0, confirmed: 0 },
    owedSince: '2026-11-25T10:00:00Z',
    ...changed,
  }) as OverviewIntegration
const kinds = (integrations: OverviewIntegration[], owedLate = 3) =>
  findTroubles({ integrations, owedLate }, NOW).map(({ integration: { id }, kind }) => [id, kind])
const NONE = { counts: { owed: 0, offered: 0, held: 0, confirmed: 9 }, owedSince: null }

test('orders that wait for over an hour are a trouble, named by what keeps them', () => {
  expect(
    kinds([
      integration('works', 'exchanging'),
      integration('silent', 'silent'),
      integration('paused', 'paused'),
      integration('new', 'waiting'),
    ]),
  ).toEqual([
    ['works', 'late'],
    ['silent', 'state'],
    ['paused', 'state'],
    ['new', 'state'],
  ])
})

test('orders that wait for the next exchange, or are being loaded, are none', () => {
  expect(kinds([integration('a', 'exchanging', { owedSince: '2026-11-25T11:30:00Z' })])).toEqual([])
  expect(kinds([integration('a', 'exchanging', NONE), integration('b', 'waiting', NONE)])).toEqual([])
  const stateCause = { code: 'loading', orders: 3, login: null, failure: null } as const
  expect(kinds([integration('a', 'unconfirmed', { stateCause })])).toEqual([])
})

test('a 1C in trouble is one though nothing waits yet; a pause is not', () => {
  for (const state of ['refused', 'unconfirmed', 'silent'] as const) {
    expect(kinds([integration('a', state, NONE)], 0)).toEqual([['a', 'state']])
  }
  expect(kinds([integration('a', 'paused', NONE)], 0)).toEqual([])
})

test('who keeps most orders waiting comes first', () => {
  const many = integration('many', 'exchanging', { counts: { owed: 50, offered: 0, held: 0, confirmed: 0 } })
  const refused = integration('refused', 'refused', NONE)
  expect(kinds([refused, integration('few', 'silent'), many]).map(([id]) => id)).toEqual([
    'many',
    'few',
    'refused',
  ])
})
