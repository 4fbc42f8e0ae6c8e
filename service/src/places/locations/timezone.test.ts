import { expect, it } from 'vitest'
import { readTimezone } from '../timezone.js'

it.each([
  ['Asia/Yekaterinburg', 'Asia/Yekaterinburg'],
  [' europe/moscow ', 'Europe/Moscow'],
  ['UTC', 'UTC'],
  ['Europe/Kiev', 'Europe/Kiev'],
])('%s is a time zone', (text, timezone) => {
  const read = readTimezone(text)
  expect('timezone' in read && read.timezone.toLowerCase()).toBe(timezone.toLowerCase())
})

it.each(['', '+05:00', 'GMT+25', 'Москва', 'Mars/Phobos', "'; drop", 'a'.repeat(1000)])(
  '«%s» is none',
  text => {
    expect(readTimezone(text)).toHaveProperty('problem')
  },
)

it('a mistyped one gets the nearest known', () => {
  expect(readTimezone('Asia/Ekaterinburg')).toMatchObject({
    problem: { message: expect.stringContaining('Asia/Yekaterinburg') },
  })
})
