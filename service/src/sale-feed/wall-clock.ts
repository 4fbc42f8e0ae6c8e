interface WallMoment {
  date: string
  time: string
}

export type WallClock = (moment: string) => WallMoment

// Offsets change only at quarters of an hour UTC, so they are constant within one.
const QUARTER_MS = 15 * 60 * 1000
const REMEMBERED_QUARTERS = 4096
const REMEMBERED_ZONES = 64

interface Zone {
  /** Milliseconds that the zone's clock is ahead of UTC at a moment. */
  offsetAt: (ms: number) => number
  remembered: Map<number, number>
}

const zones = new Map<string, Zone>()

/** Local time of an IANA zone. Intl is slow, so its results are cached, at most a few thousand of a zone. */
export function wallClockOf(timezone: string): WallClock {
  const { offsetAt, remembered } = zones.get(timezone) ?? openZone(timezone)
  return moment => {
    const ms = Date.parse(moment)
    const quarter = Math.floor(ms / QUARTER_MS)
    let offset = remembered.get(quarter)
    if (offset === undefined) {
      if (remembered.size >= REMEMBERED_QUARTERS) remembered.clear()
      offset = offsetAt(quarter * QUARTER_MS)
      remembered.set(quarter, offset)
    }
    const text = new Date(ms + offset).toISOString()
    return { date: text.slice(0, -14), time: text.slice(-13, -5) }
  }
}

/** Zones are cached: creating a format costs as much as answering a short call. */
function openZone(timezone: string): Zone {
  // Swedish format is ISO 8601 with a space: 2026-11-17 12:15:07.
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
  const zone: Zone = {
    offsetAt: ms => Date.parse(`${format.format(ms).replace(' ', 'T')}Z`) - ms,
    remembered: new Map(),
  }
  if (zones.size >= REMEMBERED_ZONES) zones.clear()
  zones.set(timezone, zone)
  return zone
}
