import type { LiveEvent } from '@obmen/contract/rest'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLiveEvents } from '../api/request/live-events.js'

/** An exchange of thousands of requests shouldn't cause as many reloads. */
const PAUSE_MS = 1500

/**
 * Reloads the data under `queryKey` after events of exchanges. The answers to a reload are awaited before the
 * next, which would cancel them; an event in between makes the page ask once more.
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
  const reloading = useRef(false)
  const outdated = useRef(false)

  function reloadLater(): void {
    outdated.current = reloading.current
    if (!reloading.current) timer.current ??= setTimeout(() => void reload(), PAUSE_MS)
  }

  async function reload(): Promise<void> {
    timer.current = undefined
    reloading.current = true
    await queryClient.invalidateQueries(latest.current)
    reloading.current = false
    if (outdated.current) reloadLater()
  }

  useLiveEvents(event => {
    if (event === null || concerns(event)) reloadLater()
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
      outdated.current = false
    },
    [],
  )
}
