import { useSyncExternalStore } from 'react'

const AGAIN_MS = 3000

/** Texts that only one language needs: loaded at their first use, undefined until then. */
export function loadTexts<Value>(load: () => Promise<Value>): (enabled: boolean) => Value | undefined {
  let value: Value | undefined
  let loading = false
  let next = load
  const listeners = new Set<() => void>()

  function begin(): void {
    if (loading || value !== undefined) return
    loading = true
    next().then(
      loaded => {
        value = loaded
        for (const notify of listeners) notify()
      },
      error => {
        next = again<Value>(error) ?? load
        // No connection. Another use tries again, or whoever waits does.
        loading = false
        if (listeners.size > 0) setTimeout(() => listeners.size > 0 && begin(), AGAIN_MS)
      },
    )
  }
  function listen(listener: () => void): () => void {
    listeners.add(listener)
    begin()
    return () => listeners.delete(listener)
  }
  const quiet = () => () => {}
  return enabled => useSyncExternalStore(enabled ? listen : quiet, () => (enabled ? value : undefined))
}

/** Chromium never asks for a module again that failed to load: only for one of another address. */
function again<Value>(error: unknown): (() => Promise<Value>) | undefined {
  const [address] = /https?:\S+\/(?:english|texts-answers)[\w-]*\.js/.exec(String(error)) ?? []
  return address === undefined ? undefined : () => import(/* @vite-ignore */ `${address}?${Date.now()}`)
}
