import { describeState, STATE_ACTIONS, STATE_CODES } from '@obmen/contract'
import { describe, expect, it } from 'vitest'
import { decideState, type StateFacts } from './decide-state.js'

const at = (time: string) => new Date(`2026-11-26T${time}:00Z`)
const NOW = at('12:00')
const RULE = { silentAfterHours: 24, confirmWithinMinutes: 15 }

/** Works: signed in a minute ago, everything confirmed. */
const GOOD: StateFacts = {
  enabled: true,
  createdAt: at('08:00'),
  pausedAt: null,
  restoredAt: null,
  resumedAt: null,
  passwordChangedAt: at('08:00'),
  lastSeenAt: at('11:59'),
  silentAt: at('13:00'),
  refusedSince: null,
  refusedAt: null,
  refusedLogin: null,
  hasOwedOrders: true,
  unconfirmed: null,
  confirmedAt: at('11:00'),
  failed: null,
  searched: null,
  takesNone: false,
  reported: { state: 'exchanging', since: at('09:00') },
}
const given = (changes: object = {}) => ({
  since: at('11:58'),
  exchanges: 1,
  lastAt: at('11:58'),
  orders: 901,
  isCut: false,
  ...changes,
})

type Case = [fact: string, changes: Partial<StateFacts>, state: string, since: string, code: string]
const CASES: Case[] = [
  ['nothing was ever heard of it', { lastSeenAt: null, reported: null }, 'waiting', '08:00', 'never-called'],
  ['it calls and confirms', {}, 'exchanging', '09:00', 'working'],
  [
    'its first orders are on their way, and none was ever confirmed',
    { confirmedAt: null, unconfirmed: given() },
    'unconfirmed',
    '11:58',
    'loading',
  ],
  [
    'it is loading for longer than it may',
    { unconfirmed: given({ since: at('11:30'), lastAt: at('11:30') }) },
    'unconfirmed',
    '11:30',
    'not-confirmed',
  ],
  [
    'it came for the same orders a second time',
    { unconfirmed: given({ since: at('11:50'), exchanges: 2 }) },
    'unconfirmed',
    '11:50',
    'not-confirmed',
  ],
  [
    'its answers break off',
    { unconfirmed: given({ since: at('11:50'), exchanges: 2, isCut: true }) },
    'unconfirmed',
    '11:50',
    'cut',
  ],
  [
    'the order that it does not accept is searched, and a part was confirmed meanwhile',
    { searched: 6, reported: { state: 'unconfirmed', since: at('10:00') } },
    'unconfirmed',
    '10:00',
    'searching',
  ],
  [
    'it took none of the orders, whichever it was given',
    { searched: 8, takesNone: true, reported: { state: 'unconfirmed', since: at('10:00') } },
    'unconfirmed',
    '10:00',
    'takes-none',
  ],
  [
    'what it did not confirm is no longer owed',
    { hasOwedOrders: false, unconfirmed: given({ exchanges: 5 }) },
    'exchanging',
    '09:00',
    'working',
  ],
  [
    'its exchange fails',
    { failed: { at: at('11:59'), failure: 'Кончились номера.' } },
    'unconfirmed',
    '11:59',
    'failed',
  ],
  [
    'it was reported long ago, and what it began with is forgotten',
    { unconfirmed: given({ exchanges: 3 }), reported: { state: 'unconfirmed', since: at('05:00') } },
    'unconfirmed',
    '05:00',
    'not-confirmed',
  ],
  [
    'its password is wrong since this morning',
    { refusedSince: at('10:00'), refusedAt: at('11:59') },
    'refused',
    '10:00',
    'wrong-password',
  ],
  [
    'its login is mistyped, and it never came in',
    { lastSeenAt: null, refusedSince: at('10:00'), refusedAt: at('11:59'), refusedLogin: 'kasssa' },
    'refused',
    '10:00',
    'wrong-login',
  ],
  [
    'its wrong password was changed since',
    {
      refusedSince: at('10:00'),
      refusedAt: at('10:30'),
      lastSeenAt: at('09:00'),
      passwordChangedAt: at('11:00'),
    },
    'waiting',
    '11:00',
    'new-password',
  ],
  [
    'it stopped calling',
    {
      lastSeenAt: new Date('2026-11-24T08:00:00Z'),
      silentAt: at('11:59'),
      passwordChangedAt: new Date('2026-11-01'),
    },
    'silent',
    '2026-11-24T08:00:00Z',
    'no-calls',
  ],
  [
    'it is paused, whatever else is wrong',
    { enabled: false, pausedAt: at('11:00'), refusedSince: at('10:00'), refusedAt: at('11:59') },
    'paused',
    '11:00',
    'paused',
  ],
  [
    'its database was restored from a backup after somebody had paused it',
    { enabled: false, pausedAt: at('10:00'), restoredAt: at('11:00') },
    'paused',
    '11:00',
    'restored',
  ],
  [
    'it works again after it was silent',
    { reported: { state: 'silent', since: at('01:00') } },
    'exchanging',
    '11:59',
    'working',
  ],
]

describe('the state of an integration', () => {
  it.each(CASES)('when %s', (_, changes, state, since, code) => {
    const decided = decideState({ ...GOOD, ...changes }, RULE, NOW)
    expect(decided).toMatchObject({ state, cause: { code } })
    expect(decided.since).toEqual(since.length === 5 ? at(since) : new Date(since))
  })

  it('a state is worded in both languages for each cause, each trouble with its remedy', () => {
    for (const code of STATE_CODES) {
      const cause = { code, orders: 901, login: 'kasssa', failure: 'Нет.' }
      expect(describeState(cause, 'ru')).toMatch(/[а-я].*[.]$/)
      expect(describeState({ ...cause, failure: 'No.' }, 'en')).toMatch(/^[ -~’“”]+[.]”?$/)
      expect(STATE_ACTIONS[code] === null).toBe(code === 'working' || code === 'loading')
    }
    expect(describeState({ code: 'not-confirmed', orders: 901, login: null, failure: null }, 'ru')).toContain(
      '901 заказ,',
    )
  })
})
