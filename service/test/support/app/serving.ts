import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { CHEAP_HASH_COST } from '../location.js'
import { killPostgres } from '../postgres/data-dir.js'
import { TEST_SECRET_KEY } from '../secrets.js'
import { startObmen } from './run-obmen.js'

/** `obmen serve`, running. */
export interface Serving extends AsyncDisposable {
  process: ChildProcess
  pid: number
  /** `http://127.0.0.1:40123` */
  address: string
  stderr(): string
  /** Resolves to the exit code; null when a signal ended it. */
  ended: Promise<number | null>
}

/** Starts it on any free port and waits until it is ready. */
export async function startServing(env: Record<string, string>, start = startObmen): Promise<Serving> {
  const child = start(['serve'], {
    PORT: '0',
    LOG_LEVEL: 'warn',
    PASSWORD_HASH_COST: CHEAP_HASH_COST,
    ...(env.DATA_DIR === undefined && { SECRET_KEY: TEST_SECRET_KEY }),
    ...env,
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  let stderr = ''
  child.stderr?.on('data', piece => {
    stderr += String(piece)
  })
  let stdout = ''
  for await (const piece of child.stdout!) {
    stdout += String(piece)
    const [address] = /http:\/\/\S+/.exec(stdout) ?? []
    if (!address) continue
    return {
      process: child,
      pid: child.pid!,
      address,
      stderr: () => stderr,
      ended,
      async [Symbol.asyncDispose]() {
        child.kill('SIGKILL')
        await ended
        if (env.DATA_DIR) await killPostgres(env.DATA_DIR)
      },
    }
  }
  throw new Error(`obmen serve ended: ${stderr}`)
}
