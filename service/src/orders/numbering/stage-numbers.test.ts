import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  connect,
  makePlace,
  openSession,
  PAID_BY_CARD,
  put,
  refusal,
  type TestIntegration,
  type TestPlace,
} from '../../../test/support/place.js'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database } from '../../db/database.js'
import { openBatch } from '../../outbox/open-batch.js'
import { withStagedNumbers } from '../intake/apply-settings.js'
import { discardStaged, stageNumbers, sweepSwitches, switchToStaged } from './stage-numbers.js'

const PLATFORM = { ...PAID_BY_CARD, client: 'ut', ordernumber: 'platform' } as const

describeOnEachPostgres('numbers of a company that are staged', pg => {
  let db: Database
  let place: TestPlace
  let one: TestIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  beforeEach(async () => {
    place = await makePlace(db)
    one = await connect(db, place, { ...PAID_BY_CARD, client: 'ut' })
    for (const number of ['A-1', 'A-2']) await put(db, place, { id: number, number })
  })

  const renumbered = () => ({ key: one.key, companyId: place.companyId, settings: PLATFORM })
  const stage = async () => (await stageNumbers(db, renumbered()))!
  const take = (staged: Awaited<ReturnType<typeof stage>>) =>
    db.transaction(async tx => {
      await lockCompanies(tx, 'rules', 'exclusive', [place.companyId])
      return switchToStaged(tx, staged)
    })
  /** By key in order_number: those in use, and those that are not. */
  const claimed = async () => {
    const { rows } = await db.query<{ inUse: boolean; number: string }>(
      `select (n.integration_key < 0) = i.numbers_turned as "inUse", n.number
         from integration i join order_number n on n.integration_key in (i.key, -i.key) where i.key = $1 order by n.number`,
      [one.key],
    )
    return {
      inUse: rows.filter(({ inUse }) => inUse).map(({ number }) => number),
      others: rows.filter(({ inUse }) => !inUse).map(({ number }) => number),
    }
  }

  it('are not in use until they are taken, those of orders that came meanwhile included', async () => {
    const staged = await stage()
    await put(db, place, { id: 'A-3', number: 'A-3' })
    expect(await claimed()).toEqual({ inUse: [], others: ['A-1', 'A-2'] })
    expect(await take(staged)).toBe(true)
    expect(await claimed()).toEqual({ inUse: ['A-1', 'A-2', 'A-3'], others: [] })
    await discardStaged(db, staged)
    expect(await claimed()).toEqual({ inUse: ['A-1', 'A-2', 'A-3'], others: [] })
  })

  it('are given up with what they claimed, and staged anew beside those in use', async () => {
    await discardStaged(db, await stage())
    expect(await claimed()).toEqual({ inUse: [], others: [] })
    expect(await take(await stage())).toBe(true)
    const again = await stage()
    expect(await claimed()).toEqual({ inUse: ['A-1', 'A-2'], others: ['A-1', 'A-2'] })
    expect(await take(again)).toBe(true)
    await discardStaged(db, again)
    expect(await claimed()).toEqual({ inUse: ['A-1', 'A-2'], others: [] })
  })

  it('are swept where their server died, and neither while it works nor once they are in use', async () => {
    const staged = await stage()
    await sweepSwitches(db)
    expect(await claimed()).toEqual({ inUse: [], others: ['A-1', 'A-2'] })
    await db.query(
      `update number_switch set started_at = now() - interval '61 minutes' where integration_key = $1`,
      [one.key],
    )
    expect(await sweepSwitches(db)).toBe(1)
    expect(await claimed()).toEqual({ inUse: [], others: [] })
    expect(await take(staged)).toBe(false)

    expect(await take(await stage())).toBe(true)
    await stage()
    // As a put does that moves a number; then the server dies before it drops what it claimed.
    await db.query('delete from number_switch where integration_key = $1', [one.key])
    expect(await claimed()).toEqual({ inUse: ['A-1', 'A-2'], others: ['A-1', 'A-2'] })
    expect(await sweepSwitches(db)).toBe(1)
    expect(await claimed()).toEqual({ inUse: ['A-1', 'A-2'], others: [] })
    expect(await sweepSwitches(db)).toBe(0)
  })

  it('are not taken once a number or a date changed, an answer was asked for, or another switch began', async () => {
    const changes: (() => Promise<unknown>)[] = [
      () => put(db, place, { id: 'A-1', number: 'B-1' }),
      () => put(db, place, { id: 'A-2', number: 'A-2', placedAt: '2026-03-02T10:00:00+05:00' }),
      async () =>
        openBatch(db, {
          ...{ integrationKey: one.key, sessionId: await openSession(db, one.key), by: 'query' as const },
        }),
    ]
    for (const change of changes) {
      const staged = await stage()
      await change()
      expect(await take(staged)).toBe(false)
    }
    expect(await stageNumbers(db, renumbered())).toBeUndefined()
    await db.query(`update outbox_batch set state = 'abandoned' where integration_key = $1`, [one.key])
    const first = await stage()
    const second = await stage()
    expect(await take(first)).toBe(false)
    await discardStaged(db, first)
    expect(await take(second)).toBe(true)
    expect(await claimed()).toEqual({ inUse: ['A-2', 'B-1'], others: [] })
  })

  it('are refused with the orders that would be one document, also if one of them came meanwhile', async () => {
    const staged = await stage()
    await put(db, place, { id: 'other', number: 'a-1' })
    await expect(take(staged)).rejects.toMatchObject({
      ...{ code: 'number-taken', message: expect.stringContaining('other') },
    })
    await discardStaged(db, staged)
    await expect(stageNumbers(db, renumbered())).rejects.toMatchObject({
      ...{ code: 'number-taken', message: expect.stringContaining('A-1') },
    })
    expect(await claimed()).toEqual({ inUse: [], others: [] })
    const { rowCount } = await db.query('select from number_switch where integration_key = $1', [one.key])
    expect(rowCount).toBe(0)
  })

  it('are claimed while the company is locked, where they are overtaken again and again', async () => {
    const before = { ...renumbered(), settings: { ...PAID_BY_CARD, client: 'ut' as const } }
    let tries = 0
    await withStagedNumbers(db, before, PLATFORM, async apply => {
      await put(db, place, { id: 'A-1', number: `C-${++tries}` })
      await db.transaction(async tx => {
        await lockCompanies(tx, 'rules', 'exclusive', [place.companyId])
        await tx.query('update integration set settings = $2 where key = $1', [one.key, PLATFORM])
        await apply(tx, { ...before, settings: PLATFORM } as never, before.settings)
      })
    })
    expect(tries).toBe(4)
    expect(await claimed()).toEqual({ inUse: ['A-2', 'C-4'], others: [] })
    expect(refusal(await put(db, place, { id: 'late', number: 'c-4' }))).toBe('number-taken')
    expect(accepted(await put(db, place, { id: 'A-1', number: 'C-5' })).revision).toBe(6)
    expect(await claimed()).toEqual({ inUse: ['A-2', 'C-5'], others: [] })
  })
})
