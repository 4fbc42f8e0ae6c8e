import { type LimitedDatabase, limitConnections } from '../api/limit-connections.js'
import { exchangeConnectionLimits } from '../config/derived.js'
import type { Config } from '../config.js'
import type { Database } from '../db/database.js'

interface Owner {
  key: number
  locationId: string
}

export interface ExchangeConnections {
  /** What an integration does itself. */
  of(integration: Owner): LimitedDatabase
  /** What the journal writes of its calls, and waits for the locks of their sessions for. */
  ofJournal(integration: Owner): LimitedDatabase
}

/**
 * The connections of a pool that one integration holds at a time, and all of a location with its journal: the rest is left to the others.
 * An integration's share is less than its location's, so that its neighbours are served beside it.
 */
export function limitExchange(db: Database, config: Config, poolSize: number): ExchangeConnections {
  const { location, integration, journal } = exchangeConnectionLimits(config, poolSize)
  const ofLocation = limitConnections(db, location)
  const ofIntegration = limitConnections(db, integration)
  const ofJournal = limitConnections(db, journal)
  return {
    of: ({ key, locationId }) => ofIntegration(String(key), { within: ofLocation(locationId) }),
    // Nobody waits for the journal, so that it has time: a call that was refused for want of a connection is recorded, too.
    ofJournal: ({ locationId }) =>
      ofJournal(locationId, { within: ofLocation(locationId, { timeoutMs: journal.timeoutMs }) }),
  }
}
