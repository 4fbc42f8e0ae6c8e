import { readFileSync } from 'node:fs'
import type { Terminal } from './terminal.js'
import { cliTexts } from './texts.js'

interface Stop {
  /** Resolves at the first signal; rejects when `fail` was called. */
  wait: Promise<void>
  requested: AbortSignal
  fail(error: Error): void
  /** The stop is complete: restores the default handling of signals. */
  done(): void
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** The first signal asks for a graceful stop, the second ends the process at once. */
export function awaitStop(terminal: Terminal): Stop {
  const requested = new AbortController()
  let resolve = (): void => {}
  let reject = (_: Error): void => {}
  const wait = new Promise<void>((resolved, rejected) => {
    resolve = resolved
    reject = rejected
  })
  // Nobody may be waiting yet.
  wait.catch(() => {})
  const onSignal = (): void => {
    if (requested.signal.aborted) {
      terminal.notify(cliTexts.serve.forced)
      process.exit(1)
    }
    terminal.notify(cliTexts.serve.stopping)
    requested.abort()
    resolve()
  }
  const onLauncherGone = (): void => {
    if (!requested.signal.aborted) onSignal()
  }
  const launcher = watchLauncher(terminal.env, onLauncherGone)
  for (const signal of SIGNALS) process.on(signal, onSignal)
  return {
    wait,
    requested: requested.signal,
    fail: error => reject(error),
    done() {
      launcher[Symbol.dispose]()
      for (const signal of SIGNALS) process.off(signal, onSignal)
    },
  }
}

const POLL_MS = 500

/**
 * npx and npm run put themselves and a shell between our launcher and us; a signal to npx ends both without
 * reaching us. Calls `gone` when either has ended, because that was meant for us. Not for a process that was
 * started directly: that one may outlive its parent on purpose.
 */
function watchLauncher(env: Readonly<Record<string, string | undefined>>, gone: () => void): Disposable {
  const shell = process.ppid
  const launcher = env.npm_command === undefined ? undefined : parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && (launcher === undefined || parentOf(shell) === launcher)) return
    clearInterval(timer)
    gone()
  }, POLL_MS)
  timer.unref()
  if (env.npm_command === undefined) clearInterval(timer)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

/** Undefined without /proc: then only our own parent is watched. */
function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}
