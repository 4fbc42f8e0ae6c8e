import type { TimelineEvent } from '@obmen/contract/rest'

/** The order's currency before an event and after it. */
export interface Currencies {
  before: string
  after: string
}

/** For each event, oldest first, derived backwards from the order's present currency. */
export function currenciesOf(events: readonly TimelineEvent[], now: string): Currencies[] {
  const found: Currencies[] = []
  let after = now
  for (const event of events.toReversed()) {
    const change =
      event.kind === 'changed' ? event.changes.find(({ path }) => path === '/currency') : undefined
    const before = typeof change?.before === 'string' ? change.before : after
    found.push({ before, after })
    after = before
  }
  return found.reverse()
}
