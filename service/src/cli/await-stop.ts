import type { Terminal } from './terminal.js'
import { cliTexts } from './texts.js'
import { watchLauncher } from './watch-launcher.js'

export interface Stop {
  /** Resolves at the first SIGTERM or SIGINT; rejects when `fail` was called. */
  wait: Promise<void>
  requested: AbortSignal
  /** Ends the wait with an error. */
  fail(error: Error): void
  /** The stop is complete: restores the default handling of signals. */
  done(): void
}

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
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  return {
    wait,
    requested: requested.signal,
    fail: error => reject(error),
    done() {
      launcher[Symbol.dispose]()
      process.off('SIGTERM', onSignal)
      process.off('SIGINT', onSignal)
    },
  }
}
