import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { limitLog } from './home.js'

it('a log of more than 10 MB starts over under whoever is writing it, and what it held is kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obmen-home-'))
  const [log, old] = [join(folder, 'postgres.log'), join(folder, 'postgres.log.old')]
  const writer = openSync(log, 'a', 0o600)
  try {
    const line = `${'x'.repeat(1023)}\n`
    writeSync(writer, line.repeat(10 * 1024))
    limitLog(log)
    expect(statSync(old, { throwIfNoEntry: false })).toBeUndefined()
    writeSync(writer, 'the last\n')
    limitLog(log)
    writeSync(writer, 'the first\n')
    expect(readFileSync(log, 'utf8')).toBe('the first\n')
    expect(statSync(old)).toMatchObject({ size: 10 * 1024 * 1024 + 'the last\n'.length })
    expect(statSync(old).mode & 0o777).toBe(0o600)
  } finally {
    closeSync(writer)
    rmSync(folder, { recursive: true, force: true })
  }
})
