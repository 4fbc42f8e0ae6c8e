import { pluralRu } from '@obmen/contract'
import { expect, test } from 'vitest'
import { createFormats } from './format.js'

const ru = createFormats('ru', 'Asia/Yekaterinburg')
const en = createFormats('en', 'Asia/Yekaterinburg')
const NBSP = '\u00a0'

test('money is written as in Russia, from the decimal string alone', () => {
  expect(ru.money('1500.00')).toBe(`1${NBSP}500,00${NBSP}₽`)
  expect(ru.money('0.5')).toBe(`0,50${NBSP}₽`)
  expect(ru.money('-1234567.89', 'USD')).toBe(`−1${NBSP}234${NBSP}567,89${NBSP}$`)
  expect(ru.money('12345678901234567890.01')).toBe(`12 345 678 901 234 567 890,01 ₽`.replaceAll(' ', NBSP))
  expect(en.money('1500.00')).toBe(`1,500.00${NBSP}₽`)
  expect(ru.money('10.00', 'XYZ')).toBe(`10,00${NBSP}XYZ`)
})

test('times are those of the clock at the location, whatever the browser thinks', () => {
  expect(ru.exactTime('2026-11-25T07:20:04Z')).toBe('25.11.2026, 12:20:04')
  expect(ru.date('2026-11-25T20:30:00Z')).toBe('26.11.2026')
  expect(ru.shortDay('2026-11-25')).toBe('25 нояб.')
  expect(en.shortDay('2026-11-25')).toBe('25 Nov')
  expect(ru.dateTime('2026-11-25T07:20:04Z')).toBe('25 ноября 2026 г. в 12:20')
  expect(en.dateTime('2026-11-25T07:20:04Z')).toBe('25 November 2026 at 12:20')
  expect(ru.day('2026-03-01')).toBe('01.03.2026')
  expect(createFormats('ru', 'Europe/Moscow').exactTime('2026-01-01T21:00:00Z')).toBe('02.01.2026, 00:00:00')
  const own = createFormats('ru', undefined)
  expect(own.exactTime(new Date(2026, 4, 9, 0, 5, 6).toISOString())).toBe('09.05.2026, 00:05:06')
})

test('every time of a year reads as the language has it', () => {
  for (const [language, locale] of [
    ['ru', 'ru-RU'],
    ['en', 'en-GB'],
  ] as const) {
    const zone = { timeZone: 'Asia/Yekaterinburg' }
    const formats = createFormats(language, zone.timeZone)
    const clock = { hour: '2-digit', minute: '2-digit' } as const
    const dates = [
      [formats.dateTime, { dateStyle: 'long', timeStyle: 'short' }],
      [formats.exactTime, { dateStyle: 'short', timeStyle: 'medium' }],
      [
        (iso: string) => formats.stamp(iso, new Date('2026-06-01')),
        { day: 'numeric', month: 'short', ...clock },
      ],
      [formats.stamp, { day: 'numeric', month: 'short', year: 'numeric', ...clock }, 2024],
    ] as const
    for (const [format, options, year = 2026] of dates) {
      const intl = new Intl.DateTimeFormat(locale, { ...options, ...zone })
      for (let hour = 0; hour < 8760; hour += 37) {
        const at = new Date(Date.UTC(year, 0, 1, hour, hour % 60, 7))
        if (at.getUTCFullYear() === year && at.getTime() < Date.UTC(year, 11, 31))
          expect(format(at.toISOString())).toBe(intl.format(at))
      }
    }
  }
})

test('near days are told by name, counted by the calendar of the location', () => {
  const now = new Date('2026-11-25T19:30:00Z') // 00:30 on the 26th in Yekaterinburg
  expect(ru.shortTime('2026-11-25T19:10:00Z', now)).toBe('сегодня, 00:10')
  expect(ru.shortTime('2026-11-25T18:10:00Z', now)).toBe('вчера, 23:10')
  expect(ru.shortTime('2026-11-20T07:20:00Z', now)).toBe('20 нояб., 12:20')
  expect(ru.shortTime('2025-11-20T07:20:00Z', now)).toBe('20 нояб. 2025 г., 12:20')
  expect(en.shortTime('2025-09-20T07:20:00Z', now)).toBe('20 Sept 2025, 12:20')
  expect(ru.sinceTime('2026-11-25T19:10:00Z', now)).toBe('00:10')
  expect(ru.sinceTime('2026-11-25T18:10:00Z', now)).toBe('25 нояб., 23:10')
})

test('how long ago is told in the largest whole unit', () => {
  const now = new Date('2026-11-25T12:00:00Z')
  expect(ru.relative('2026-11-25T11:58:00Z', now)).toBe('2 минуты назад')
  expect(ru.relative('2026-11-25T11:59:40Z', now)).toBe('только что')
  expect(ru.relative('2026-11-22T11:00:00Z', now)).toBe('3 дня назад')
})

test('numbers have their thousands apart as the language has it', () => {
  expect([0, 7, 999].map(ru.number)).toEqual(['0', '7', '999'])
  expect(ru.number(12_345)).toBe(`12${NBSP}345`)
  expect(ru.number(0.5)).toBe('0,5')
  expect(en.number(12_345)).toBe('12,345')
})

test('what is counted up to 10,000 says so beyond that, with the plural of 10,000', () => {
  expect(ru.counted(10_000)).toEqual([10_000, `10${NBSP}000`])
  expect(ru.counted(10_001)).toEqual([10_000, `больше 10${NBSP}000`])
  expect(en.counted(10_001)).toEqual([10_000, 'more than 10,000'])
})

test('sizes and durations read well', () => {
  expect(ru.bytes(48_200)).toBe(`47,1${NBSP}КБ`)
  expect(ru.bytes(50 * 1024 * 1024)).toBe(`50${NBSP}МБ`)
  expect(ru.duration(400)).toBe(`0,4${NBSP}с`)
  expect(en.duration(400)).toBe('0.4s')
  expect(ru.duration(125_000)).toBe(`2${NBSP}мин 5${NBSP}с`)
})

test('Russian plurals follow the number', () => {
  const orders = (count: number) => pluralRu(count, 'заказ', 'заказа', 'заказов')
  expect([0, 1, 2, 5, 11, 21, 22, 111, 1.5].map(orders)).toEqual([
    'заказов',
    'заказ',
    'заказа',
    'заказов',
    'заказов',
    'заказ',
    'заказа',
    'заказов',
    'заказа',
  ])
})

test('how long something waits is said in one unit, with the right plural and case', () => {
  const now = new Date('2026-11-25T12:00:00Z')
  const nbsp = (text: string) => text.replaceAll(' ', NBSP)
  expect(ru.since('2026-11-25T11:59:50Z', now)).toBe(nbsp('1 минуту'))
  expect(ru.since('2026-11-25T11:39:00Z', now)).toBe(nbsp('21 минуту'))
  expect(ru.since('2026-11-25T11:43:00Z', now)).toBe(nbsp('17 минут'))
  expect(ru.since('2026-11-22T11:00:00Z', now)).toBe(nbsp('3 дня'))
  expect(en.since('2026-11-25T10:00:00Z', now)).toBe(nbsp('2 hours'))
})
