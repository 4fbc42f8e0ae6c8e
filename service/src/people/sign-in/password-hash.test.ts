import { scryptSync } from 'node:crypto'
import type { FieldProblem } from '@obmen/contract'
import { expect, it } from 'vitest'
import { checkPassword, hashPassword, matchPassword, newSalt } from './password-hash.js'

it('a password is known again, another one is not, and no two hashes are alike', async () => {
  const hash = await hashPassword('верный пароль')
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$/)
  expect(await matchPassword('верный пароль', [hash])).toEqual({ hash, outdated: false })
  expect(await matchPassword('Верный пароль', [hash])).toBeUndefined()
  expect(await hashPassword('верный пароль')).not.toBe(hash)
})

it('letters typed in two parts on another keyboard are the same letters', async () => {
  const hash = await hashPassword('йод')
  expect(await matchPassword('йод'.normalize('NFD'), [hash])).toBeDefined()
})

it('a hash with weaker parameters is taken, and said to be outdated', async () => {
  const salt = Buffer.from('0123456789abcdef')
  const key = scryptSync('old', salt, 32, { N: 1024, r: 8, p: 1 })
  const hash = `scrypt$1024$8$1$${salt.toString('base64')}$${key.toString('base64')}`
  expect(await matchPassword('old', [hash])).toEqual({ hash, outdated: true })
  expect(await matchPassword('new', [hash])).toBeUndefined()
})

it('of many hashes, with one salt and with others, the one of the password is found', async () => {
  const salt = newSalt()
  const hashes = await Promise.all(
    ['one', 'two', 'three'].map((password, index) => hashPassword(password, 10 + (index % 2), salt)),
  )
  hashes.push(await hashPassword('four', 10))
  const found = ['one', 'two', 'three', 'four', 'five'].map(password => matchPassword(password, hashes, 10))
  expect((await Promise.all(found)).map(match => match?.hash)).toEqual([...hashes, undefined])
})

it('nobody has an empty password', async () => {
  expect(await matchPassword('', [])).toBeUndefined()
  expect(await matchPassword('anything', [])).toBeUndefined()
})

it.each([
  ['12345678', 'password-common'],
  ['Qwerty123', 'password-common'],
  ['1 2 3 4 5 6 7 8', 'password-common'],
  ['йцукенгш', 'password-common'],
  ['Пароль123', 'password-common'],
  ['ababababab', 'password-common'],
  ['1234567', 'password-short'],
  ['кот-вода', undefined],
  ['gfhjkmgfhjkm', undefined],
  ['три слова вместе', undefined],
])('the new password %s is answered by %s', (password, code) => {
  const problems: FieldProblem[] = []
  checkPassword(password, '/next', problems)
  expect(problems.map(({ path, code }) => [path, code])).toEqual(code === undefined ? [] : [['/next', code]])
})
