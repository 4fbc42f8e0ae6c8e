import { Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useFormats } from '../texts/language.js'

/** "2 минуты назад", kept up to date, the exact time in the location's zone on hover. */
export function RelativeTime({
  at,
  never,
}: { at: string; never?: string } | { at: string | null; never: string }) {
  const formats = useFormats()
  const now = useNow()
  if (at === null)
    return (
      <Text span c="dimmed">
        {never}
      </Text>
    )
  return (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.relative(at, now)}
    </time>
  )
}

export function ShortTime({ at }: { at: string }) {
  const formats = useFormats()
  return (
    <time dateTime={at} className="numbers" title={formats.dateTime(at)}>
      {formats.shortTime(at)}
    </time>
  )
}

export function TimeSince({ at }: { at: string }) {
  const formats = useFormats()
  const now = useNow()
  return (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.since(at, now)}
    </time>
  )
}

const EVERY_MS = 30_000
let now = new Date()
let ticking: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function useNow(): Date {
  return useSyncExternalStore(listen, () => now)
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) now = new Date()
  listeners.add(listener)
  ticking ??= setInterval(() => {
    now = new Date()
    for (const notify of listeners) notify()
  }, EVERY_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}
