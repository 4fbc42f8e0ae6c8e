import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect, makePlace, PAID_BY_CARD } from '../../../test/support/place.js'
import { databaseTime } from '../../db/daily-tables.js'
import type { Database } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { loadStates } from './states.js'

const RULE = { silentAfterHours: 24, confirmWithinMinutes: 15 }
const MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

describeOnEachPostgres('when a 1C counts as silent', pg => {
  let db: Database
  let now: Date
  beforeEach(async () => {
    db = await pg.freshDatabase()
    now = await databaseTime(db)
  })
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * MINUTE)

  /** The state of a 1C that exchanged so many minutes ago. */
  const stateAfter = async (exchanges: number[], silentafter?: number): Promise<string> => {
    const settings = { ...PAID_BY_CARD, ...(silentafter !== undefined && { silentafter }) }
    const { key } = await connect(db, await makePlace(db), settings)
    const times = exchanges.toSorted((one, other) => other - one).map(ago)
    await db.query(
      `insert into exchange_session (id, token_hash, integration_key, opened_at)
       select s.id, '', $1, s.at from unnest($2::bigint[], $3::timestamptz[]) s(id, at)`,
      [key, times.map((time, number) => firstIdOf(dayOf(time)) + 10_000 * key + number), times],
    )
    await db.query(
      `update integration set (first_seen_at, last_seen_at) = ($2, $3),
                              (created_at, password_changed_at) = ($2, $2) where key = $1`,
      [key, times[0], times.at(-1)],
    )
    return (await loadStates(db, [key], RULE)).get(key)!.state
  }
  /** Calls each ten minutes from one time to another. */
  const often = (from: number, to: number): number[] => {
    const times: number[] = []
    for (let minutes = from; minutes >= to; minutes -= 10) times.push(minutes)
    return times
  }

  it('is an hour after the time when it called a week ago', async () => {
    // Then it went on calling, or did so again half an hour ago.
    const week = 7 * DAY
    expect(await stateAfter([...often(week + 6 * HOUR, week), 150])).toBe('silent')
    const noon = [...often(week + 6 * HOUR, week + 150), ...often(week + 30, week)]
    expect(await stateAfter([...noon, 150])).toBe('exchanging')
    // Last week its latest call came a minute later, and the next four hours from now.
    expect(await stateAfter([week + 10 * HOUR - 1, week - 4 * HOUR, 10 * HOUR])).toBe('exchanging')
  })

  it('is never sooner than an hour, unless the settings say so', async () => {
    const week = often(8 * DAY, 7 * DAY - 3 * HOUR)
    expect(await stateAfter([...week, 59])).toBe('exchanging')
    expect(await stateAfter([...week, 3], 2)).toBe('silent')
    expect(await stateAfter([...week, 300], 400)).toBe('exchanging')
  })

  it('without a week ago is twice its longest pause, or SILENT_AFTER_HOURS if that is sooner', async () => {
    expect(await stateAfter([2 * DAY, DAY, 300])).toBe('exchanging')
    expect(await stateAfter([3 * DAY, 2 * DAY, 25 * HOUR])).toBe('silent')
    expect(await stateAfter([...often(2 * DAY, 70), 70])).toBe('silent')
    // Of a few hours, which tell nothing of the night.
    expect(await stateAfter([...often(5 * HOUR, 70), 70])).toBe('exchanging')
  })
  it('is no 1C that no server served, but for one that was silent before', async () => {
    const absent = (from: number, to: number) =>
      db.query(
        `insert into alarm (cause, began_at, noticed_at, checked_at, ended_at, facts)
         values ('absent', $1, $2, $2, $2, '{}')`,
        [ago(from), ago(to)],
      )
    const week = often(8 * DAY, 7 * DAY - 3 * HOUR)
    await absent(9 * HOUR, 59)
    expect(await stateAfter([...week, 9 * HOUR])).toBe('exchanging')
    expect(await stateAfter([...week, 9 * HOUR], 30)).toBe('silent')
    await db.query(`insert into integration_state select key, 'silent', last_seen_at from integration`)
    const { rows } = await db.query<{ key: number }>('select key from integration order by key limit 1')
    expect((await loadStates(db, [rows[0]!.key], RULE)).values().next().value!.state).toBe('silent')
    // An exchange of each night fell into it: the next one is that of tomorrow.
    await absent(9 * HOUR, 2 * HOUR)
    const nights = [8 * DAY + 3 * HOUR, 7 * DAY + 3 * HOUR, 6 * DAY + 3 * HOUR, 2 * DAY + 3 * HOUR]
    expect(await stateAfter([...nights, DAY + 3 * HOUR])).toBe('exchanging')
  })
})
