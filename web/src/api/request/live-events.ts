import type { LiveEvent } from '@obmen/contract/rest'
import { useEffect, useRef } from 'react'
import { linkUrl } from './base.js'
import { askReachable } from './reachable.js'

type Listener = (event: LiveEvent) => void

const listeners = new Set<Listener>()
let source: EventSource | undefined

/** Calls `listener` on every exchange event of the location, over one connection for the whole app. Reconnects by itself. */
export function useLiveEvents(listener: Listener): void {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    const own: Listener = event => latest.current(event)
    listeners.add(own)
    open()
    return () => {
      listeners.delete(own)
      if (listeners.size === 0) close()
    }
  }, [])
}

function open(): void {
  if (source !== undefined) return
  source = new EventSource(linkUrl('/live'))
  source.onerror = () => void askReachable()
  source.onmessage = message => {
    const event = JSON.parse(message.data) as LiveEvent
    for (const listener of listeners) listener(event)
  }
}

function close(): void {
  source?.close()
  source = undefined
}
