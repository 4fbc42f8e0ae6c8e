import { expect, it } from 'vitest'
import { readCookie } from './cookie.js'

it('4.2: our cookie is found among others; theirs is none of ours', () => {
  expect(readCookie('obmen1c=abc')).toBe('abc')
  expect(readCookie('PHPSESSID=1; obmen1c = abc ;obmen1c=second')).toBe('abc')
  expect(readCookie('obmen1c="abc"')).toBe('abc')
  expect(readCookie('obmen1c=')).toBe('')
  expect(readCookie('PHPSESSID=1; xobmen1c=2; obmen1c')).toBeUndefined()
  expect(readCookie(undefined)).toBeUndefined()
})
