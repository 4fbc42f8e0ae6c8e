/** A moment on the wall of a location: `2026-11-17` and `12:15:07`. */
export interface WallMoment {
  date: string
  time: string
}

/** Tells where the hands of a location's clock stood at an ISO moment with offset. */
export type WallClock = (moment: string) => WallMoment

/** A clock of an IANA zone; make one for many orders, its formatter is what costs. */
export function wallClockOf(timezone: string): WallClock {
  // The Swedish form is ISO 8601 with a blank: 2026-11-17 12:15:07.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return moment => {
    const text = format.format(Date.parse(moment))
    return { date: text.slice(0, -9), time: text.slice(-8) }
  }
}
