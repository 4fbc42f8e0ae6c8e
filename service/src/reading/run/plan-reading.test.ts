import { expect, it } from 'vitest'
import type { LastReading } from '../reading.js'
import { planReading } from './plan-reading.js'

const earliest = new Date('2026-02-03T20:30:00Z')
const last = (wholeAt: string, wholeCalls = 201): LastReading => ({ wholeAt, wholeCalls }) as LastReading
const plan = (now: string, changes: object) =>
  planReading({
    ...{ last: null, mustBeWhole: false, earliest, now: new Date(now), timezone: 'Asia/Yekaterinburg' },
    ...changes,
  })

const WHOLE = { whole: true, from: '2026-02-03T00:00:00', to: '2027-12-01T00:00:00' }
const FRESH = { whole: false, from: '2026-10-17T00:00:00', to: '2027-12-01T00:00:00' }
it.each([
  ['the first one', '2026-12-01T12:00:00Z', {}, WHOLE],
  ['a small base', '2026-12-01T12:00:00Z', { last: last('2026-12-01T11:00:00Z', 200) }, WHOLE],
  ['a person', '2026-12-01T12:00:00Z', { last: last('2026-12-01T11:00:00Z'), mustBeWhole: true }, WHOLE],
  ['by day', '2026-12-01T12:00:00Z', { last: last('2026-11-30T12:00:00Z') }, FRESH],
  [
    'at night, by the clock of the location',
    '2026-11-30T20:00:00Z',
    { last: last('2026-11-29T20:00:00Z') },
    WHOLE,
  ],
  ['at night again', '2026-11-30T20:00:00Z', { last: last('2026-11-30T19:00:00Z') }, FRESH],
  ['late', '2026-12-01T12:00:00Z', { last: last('2026-11-30T05:00:00Z') }, WHOLE],
  ['nothing sent yet', '2026-12-01T12:00:00Z', { earliest: null }, { ...FRESH, whole: true }],
])('what a reading covers: %s', (_what, now, changes, scope) => {
  expect(plan(now, changes)).toEqual(scope)
})
