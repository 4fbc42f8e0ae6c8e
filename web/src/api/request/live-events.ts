import type { LiveEvent } from '@obmen/contract/rest'
import { useEffect, useRef } from 'react'
import { linkUrl } from './base.js'
import { askReachable } from './reachable.js'

/** Gets each event, and null where some may have been missed. */
type Listener = (event: LiveEvent | null) => void

/** How often to ask again where the server refuses a stream, and how often pages are refreshed meanwhile. */
const WITHOUT_STREAM_MS = 30_000

/** The server's heartbeat comes every 20 seconds; a connection silent for so long is dead. */
const SILENT_MS = 50_000

const listeners = new Set<Listener>()
let source: EventSource | undefined
let again: ReturnType<typeof setTimeout> | undefined
let silent: ReturnType<typeof setTimeout> | undefined
let missed = false

/**
 * Calls `listener` on every exchange event of the location, over one connection for the whole app. Reconnects
 * by itself; a hidden tab gives its connection back, since a browser has six to a server for all its tabs.
 */
export function useLiveEvents(listener: Listener): void {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    const own: Listener = event => latest.current(event)
    if (listeners.size === 0) document.addEventListener('visibilitychange', followVisibility)
    listeners.add(own)
    open()
    return () => {
      listeners.delete(own)
      if (listeners.size > 0) return
      document.removeEventListener('visibilitychange', followVisibility)
      close()
      missed = false
    }
  }, [])
}

function open(): void {
  if (document.visibilityState === 'hidden') missed = true
  if (source !== undefined || again !== undefined || document.visibilityState === 'hidden') return
  const opened = new EventSource(linkUrl('/live'))
  source = opened
  expectSoon()
  opened.onopen = () => {
    expectSoon()
    if (missed) tell(null)
    missed = false
  }
  opened.onerror = () => {
    expectSoon()
    missed = true
    void askReachable()
    if (opened.readyState === EventSource.CLOSED) openLater()
  }
  opened.addEventListener('heartbeat', expectSoon)
  opened.onmessage = message => {
    expectSoon()
    tell(JSON.parse(message.data) as LiveEvent)
  }
}

/** Gives up the stream unless something is heard of it soon. */
function expectSoon(): void {
  clearTimeout(silent)
  silent = setTimeout(() => {
    missed = true
    tell(null)
    openLater()
  }, SILENT_MS)
}

/** A browser tries again by itself only where the connection broke, not where it was refused. */
function openLater(): void {
  close()
  again = setTimeout(() => {
    again = undefined
    tell(null)
    open()
  }, WITHOUT_STREAM_MS)
}

function followVisibility(): void {
  if (document.visibilityState === 'hidden') {
    close()
    missed = true
  } else open()
}

function tell(event: LiveEvent | null): void {
  for (const listener of listeners) listener(event)
}

function close(): void {
  clearTimeout(again)
  clearTimeout(silent)
  again = undefined
  source?.close()
  source = undefined
}
