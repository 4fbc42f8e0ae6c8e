import { spawnSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { createLog, writeLines } from './log.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obmen-log-'))
  return () => rmSync(folder, { recursive: true })
})

/** A pipe that holds some 64 KiB and then says so. */
function openPipe(): { fd: number; readAll(): string } {
  const path = join(folder, 'pipe')
  spawnSync('mkfifo', [path])
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  return {
    fd,
    readAll() {
      const bytes = Buffer.alloc(1 << 20)
      const length = readSync(fd, bytes)
      return bytes.subarray(0, length).toString('utf8')
    },
  }
}

it('lines that a full pipe does not take are dropped, and the next one that goes says how many', () => {
  const { fd, readAll } = openPipe()
  const log = createLog('info', writeLines(fd))
  const lines = 40
  for (let number = 0; number < lines; number++) log.info({ number, filling: 'ж'.repeat(2000) })
  const kept = readAll()
  log.info('room again')
  const after = readAll()
  closeSync(fd)
  const told = (kept + after).split('\n').filter(line => line.startsWith('{') && line.endsWith('}'))
  const entries = told.map(line => JSON.parse(line))
  const whole = entries.filter(({ filling }) => filling !== undefined)
  expect(whole.length).toBeGreaterThan(5)
  expect(entries.slice(whole.length)).toMatchObject([
    { level: 40, dropped: lines - whole.length },
    { msg: 'room again' },
  ])
})

it('a disk without room ends nobody', () => {
  const fd = openSync('/dev/full', 'w')
  const log = createLog('info', writeLines(fd))
  for (let number = 0; number < 10; number++) log.info('lost')
  closeSync(fd)
  // Nor does a file that is closed.
  log.info('lost')
})

it('what a caller sent cannot steer the terminal that shows the log', () => {
  const written: string[] = []
  const log = createLog('info', { write: line => void written.push(line) })
  log.info({ mode: 'a\u009b2Jb\u007f\u001b[0m' })
  expect(written[0]).toMatch(/^[\x20-\x7e]+\n$/)
  expect(JSON.parse(written[0]!).mode).toBe('a\u009b2Jb\u007f\u001b[0m')
})
