import { expect, test } from 'vitest'
import { parseDate, parseDateTime, parseDecimal, parseFlag, parseTime, requisiteValue } from './values.js'

test.each([
  ['2024-03-02T9:05:00', { date: '2024-03-02', time: '09:05:00' }],
  ['2024-03-02T09:05:00+03:00', { date: '2024-03-02', time: '09:05:00' }],
  ['2024-03-02 23:59', { date: '2024-03-02', time: '23:59:00' }],
  ['2024-03-02T10:00:00.123Z', { date: '2024-03-02', time: '10:00:00' }],
  ['2024-03-02T', { date: '2024-03-02' }],
  ['2016-11-03+03:00', { date: '2016-11-03' }],
  ['02.03.2024 9:05:00', { date: '2024-03-02', time: '09:05:00' }],
  [' 2024-02-29 ', { date: '2024-02-29' }],
  ['2016-11-03  +03:00', { date: '2016-11-03' }],
  ['2026-05-01T9:05:00 AM', { date: '2026-05-01', time: '09:05:00' }],
  ['2026-05-01T12:05:00 PM', { date: '2026-05-01', time: '12:05:00' }],
  ['2026-05-01T12:05:00\u202fa.m.', { date: '2026-05-01', time: '00:05:00' }],
  ['2026-05-01T9:05:00\u00a0pm', { date: '2026-05-01', time: '21:05:00' }],
  ['01.05.2026 1:00 PM', { date: '2026-05-01', time: '13:00:00' }],
])('%s is a moment of the wall clock', (text, moment) => {
  expect(parseDateTime(text)).toEqual(moment)
})

test.each(['2024-03-02T25:00:00', '2024-03-02T13:00:00 PM', '2024-03-02T9.05', '2024-03-02 9:05:00 ч.'])(
  'of %s, whose time cannot be read, the day is kept',
  text => {
    expect(parseDateTime(text)).toEqual({ date: '2024-03-02' })
  },
)

test.each([
  '',
  'T',
  '0001-01-01T00:00:00',
  '2023-02-29',
  '2024-13-01',
  '2024-03-021',
  '2024-03-02 и ещё',
  'вчера',
  '2024-3-2',
])('%j is no moment', text => {
  expect(parseDateTime(text)).toBeUndefined()
  expect(parseDate(text)).toBeUndefined()
})

test('a million blanks behind a day are read at once', () => {
  const blanks = ' '.repeat(1_000_000)
  expect(parseDateTime(`2024-03-02${blanks}x`)).toBeUndefined()
  expect(parseDateTime(`2024-03-02${blanks}9:05${blanks}x`)).toEqual({ date: '2024-03-02' })
  expect(parseDateTime(`2024-03-02${blanks}9:05`)).toEqual({ date: '2024-03-02', time: '09:05:00' })
})

test('a time gets two digits in each part', () => {
  expect(['9:05:00', '09:05', '23:59:59', '24:00:00', '9:5:0', '13:05 PM'].map(parseTime)).toEqual([
    ...['09:05:00', '09:05:00', '23:59:59'],
    ...[undefined, undefined, undefined],
  ])
})

test('a decimal loses group separators and the comma, not its zeros', () => {
  expect(['1890', '1 890,50', '1\u00a0890.00', '-3.5', '1.2.3', '', 'NaN', '1e5'].map(parseDecimal)).toEqual([
    '1890',
    '1890.50',
    '1890.00',
    '-3.5',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('yes and no are understood in the words of XML and of 1C', () => {
  expect(['true', 'TRUE', '1', 'Да', 'Истина'].map(parseFlag)).toEqual(Array(5).fill(true))
  expect(['false', '0', 'Нет', 'ложь'].map(parseFlag)).toEqual(Array(4).fill(false))
  expect(['', 'может быть'].map(parseFlag)).toEqual([undefined, undefined])
})

test('of a requisite that comes twice the last filled one counts', () => {
  const requisites = [
    { name: 'Отменен', value: 'false' },
    { name: 'Отменен', value: 'true' },
    { name: 'Отменен', value: '' },
  ]
  expect(requisiteValue(requisites, 'Отменен')).toBe('true')
  expect(requisiteValue(requisites, 'Проведен')).toBeUndefined()
  expect(requisiteValue(undefined, 'Отменен')).toBeUndefined()
})
