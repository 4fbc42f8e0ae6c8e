import { writeSync } from 'node:fs'
import type { LogLevel } from '@obmen/contract'
import { type DestinationStream, type Logger, pino } from 'pino'
import { maskAddresses } from './log/mask-secrets.js'

export type { Logger }

/** JSON lines on stderr; whatever could carry a secret is cut out by name, in addresses too. */
export function createLog(level: LogLevel, destination: DestinationStream = writeLines(2)): Logger {
  return pino(
    {
      level,
      redact: {
        paths: [
          '*.password',
          '*.authorization',
          '*.cookie',
          'headers.authorization',
          'headers.cookie',
          'headers["set-cookie"]',
          'headers["x-auth-token"]',
          'headers["x-api-key"]',
          'req.headers',
          'password',
          'token',
        ],
        censor: '***',
      },
      hooks: { streamWrite: line => escapeControls(maskAddresses(line)) },
    },
    destination,
  )
}

/** JSON leaves DEL and the C1 controls as they are, and a terminal that shows the log obeys them. */
function escapeControls(line: string): string {
  return line.replace(/[\u007f-\u009f]/g, char => `\\u00${char.charCodeAt(0).toString(16)}`)
}

/** How long to wait for a full pipe. After a timeout, lines in the next NO_WAIT_MS don't wait at all. */
const TIMEOUT_MS = 50
const NO_WAIT_MS = 1000

/**
 * Writes lines to a file, pipe or terminal. A line that can't be written, because the disk is full or nobody
 * reads, is dropped; the next one that can be written is preceded by how many were. Never throws.
 */
export function writeLines(fd: number): DestinationStream {
  let dropped = 0
  let startsInLine = false
  let noWaitUntil = 0

  return {
    write(line) {
      const before = `${startsInLine ? '\n' : ''}${dropped > 0 ? droppedLine(dropped) : ''}`
      const bytes = Buffer.from(before + line)
      const timeoutMs = performance.now() < noWaitUntil ? 0 : TIMEOUT_MS
      const { written, stalled } = writeAll(fd, bytes, timeoutMs)
      if (stalled) noWaitUntil = performance.now() + NO_WAIT_MS
      if (written === bytes.length) {
        dropped = 0
        startsInLine = false
        return
      }
      const droppedReported = written >= Buffer.byteLength(before)
      dropped = droppedReported ? 1 : dropped + 1
      if (written > 0) startsInLine = bytes[written - 1] !== NEW_LINE
    },
  }
}

const NEW_LINE = 10

function droppedLine(count: number): string {
  const line = { level: 40, time: Date.now(), pid: process.pid, dropped: count }
  return `${JSON.stringify({ ...line, msg: 'log lines could not be written' })}\n`
}

function writeAll(fd: number, bytes: Buffer, timeoutMs: number): { written: number; stalled: boolean } {
  const giveUpAt = performance.now() + timeoutMs
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written)
    } catch (error) {
      const stalled = (error as NodeJS.ErrnoException).code === 'EAGAIN'
      if (!stalled || performance.now() >= giveUpAt) return { written, stalled }
      pause(5)
    }
  }
  return { written, stalled: false }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
