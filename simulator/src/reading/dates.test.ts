import { describe, expect, test } from 'vitest'
import { anyMoment, strictMoment } from './dates.js'
import { Element } from './element.js'

describe('the strict reading of УТ, Розница and БП', () => {
  test.each([
    ['2026-03-01', '12:30:05', '2026-03-01T12:30:05'],
    ['20260301', undefined, '2026-03-01T00:00:00'],
    ['2026-03-01', '', '2026-03-01T00:00:00'],
    ['2026-03-01', '9:05:00', null],
    ['2026-03-01', '24:00:00', null],
    ['2026-02-29', '10:00:00', null],
    ['2024-02-29', '10:00:00', '2024-02-29T10:00:00'],
    ['01.03.2026', '10:00:00', null],
    ['2026-03-01T10:00:00', undefined, null],
    ['0000-01-01', undefined, null],
  ])('%s %s is %s', (date, time, moment) => {
    expect(strictMoment(date, time)).toBe(moment)
  })

  test('an empty element in the place of a date or a time is no date', () => {
    expect(strictMoment(new Element('Дата'), undefined)).toBeNull()
    expect(strictMoment('2026-03-01', new Element('Время'))).toBeNull()
  })
})

describe("УНФ's reading of any form", () => {
  test.each([
    ['2026-03-01', '12:30:05', '2026-03-01T12:30:05'],
    ['01.03.2026', '9:05:00', '2026-03-01T09:05:00'],
    ['2026-03-01T10:11:12', undefined, '2026-03-01T10:11:12'],
    ['2026/3/1 7:8:9', undefined, '2026-03-01T07:08:09'],
    ['3.2026.1', undefined, '2026-03-01T00:00:00'],
    ['вчера', undefined, null],
  ])('%s %s is %s', (date, time, moment) => {
    expect(anyMoment(date, time)).toBe(moment)
  })
})
