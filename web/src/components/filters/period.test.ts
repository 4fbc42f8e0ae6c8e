import { expect, test } from 'vitest'
import { type Preset, presetPeriod } from './period.js'

const EVENING_IN_LONDON = new Date('2026-02-28T20:30:00Z')

test('today is the day of the location, not of the browser', () => {
  expect(presetPeriod('today', 'Asia/Yekaterinburg', EVENING_IN_LONDON)).toEqual({
    from: '2026-03-01',
    to: '2026-03-01',
  })
  expect(presetPeriod('today', 'Europe/London', EVENING_IN_LONDON).from).toBe('2026-02-28')
})

test('seven days are today and six before it, over the end of a month', () => {
  expect(presetPeriod('week', 'Asia/Yekaterinburg', EVENING_IN_LONDON)).toEqual({
    from: '2026-02-23',
    to: '2026-03-01',
  })
  expect(presetPeriod('yesterday', 'Asia/Yekaterinburg', EVENING_IN_LONDON).to).toBe('2026-02-28')
})

test('months and quarters are whole, over the end of a year', () => {
  const inFebruary = (preset: Preset) => presetPeriod(preset, 'Europe/London', EVENING_IN_LONDON)
  expect(inFebruary('thisMonth')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(inFebruary('lastMonth')).toEqual({ from: '2026-01-01', to: '2026-01-31' })
  expect(inFebruary('thisQuarter')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(inFebruary('lastQuarter')).toEqual({ from: '2025-10-01', to: '2025-12-31' })
})
