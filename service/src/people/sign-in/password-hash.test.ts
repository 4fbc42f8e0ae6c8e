import { scryptSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash.js'

it('a password is known again, another one is not, and no two hashes are alike', async () => {
  const hash = await hashPassword('верный пароль')
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$/)
  expect(await verifyPassword('верный пароль', hash)).toBe('right')
  expect(await verifyPassword('Верный пароль', hash)).toBe('wrong')
  expect(await hashPassword('верный пароль')).not.toBe(hash)
})

it('letters typed in two parts on another keyboard are the same letters', async () => {
  const hash = await hashPassword('йод')
  expect(await verifyPassword('йод'.normalize('NFD'), hash)).toBe('right')
})

it('a hash with weaker parameters is taken, and said to be outdated', async () => {
  const salt = Buffer.from('0123456789abcdef')
  const key = scryptSync('old', salt, 32, { N: 1024, r: 8, p: 1 })
  const hash = `scrypt$1024$8$1$${salt.toString('base64')}$${key.toString('base64')}`
  expect(await verifyPassword('old', hash)).toBe('outdated')
  expect(await verifyPassword('new', hash)).toBe('wrong')
})

it('nobody has an empty password', async () => {
  expect(await verifyPassword('', null)).toBe('wrong')
  expect(await verifyPassword('anything', undefined)).toBe('wrong')
})
