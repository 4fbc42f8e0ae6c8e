/** What is told to whoever watches (NOTIFY on this channel): something happened in an exchange. */
export const LIVE_CHANNEL = 'obmen'

export interface LiveEvent {
  kind: 'session-opened' | 'entry-finished' | 'batch-confirmed'
  locationId: string | null
  integrationId: string | null
  sessionId: number | null
}

/** Undefined for what is no event of ours. */
export function readLiveEvent(payload: string): LiveEvent | undefined {
  try {
    const event = JSON.parse(payload) as Partial<LiveEvent> | null
    return typeof event?.kind === 'string' ? (event as LiveEvent) : undefined
  } catch {
    return undefined
  }
}
