import type { LiveEvent } from '@obmen/service/api-contract'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLiveEvents } from '../api/request/live-events.js'

/** An exchange of thousands of requests shouldn't make as many readings. */
const AT_MOST_EVERY_MS = 1500

/** Reads what is shown under `queryKey` anew when something happened in an exchange (of those that `concerns` picks). */
export function useLiveRefresh(
  queryKey: QueryKey,
  concerns: (event: LiveEvent) => boolean = () => true,
): void {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLiveEvents(event => {
    if (timer.current !== undefined || !concerns(event)) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      void queryClient.invalidateQueries({ queryKey })
    }, AT_MOST_EVERY_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
