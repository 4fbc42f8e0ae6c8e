import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { DISK_FULL_EXIT, giveToFolderOwner, type Home, limitLog } from './home.js'
import type { SupervisorTask } from './supervisor.js'

export interface StartedSupervisor {
  /** Undefined if it could not be started. */
  pid: number | undefined
  /** Resolves when the supervisor has ended. */
  ended: Promise<void>
  hasEnded(): boolean
  /** Whether it has ended because the disk was full. */
  foundDiskFull(): boolean
  /** Startup is over: from now on the supervisor lives as long as its clients. */
  release(): void
  /** Its server is not needed: releases it, and resolves when it has ended. */
  dismiss(): Promise<void>
}

/** Starts a supervisor that outlives us only while somebody uses its server. */
export function startSupervisor(home: Home, task: SupervisorTask): StartedSupervisor {
  // Tests run the sources; a separate process needs the compiled program.
  const program = fileURLToPath(new URL('./supervisor.js', import.meta.url)).replace(
    /([\\/]service[\\/])src([\\/]db)/,
    '$1dist$2',
  )
  const { NODE_OPTIONS: _, ...env } = process.env
  limitLog(home.logFile)
  const log = openLog(home.logFile)
  const child = spawn(process.execPath, ['--max-old-space-size=64', program, JSON.stringify(task)], {
    detached: true,
    stdio: ['pipe', 'ignore', log],
    cwd: '/',
    env,
    windowsHide: true,
  })
  closeSync(log)
  let over = false
  const ended = new Promise<void>(resolve => {
    const end = (): void => {
      over = true
      resolve()
    }
    child.on('error', end)
    child.on('exit', end)
  })
  const release = (): void => {
    child.stdin?.destroy()
  }
  child.stdin?.on('error', () => {})
  child.unref()
  return {
    pid: child.pid,
    ended,
    hasEnded: () => over,
    foundDiskFull: () => child.exitCode === DISK_FULL_EXIT,
    release,
    async dismiss() {
      release()
      if (!over) child.ref()
      await ended
    },
  }
}

function openLog(path: string): number {
  try {
    const made = openSync(path, 'ax', 0o600)
    giveToFolderOwner(made, path)
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return openSync(path, 'a', 0o600)
  }
}

/** A port that was free a moment ago; if somebody takes it first, the start fails and is retried with the next. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
