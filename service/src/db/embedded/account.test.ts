import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { chooseOwner, NOBODY, type Owner } from './account.js'

const ACCOUNTS: Readonly<Record<string, Owner>> = {
  obmen: { uid: 801, gid: 901 },
  postgres: { uid: 802, gid: 902 },
  clerk: { uid: 803, gid: 903 },
}
const machineWith = (...names: string[]) => {
  return (name: string) => (names.includes(name) ? ACCOUNTS[name] : undefined)
}

describe('root runs the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obmen-account-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const none = join(folder, 'none')

  it.each([
    ['as obmen, if there is one', ['postgres', 'obmen'], ACCOUNTS.obmen],
    ['as postgres, if there is no obmen', ['postgres', 'clerk'], ACCOUNTS.postgres],
    ['as nobody, if there is neither', ['clerk'], { uid: NOBODY, gid: NOBODY }],
  ])('%s', (_, names, owner) => {
    expect(chooseOwner(none, undefined, machineWith(...names))).toEqual(owner)
  })

  it('as the account that RUN_AS names, before any other', () => {
    expect(chooseOwner(none, 'clerk', machineWith('obmen', 'postgres', 'clerk'))).toEqual(ACCOUNTS.clerk)
  })

  it('as no account that is missing, nor as root: the refusal says how to make one', () => {
    expect(() => chooseOwner(none, 'obmen-db')).toThrow(/RUN_AS.*useradd --system obmen-db/)
    expect(() => chooseOwner(none, 'root')).toThrow(/RUN_AS/)
  })

  it.runIf(process.getuid?.() === 0)('as whoever made the folder, if that was not root', () => {
    expect(chooseOwner(folder, undefined, machineWith('obmen'))).toEqual(ACCOUNTS.obmen)
    chownSync(folder, 803, 903)
    expect(chooseOwner(folder, undefined, machineWith('obmen'))).toEqual(ACCOUNTS.clerk)
    expect(chooseOwner(folder, 'obmen', machineWith('obmen'))).toEqual(ACCOUNTS.obmen)
  })

  it.runIf(process.platform === 'linux')('as an account that the machine itself knows', () => {
    expect(chooseOwner(none, 'daemon').uid).toBeGreaterThan(0)
  })
})
