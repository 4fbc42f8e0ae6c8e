import type { LiveEvent } from '@obmen/contract/rest'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { costOf } from '../api/request/costs.js'
import { useLiveEvents } from '../api/request/live-events.js'
import { refreshDelay } from './refresh-delay.js'

/** How long the next reload waits for the answers to this one. */
const MOST_AWAITED_MS = 5_000
const delay = (ms: number) => new Promise<false>(resolve => setTimeout(() => resolve(false), ms))

/**
 * Reloads the data under `queryKey` when something happened in an exchange (of those that `concerns` selects); `exact`: that query
 * alone, not those whose keys begin like it. The answer to one reload is awaited before the next: another one would cancel it, and
 * events that come faster than answers would leave the data as it is. One that takes long is left to itself, and the rest reloaded.
 */
export function useLiveRefresh(
  queryKey: QueryKey,
  concerns: (event: LiveEvent) => boolean = () => true,
  { exact = false }: { exact?: boolean } = {},
): void {
  const queryClient = useQueryClient()
  const latest = useRef({ queryKey, exact })
  latest.current = { queryKey, exact }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(Number.NEGATIVE_INFINITY)
  const reloading = useRef(false)
  const again = useRef(false)
  const slow = useRef(false)

  function reloadLater(): void {
    again.current = reloading.current
    if (timer.current !== undefined || reloading.current) return
    const costMs = costOf(String(latest.current.queryKey[0]))
    const sinceLastMs = performance.now() - last.current
    timer.current = setTimeout(() => void reload(), refreshDelay({ costMs, sinceLastMs }))
  }

  async function reload(): Promise<void> {
    timer.current = undefined
    last.current = performance.now()
    reloading.current = true
    const reloaded = queryClient.invalidateQueries(latest.current, { cancelRefetch: !slow.current })
    slow.current = !(await Promise.race([reloaded.then(() => true), delay(MOST_AWAITED_MS)]))
    reloading.current = false
    if (again.current) reloadLater()
  }

  useLiveEvents(event => {
    if (event === null || concerns(event)) reloadLater()
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
      again.current = false
    },
    [],
  )
}
