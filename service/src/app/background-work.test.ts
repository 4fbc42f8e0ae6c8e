import { expect, it } from 'vitest'
import { freshDatabase } from '../../test/support/databases.js'
import { orderListLimits } from '../config/limits.js'
import { readConfig } from '../config.js'
import { createLog } from '../log.js'
import { startBackgroundWork } from './background-work.js'

it('any number of people may save at once without a warning of leaks', async () => {
  await using db = await freshDatabase()
  const warnings: string[] = []
  const note = ({ name }: Error): void => void warnings.push(name)
  process.on('warning', note)
  await using background = startBackgroundWork({
    ...{ db, log: createLog('silent'), lists: orderListLimits(readConfig({})) },
    ...{ pauses: { settleSeconds: 60, portionSeconds: 60 }, lockTimeoutMs: 5000 },
  })
  await Promise.all(Array.from({ length: 20 }, (_, key) => background.recalculate([key])))
  process.off('warning', note)
  expect(warnings).toEqual([])
})
