import { describe, expect, it } from 'vitest'
import { readBasic, readCookie } from './credentials.js'

const header = (bytes: string | Buffer) => `Basic ${Buffer.from(bytes).toString('base64')}`

describe('HTTP Basic (SPEC 3)', () => {
  it('3.1: login and password are split at the first colon', () => {
    expect(readBasic(header('obmen-1:a:b:'))).toEqual({ login: 'obmen-1', password: 'a:b:' })
    expect(readBasic(header('obmen-1:'))).toEqual({ login: 'obmen-1', password: '' })
    expect(readBasic(header('obmen-1:x').replace('Basic', 'bAsIc '))).toEqual({
      login: 'obmen-1',
      password: 'x',
    })
    expect(readBasic(header('obmen-12:x').replace(/=+$/, ''))).toEqual({ login: 'obmen-12', password: 'x' })
  })

  it('3.2: they are read as UTF-8, otherwise as windows-1251', () => {
    const windows1251 = Buffer.from([
      0xe2, 0xe5, 0xea, 0xf2, 0xee, 0xf0, 0x3a, 0xef, 0xe0, 0xf0, 0xee, 0xeb, 0xfc,
    ])
    expect(readBasic(header('вектор:пароль'))).toEqual({ login: 'вектор', password: 'пароль' })
    expect(readBasic(header(windows1251))).toEqual({ login: 'вектор', password: 'пароль' })
  })

  it.each([
    ['no header', undefined],
    ['another scheme', 'Bearer abc'],
    ['nothing after the scheme', 'Basic '],
    ['not base64', 'Basic ???'],
    ['no colon', header('login')],
    ['an empty login', header(':password')],
    ['a control character', header('log\u0000in:password')],
    ['a login of 201 characters', header(`${'x'.repeat(201)}:p`)],
  ])('3.3: %s counts as no credentials', (_what, value) => {
    expect(readBasic(value)).toBeUndefined()
  })
})

it('4.2: our cookie is found among others; theirs is none of ours', () => {
  expect(readCookie('obmen1c=abc')).toBe('abc')
  expect(readCookie('PHPSESSID=1; obmen1c = abc ;obmen1c=second')).toBe('abc')
  expect(readCookie('obmen1c="abc"')).toBe('abc')
  expect(readCookie('obmen1c=')).toBe('')
  expect(readCookie('PHPSESSID=1; xobmen1c=2; obmen1c')).toBeUndefined()
  expect(readCookie(undefined)).toBeUndefined()
})
