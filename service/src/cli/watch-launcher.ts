import { readFileSync } from 'node:fs'

const POLL_MS = 500

/**
 * npx and npm run put themselves and a shell between our launcher and us; a signal to npx ends both without reaching us.
 * Calls `gone` when either has ended, because that was meant for us. Not for a process that was started directly: that one
 * may outlive its parent on purpose.
 */
export function watchLauncher(
  env: Readonly<Record<string, string | undefined>>,
  gone: () => void,
): Disposable {
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
