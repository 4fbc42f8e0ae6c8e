import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  connect,
  makePlace,
  put,
  type TestIntegration,
  type TestPlace,
} from '../../../test/support/place.js'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database } from '../../db/database.js'
import { findRecalculation } from './pending-recalculation.js'
import { beginRecalculation, recalculationSteps } from './recalculation.js'

/** A put ends once somebody has waited so long for it, or the next has begun. */
const PUT_MS = 150

describeOnEachPostgres('the recalculation of an integration', pg => {
  let db: Database
  let place: TestPlace
  let integration: TestIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
    place = await makePlace(db)
    integration = await connect(db, place)
    accepted(await put(db, place))
  })

  /** A transaction that holds the company's lock as a put does, until it is told to end. */
  const begin = async (): Promise<{ end: () => Promise<void> }> => {
    let letGo = (): void => undefined
    const told = new Promise<void>(resolve => {
      letGo = resolve
    })
    let held = (): void => undefined
    const holds = new Promise<void>(resolve => {
      held = resolve
    })
    const ended = db.transaction(async tx => {
      await lockCompanies(tx, 'rules', 'shared', [place.companyId])
      held()
      await told
    })
    await holds
    return {
      end() {
        letGo()
        return ended
      },
    }
  }
  const somebodyWaited = async (): Promise<boolean> => {
    const { rows } = await db.query<{ waited: boolean }>(
      `select exists (select from pg_locks l join pg_database d on d.oid = l.database
                       where d.datname = current_database() and l.locktype = 'advisory' and not l.granted
                         and l.waitstart < clock_timestamp() - make_interval(secs => $1)) as waited`,
      [PUT_MS / 1000],
    )
    return rows[0]!.waited
  }

  it('comes to its end though puts follow each other without a gap and take longer than a step waits at first', async () => {
    await db.transaction(async tx => {
      await lockCompanies(tx, 'rules', 'exclusive', [place.companyId])
      await beginRecalculation(tx, { key: integration.key, companyId: place.companyId })
    })
    const step = recalculationSteps(db, integration.key, { firstMs: PUT_MS / 5, longestMs: 20 * PUT_MS })
    let current = await begin()
    let inVain = 0
    for (let more = true; more && inVain < 50; ) {
      let over = false
      const stepped = step().finally(() => {
        over = true
      })
      stepped.catch(() => undefined)
      while (!over) if (await somebodyWaited()) await current.end()
      try {
        more = await stepped
      } catch (error) {
        expect(error).toMatchObject({ code: '55P03' })
        inVain++
        const next = await begin()
        await current.end()
        current = next
      }
    }
    await current.end()
    expect(await findRecalculation(db, integration.key)).toBeUndefined()
  })
})
