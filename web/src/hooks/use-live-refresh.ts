import type { LiveEvent } from '@obmen/contract/rest'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { costOf } from '../api/request/costs.js'
import { useLiveEvents } from '../api/request/live-events.js'
import { refreshDelay } from './refresh-delay.js'

/** Reloads the data under `queryKey` when something happened in an exchange (of those that `concerns` selects). */
export function useLiveRefresh(
  queryKey: QueryKey,
  concerns: (event: LiveEvent) => boolean = () => true,
): void {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(Number.NEGATIVE_INFINITY)
  useLiveEvents(event => {
    if (timer.current !== undefined || (event !== null && !concerns(event))) return
    const sinceLastMs = performance.now() - last.current
    timer.current = setTimeout(
      () => {
        timer.current = undefined
        last.current = performance.now()
        void queryClient.invalidateQueries({ queryKey })
      },
      refreshDelay({ costMs: costOf(String(queryKey[0])), sinceLastMs }),
    )
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
