import { expect, it } from 'vitest'
import { cachedSettings } from './cached-settings.js'

const long = (name: string) =>
  JSON.stringify({ client: 'bp', rules: [{ gateway: name + 'x'.repeat(95_000) }] })

it('settings are parsed once, and anew when they change: what they were is forgotten', () => {
  const first = cachedSettings(1, '{"client": "bp"}')
  expect(cachedSettings(1, '{"client": "bp"}')).toBe(first)
  expect(cachedSettings(1, '{"client": "ut"}').client).toBe('ut')
  const again = cachedSettings(1, '{"client": "bp"}')
  expect(again).toEqual(first)
  expect(again).not.toBe(first)
})

it('of a thousand long texts the latest sixteen million characters are kept', () => {
  const parsed = Array.from({ length: 1000 }, (_, key) => cachedSettings(key, long(`e${key}`)))
  const isKept = (key: number) => cachedSettings(key, long(`e${key}`)) === parsed[key]
  // The latest first, and of the others one alone: each that was not kept takes the room of another one.
  for (let key = 999; key > 840; key--) expect(isKept(key)).toBe(true)
  expect(isKept(800)).toBe(false)
})

it('an integration whose settings change over and over takes no room of others', () => {
  const other = cachedSettings(1, long('other'))
  for (let change = 0; change < 500; change++) cachedSettings(2, long(`e${change}`))
  expect(cachedSettings(1, long('other'))).toBe(other)
})
