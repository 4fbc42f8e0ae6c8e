import { expect, test } from 'vitest'
import { maskDate, readDate, writeDate } from './typed-date.js'

test('a date is typed with digits alone, in the language of the interface', () => {
  const typed = ['2', '25', '251', '2511', '25112', '25112026', '251120269']
  expect(typed.map(text => maskDate(text, 'ru'))).toEqual([
    '2',
    '25',
    '25.1',
    '25.11',
    '25.11.2',
    '25.11.2026',
    '25.11.2026',
  ])
  expect(maskDate('25112026', 'en')).toBe('25/11/2026')
})

test('separators may be typed, left out and taken back', () => {
  expect(maskDate('5.3.2026', 'ru')).toBe('05.03.2026')
  expect(maskDate('25.', 'ru')).toBe('25')
  expect(maskDate('25.11', 'ru')).toBe('25.11')
  expect(maskDate('2026-11-25', 'ru')).toBe('25.11.2026')
})

test('only a day of the calendar is read', () => {
  expect(readDate('25.11.2026')).toBe('2026-11-25')
  expect(readDate('29.02.2028')).toBe('2028-02-29')
  for (const text of ['', '25.11', '31.02.2026', '00.01.2026', '25.13.2026', '25.11.202'])
    expect(readDate(text), text).toBeUndefined()
})

test('what is stored is written as it is typed, and what is no date is left alone', () => {
  expect(writeDate('2026-11-25', 'ru')).toBe('25.11.2026')
  expect(writeDate('2026-11-25', 'en')).toBe('25/11/2026')
  expect(writeDate('tomorrow', 'ru')).toBe('tomorrow')
})
