import { beforeAll, beforeEach, expect, it } from 'vitest'
import { sweepTasks } from '../../src/tasks/write-tasks.js'
import {
  newPlatform,
  oneC,
  type Platform,
  samplePayment,
  startTestServer,
  type TestServer,
} from '../support/app/test-server.js'
import { describeOnEachPostgres } from '../support/databases.js'

describeOnEachPostgres('payments that were asked for before it was kept what became of a task', pg => {
  let server: TestServer
  let platform: Platform
  beforeAll(async () => {
    server = await startTestServer(await pg.freshDatabase())
    return () => server[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    platform = await newPlatform(server)
  })

  const first = samplePayment({ amount: '1000.00' })
  const part = { payments: [first] }
  const failed = { payments: [{ ...first, status: 'failed' }] }
  const inFull = { payments: [first, samplePayment({ id: 'pay-2', amount: '2000.00' })] }
  const again = { comment: 'Ещё раз' }
  const tasks = async () => (await platform.call('GET', '/api/v1/tasks')).body.items
  const held = async (id: string) => {
    const { body } = await platform.call('GET', `/api/v1/integrations/${id}/findings`)
    return body.items.filter(({ code }: { code: string }) => code === 'payment-entered-by-hand')
  }
  /** What became of it is no longer known, as before migration 0062. */
  const notKept = () =>
    server.db.query('update accounting_task set settled = null where location_id = $1', [platform.locationId])
  /** An order of which a part was paid and given to 1C; the task for it settled itself, long ago if so. */
  const settledPart = async (changes: object) => {
    const one = await platform.connect({ client: 'bp' })
    await platform.put('olv-1', part)
    await oneC(server, one).exchange()
    const [task] = await tasks()
    await platform.put('olv-1', changes)
    await notKept()
    return { one, task }
  }

  it('are finished by a person all the same where the task settled itself', async () => {
    const { one, task } = await settledPart(inFull)
    const { body } = await platform.call('POST', `/api/v1/tasks/${task.id}/done`)
    expect(body).toMatchObject({ state: 'done', doneBy: expect.any(String) })
    expect(await held(one.id)).toMatchObject([{ severity: 'blocks', params: { entered: '1000.00' } }])
    expect(await oneC(server, one).exchange()).toEqual([])
  })

  it('are asked for again with their cause where the task settled itself', async () => {
    const { task } = await settledPart(failed)
    expect(await tasks()).toEqual([])
    await platform.put('olv-1', part)
    const [again] = await tasks()
    expect(again).toMatchObject({ id: task.id, code: 'enter-payment', params: { amount: '1000.00' } })
    expect(Date.parse(again.createdAt)).toBeGreaterThan(Date.parse(task.createdAt))
  })

  it('are asked for again with their cause once a task that settled itself is forgotten', async () => {
    await settledPart(failed)
    await server.db.query(`update accounting_task set done_at = done_at - interval '366 days'`)
    await sweepTasks(server.db, 365)
    await platform.put('olv-1', part)
    expect(await tasks()).toMatchObject([{ code: 'enter-payment', params: { amount: '1000.00' } }])
  })

  it('are neither asked for again nor to be undone where it is not known of a forgotten task whether a person finished it', async () => {
    const { one } = await settledPart(failed)
    await server.db.query(
      `with gone as (delete from accounting_task where location_id = $1 returning *)
       insert into forgotten_task (integration_key, order_key, event) select integration_key, order_key, event from gone`,
      [platform.locationId],
    )
    await platform.put('olv-1', { ...failed, ...again })
    expect(await tasks()).toEqual([])
    await platform.put('olv-1', part)
    expect(await tasks()).toEqual([])
    await platform.put('olv-1', inFull)
    expect(await held(one.id)).toMatchObject([{ severity: 'blocks', params: { entered: '1000.00' } }])
  })
})
