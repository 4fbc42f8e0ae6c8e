import { sendingPausedAt } from '../backup/sending.js'
import type { Database } from '../db/database.js'
import type { Logger } from '../log.js'

/** How often HEARTBEAT_URL is called, and how long each call may take. */
const EVERY_MS = 60_000
const TIMEOUT_MS = 10_000

/**
 * Calls the address while the database answers: whoever watches it notices a server that no longer does. Each
 * server calls it, so that it stays away only once all are gone,
 * or while sending is paused: a copy on trial must not vouch for the server that it comes from.
 */
export function callHeartbeat(url: string, db: Database, log: Logger): AsyncDisposable {
  const stopping = new AbortController()
  let failing = false
  const call = async (): Promise<void> => {
    try {
      if (await sendingPausedAt(db)) return
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT_MS)])
      const answer = await fetch(url, { signal, headers: { 'user-agent': 'Obmen' } })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`it answered ${answer.status}`)
      failing = false
    } catch (error) {
      if (!failing && !stopping.signal.aborted)
        // The cause alone: the address may hold a secret.
        log.warn({ reason: reasonOf(error) }, 'HEARTBEAT_URL could not be called')
      failing = true
    }
  }
  let calling = call()
  const timer = setInterval(() => {
    calling = calling.then(call)
  }, EVERY_MS).unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      stopping.abort()
      await calling
    },
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } }
  return name === 'TimeoutError' ? 'it did not answer in time' : (cause?.code ?? cause?.message ?? message)
}
