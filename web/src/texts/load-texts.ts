import { useSyncExternalStore } from 'react'

/** Texts that only one language needs: loaded at their first use, undefined until then. */
export function loadTexts<Value>(load: () => Promise<Value>): (enabled: boolean) => Value | undefined {
  let value: Value | undefined
  let loading = false
  const listeners = new Set<() => void>()

  function begin(): void {
    if (loading || value !== undefined) return
    loading = true
    load().then(
      loaded => {
        value = loaded
        for (const notify of listeners) notify()
      },
      () => {
        // No connection: the next use tries again.
        loading = false
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
