import { expect, it } from 'vitest'
import { hashExchangePassword, isExchangePassword, randomLogin, randomPassword } from './credentials.js'

it('a password has over 100 random bits and no letter that is taken for another', () => {
  const passwords = Array.from({ length: 500 }, randomPassword)
  for (const password of passwords) expect(password).toMatch(/^([2-9a-hjkmnp-z]{6}-){3}[2-9a-hjkmnp-z]{6}$/)
  const letters = new Set(passwords.join('').replaceAll('-', ''))
  expect(24 * Math.log2(letters.size)).toBeGreaterThan(100)
  expect(new Set(passwords).size).toBe(500)
})

it.each([
  ['Касса технопарка', /^kassa-[2-9a-f]{4}$/],
  ['«Щука» и Ёж', /^shchuka-[2-9a-f]{4}$/],
  ['Café 24', /^cafe-[2-9a-f]{4}$/],
  ['1С:УНФ', /^unf-[2-9a-f]{4}$/],
  ['Электроэнергетикаподключение', /^elektroenergetik-[2-9a-f]{4}$/],
  ['东京', /^1c-[2-9a-f]{4}$/],
  ['ъ ь', /^1c-[2-9a-f]{4}$/],
])('the login for «%s» can be read and typed', (name, pattern) => {
  expect(randomLogin(name, 4)).toMatch(pattern)
})

it('only the very password is the password', () => {
  const hash = hashExchangePassword('k7fp3w')
  expect(isExchangePassword(hashExchangePassword('k7fp3w'), hash)).toBe(true)
  expect(isExchangePassword(hashExchangePassword('K7fp3w'), hash)).toBe(false)
  expect(isExchangePassword(hashExchangePassword(''), undefined)).toBe(false)
  expect(isExchangePassword(Buffer.alloc(32), undefined)).toBe(false)
})
