import { expect, it } from 'vitest'
import { wallClockOf } from './wall-clock.js'

it.each([
  ['Asia/Yekaterinburg', '2026-11-17T07:15:07Z', '2026-11-17', '12:15:07'],
  ['Europe/Kaliningrad', '2026-12-31T22:30:00Z', '2027-01-01', '00:30:00'],
  ['Asia/Kathmandu', '2026-01-01T00:00:00+05:45', '2026-01-01', '00:00:00'],
  ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28', '23:59:59'],
  // An hour that comes twice, and the one that is left out.
  ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25', '02:30:00'],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25', '02:30:00'],
  ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29', '01:59:59'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29', '03:00:00'],
  // Moscow's last change of clocks.
  ['Europe/Moscow', '2014-10-25T21:59:59Z', '2014-10-26', '01:59:59'],
  ['Europe/Moscow', '2014-10-25T22:00:00Z', '2014-10-26', '01:00:00'],
])('in %s the moment %s is %s %s (F2.4)', (timezone, moment, date, time) => {
  expect(wallClockOf(timezone)(moment)).toEqual({ date, time })
})

it('agrees with Intl at every moment of a year, also when asked again', () => {
  for (const timezone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns']) {
    const clock = wallClockOf(timezone)
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, timeStyle: 'medium' })
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 1_234_567) {
      expect(clock(new Date(ms).toISOString()).time).toBe(format.format(ms))
    }
  }
})
