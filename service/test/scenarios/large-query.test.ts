import { createBase, documentsOf, runExchange } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { newPlatform, sampleOrder, startTestServer } from '../support/app/test-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'

/** Many pages. */
const COUNT = 3000
const CHANGED = COUNT / 20

describeOnNewestPostgres('3,000 orders', pg => {
  it('go out in one query while others change, and each is in 1C once', { timeout: 300_000 }, async () => {
    await using server = await startTestServer(await pg.freshDatabase())
    const platform = await newPlatform(server)
    const one = await platform.connect({ batchlimit: COUNT * 2 })
    const send = async (orders: object[]): Promise<object[]> => (await platform.batch(orders)).body
    const order = (index: number, changes: object = {}) =>
      sampleOrder(platform.companyId, { id: `o-${index}`, ...changes })
    const saved = await send(Array.from({ length: COUNT }, (_, index) => order(index)))
    expect(saved).toHaveLength(COUNT)

    const base = createBase('bp', { detail: 'brief' })
    const exchange = (onStep?: (step: { name: string }) => Promise<void>) =>
      runExchange(base, {
        url: `${server.url}/1c`,
        login: one.login,
        password: one.password,
        ...(onStep && { onStep }),
      })
    let changes: Promise<unknown> | undefined
    const first = await exchange(async ({ name }) => {
      // Some changes fall before their order is read out, some after it, some after the whole answer.
      if (name === 'checkauth')
        changes = send(Array.from({ length: CHANGED }, (_, index) => order(index * 20, { comment: 'позже' })))
      if (name === 'query') await platform.put(`o-${COUNT - 1}`, { comment: 'между' })
    })
    expect(await changes).toHaveLength(CHANGED)
    expect([first.confirmed, first.counts.documents]).toEqual([true, COUNT])
    const second = await exchange()
    expect(second.counts.documents).toBeGreaterThanOrEqual(1)
    expect(second.counts.documents).toBeLessThanOrEqual(CHANGED + 1)
    expect((await exchange()).counts.documents).toBe(0)
    for (let number = 1; number <= COUNT; number++)
      if (documentsOf(base, String(number)).length !== 1) throw new Error(`order ${number} is not in 1C once`)
    const { body } = await platform.call('GET', '/api/v1/orders?state=owed')
    expect(body.items).toEqual([])
    // What 1C has last is what the platform said last.
    const { rows } = await server.db.query<{ behind: number }>(
      'select count(*)::int as behind from outbox_entry where confirmed_revision <> latest_revision',
    )
    expect(rows[0]!.behind).toBe(0)
  })
})
