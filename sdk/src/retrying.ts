export interface RetryOptions {
  /** How often one request is repeated; 5 by default. */
  retries?: number
  /** An answer that asks to wait longer is returned as it is; 60 by default. */
  longestWaitSeconds?: number
}

export type Send = (request: Request) => Promise<Response>

/** "Too many requests" was refused before anything was done; "unavailable" may have come after it. */
const TOO_MANY = 429
const UNAVAILABLE = 503
const FIRST_WAIT_MS = 500

/**
 * Repeats what failed for a while: 429, 503 and a broken connection, after what `Retry-After` says, else after
 * a growing pause. A POST that may have been done already is repeated only if it has an `Idempotency-Key`.
 */
export function retrying({ retries = 5, longestWaitSeconds = 60 }: RetryOptions): Send {
  return async request => {
    const isRepeatable =
      request.method !== 'POST' ||
      request.url.endsWith('/orders:batch') ||
      request.headers.has('idempotency-key')
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt >= retries
      const answer = await fetch(isLast ? request : request.clone()).catch(error => {
        if (isLast || !isRepeatable || request.signal.aborted) throw error
        return undefined
      })
      const isRefused =
        answer === undefined || answer.status === TOO_MANY || (answer.status === UNAVAILABLE && isRepeatable)
      if (answer && (isLast || !isRefused)) return answer
      const waitMs = waitBefore(attempt, answer)
      if (answer && waitMs > longestWaitSeconds * 1000) return answer
      await answer?.body?.cancel()
      await pause(Math.min(waitMs, longestWaitSeconds * 1000), request.signal)
    }
  }
}

/** With some chance in it: callers that were refused together don't come again together. */
export function waitBefore(attempt: number, answer?: Response): number {
  const growing = FIRST_WAIT_MS * 2 ** attempt
  return askedWait(answer?.headers.get('retry-after')) + growing * (0.5 + Math.random() / 2)
}

/** Seconds, or a date. */
function askedWait(text: string | null | undefined): number {
  if (!text) return 0
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Math.max(0, ms || 0)
}

/** @throws the signal's reason */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
