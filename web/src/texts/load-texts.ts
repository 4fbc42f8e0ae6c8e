import { useSyncExternalStore } from 'react'

/** Texts that only one language needs: loaded when they are first wanted, undefined for the moment until they are there. */
export function loadTexts<Value>(load: () => Promise<Value>): (wanted: boolean) => Value | undefined {
  let value: Value | undefined
  let loading = false
  const listeners = new Set<() => void>()

  function begin(): void {
    if (loading || value !== undefined) return
    loading = true
    load().then(
      loaded => {
        value = loaded
        for (const tell of listeners) tell()
      },
      () => {
        // Without a connection: whoever wants them next tries again.
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
  return wanted => useSyncExternalStore(wanted ? listen : quiet, () => (wanted ? value : undefined))
}
