import type { Config } from '../config.js'
import { databaseTime } from '../db/daily-tables.js'
import type { Database } from '../db/database.js'
import { availableChannels } from './channels/available-channels.js'
import { locationConditions } from './conditions/location-conditions.js'
import { serverConditions } from './conditions/server-conditions.js'
import { keepAlarms } from './lifecycle.js'
import { planNotices } from './notices.js'

/** Looks for everything that is wrong, and raises, updates and ends alarms, with what people are told of them. */
export async function watchAlarms(db: Database, config: Config): Promise<void> {
  const server = await serverConditions(db, config)
  const conditions = [...server.conditions, ...(await locationConditions(db, config))]
  await db.transaction(async tx => {
    const now = await databaseTime(tx)
    const kept = await keepAlarms(tx, conditions, { unjudged: server.unjudged, now })
    await planNotices(tx, kept, availableChannels(config), now)
  })
}
