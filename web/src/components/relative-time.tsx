import { useEffect, useState } from 'react'
import { useFormats } from '../texts/use-formats.js'

/** "2 минуты назад", kept up to date, the exact time in the location's zone on hover. */
export function RelativeTime({ at }: { at: string }) {
  const formats = useFormats()
  const now = useNow()
  return (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.relative(at, now)}
    </time>
  )
}

/** "сегодня, 12:20", the full one on hover. */
export function ShortTime({ at }: { at: string }) {
  const formats = useFormats()
  return (
    <time dateTime={at} className="numbers" title={formats.dateTime(at)}>
      {formats.shortTime(at)}
    </time>
  )
}

/** "17 минут": how long since then, kept up to date. */
export function TimeSince({ at }: { at: string }) {
  const formats = useFormats()
  const now = useNow()
  return (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.since(at, now)}
    </time>
  )
}

function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
