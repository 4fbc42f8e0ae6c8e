/** Message on LIVE_CHANNEL: something happened in an exchange, or what needs a person's attention changed. */
export interface LiveEvent {
  kind: 'session-opened' | 'entry-finished' | 'batch-confirmed' | 'attention-changed'
  locationId: string | null
  integrationId: string | null
  sessionId: number | null
}

export function readLiveEvent(payload: string): LiveEvent | undefined {
  try {
    const event = JSON.parse(payload) as Partial<LiveEvent> | null
    return typeof event?.kind === 'string' ? (event as LiveEvent) : undefined
  } catch {
    return undefined
  }
}
