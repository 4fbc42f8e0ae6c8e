import { useSyncExternalStore } from 'react'
import { basePath } from './base.js'

const ASK_AGAIN_MS = 2_000
/** A hanging server accepts the connection and never answers. */
const ANSWER_MS = 10_000

let reachable = true
let asking: Promise<void> | undefined
let again: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Whether the server is reachable: checked after a request got no answer, until it answers. */
export function useReachable(): boolean {
  return useSyncExternalStore(listen, () => reachable)
}

export async function askReachable(): Promise<boolean> {
  await ask()
  return reachable
}

export async function whenReachable(): Promise<void> {
  while (!(await askReachable())) await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_MS))
}

function ask(): Promise<void> {
  asking ??= fetch(`${basePath}healthz`, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) })
    .then(
      ({ ok }) => ok,
      () => false,
    )
    .then(answers => {
      asking = undefined
      clearTimeout(again)
      if (!answers) again = setTimeout(() => void ask(), ASK_AGAIN_MS)
      if (answers === reachable) return
      reachable = answers
      for (const listener of listeners) listener()
    })
  return asking
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
