export interface RetryOptions {
  /** How often one request is repeated; 5 by default. */
  retries?: number
  /** An answer that asks to wait longer is returned as it is; 60 by default. */
  longestWaitSeconds?: number
}

export type Send = (request: Request) => Promise<Response>

/** What may succeed a little later. 409 says when, if the same POST is still in work. */
const BUSY = [409, 429, 503]
const FIRST_WAIT_MS = 500

/**
 * Repeats what failed for a while: 429, 503 and a broken connection, after what `Retry-After` says, else
 * after a growing pause. A POST is repeated because it has an `Idempotency-Key`, by which Obmen does it once.
 */
export function retrying({ retries = 5, longestWaitSeconds = 60 }: RetryOptions): Send {
  return async request => {
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt >= retries
      const answer = await fetch(isLast ? request : request.clone()).catch(error => {
        if (isLast || request.signal.aborted) throw error
        return undefined
      })
      if (answer && (isLast || !isBusy(answer))) return answer
      const waitMs = waitBefore(attempt, answer)
      if (answer && waitMs > longestWaitSeconds * 1000) return answer
      await answer?.body?.cancel()
      await pause(Math.min(waitMs, longestWaitSeconds * 1000), request.signal)
    }
  }
}

function isBusy({ status, headers }: Response): boolean {
  return BUSY.includes(status) && (status !== 409 || headers.has('retry-after'))
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
