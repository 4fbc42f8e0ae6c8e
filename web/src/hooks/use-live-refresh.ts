import type { LiveEvent } from '@obmen/contract/rest'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { costOf } from '../api/request/costs.js'
import { useLiveEvents } from '../api/request/live-events.js'
import { refreshDelay } from './refresh-delay.js'

/** How long the next reload waits for the answers to this one. */
const MOST_AWAITED_MS = 5_000
const delay = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/**
 * Reloads the data under `queryKey` after events of exchanges. The answer to one reload is awaited before the
 * next, which would cancel it; what takes long is left to itself and reloaded once more when it is there.
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
  const underWay = useRef<Promise<void>>(undefined)
  const outdated = useRef(false)

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
    outdated.current = underWay.current !== undefined
    const reloaded = queryClient.invalidateQueries(latest.current, { cancelRefetch: !outdated.current })
    underWay.current = reloaded
    await Promise.race([reloaded.then(() => end(reloaded)), delay(MOST_AWAITED_MS)])
    reloading.current = false
    if (again.current) reloadLater()
  }

  /** After the answers to a reload: those to the last one have come after those to all earlier ones. */
  function end(reloaded: Promise<void>): void {
    if (underWay.current !== reloaded) return
    underWay.current = undefined
    if (outdated.current) reloadLater()
  }

  useLiveEvents(event => {
    if (event === null || concerns(event)) reloadLater()
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
      again.current = false
      outdated.current = false
    },
    [],
  )
}
