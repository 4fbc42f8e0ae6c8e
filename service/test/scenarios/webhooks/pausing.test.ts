import { expect, it } from 'vitest'
import { EVENTS_CHANNEL } from '../../../src/events/event.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { failing } from '../../support/webhooks/receiver.js'
import { useWebhooks, WITHIN } from '../../support/webhooks/webhook-test.js'

describeOnNewestPostgres('paused webhooks', pg => {
  const t = useWebhooks(pg)

  /** Three events that failed, and one that was not tried yet: as long ago, nothing but the last of them is due for hours. */
  const pausedFor = async (what: string): Promise<{ id: string }> => {
    const kassa = await t.platform.connect()
    const webhook = await t.make()
    t.receiver.answer = failing(() => true)
    await t.exported(kassa, 'a', 'b', 'c')
    await expect.poll(async () => (await t.get(webhook.id)).state, WITHIN).toBe('paused')
    expect(await t.get(webhook.id)).toMatchObject({ stateReason: 'failing', failures: 3 })
    await t.exported(kassa, what)
    await expect.poll(() => t.attempts(webhook.id, 'pending'), WITHIN).toHaveLength(4)
    await t.db.query(
      `update webhook_attempt set number = 10, due_at = now() + interval '8 hours' where state = 'pending' and number > 1`,
    )
    return webhook
  }
  /** As if the pause before the next try were over. */
  const hurry = () => t.db.query(`update webhook_attempt set due_at = now() where state = 'pending'`)
  const probe = async () => {
    await t.db.query(`update webhook set probe_at = now()`)
    await t.db.query(`select pg_notify('${EVENTS_CHANNEL}', '')`)
  }
  /** Ids of the orders of what came after the first `before` calls. */
  const told = (before: number) =>
    t.receiver.received
      .slice(before)
      .map(({ event }) => event.data.orderId)
      .toSorted()

  it.each([
    ['by themselves when one arrives', probe],
    ['when a person resumes them', ({ id }: { id: string }) => t.call('PATCH', `/${id}`, { enabled: true })],
  ])(
    'pause when they only fail, and catch up %s, whatever was to be tried much later',
    async (_how, resume) => {
      const webhook = await pausedFor('d')
      const before = t.receiver.received.length
      t.receiver.answer = failing(() => false)
      await resume(webhook)
      await expect.poll(async () => (await t.get(webhook.id)).pending, WITHIN).toBe(0)
      expect(await t.get(webhook.id)).toMatchObject({ state: 'active', failures: 0, failingSince: null })
      expect(told(before)).toEqual(['a', 'b', 'c', 'd'])
    },
  )

  it('are tried while they are paused, whenever it is time, one event after another', async () => {
    const webhook = await pausedFor('d')
    await t.db.query(
      `update webhook_attempt set due_at = now() - interval '1 minute' where state = 'pending'`,
    )
    const before = t.receiver.received.length
    for (let tries = 1; tries <= 8; tries++) {
      await probe()
      await expect.poll(async () => (await t.get(webhook.id)).failures, WITHIN).toBe(3 + tries)
    }
    expect(told(before)).toEqual(['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'])
  })

  it('are tried while paused with an event that is kept, whatever was forgotten before it', async () => {
    const webhook = await pausedFor('d')
    await t.db.query(
      `delete from event where key in (select event_key from webhook_attempt where state = 'pending' and number = 1)`,
    )
    await t.db.query(
      `update webhook_attempt set due_at = now() - case number when 1 then interval '1 day' else interval '1 hour' end
        where state = 'pending'`,
    )
    t.receiver.answer = failing(() => false)
    const before = t.receiver.received.length
    await probe()
    await expect.poll(async () => (await t.get(webhook.id)).pending, WITHIN).toBe(0)
    expect(told(before)).toEqual(['a', 'b', 'c'])
  })

  it('are tried with what has not failed yet, and stay active whatever is refused for good', async () => {
    const webhook = await pausedFor('d')
    await t.db.query(
      `update webhook_attempt set due_at = now() - interval '1 day' where state = 'pending' and number > 1`,
    )
    t.receiver.answer = failing(({ event }) => event.data.orderId !== 'd')
    const before = t.receiver.received.length
    await probe()
    await expect.poll(() => t.attempts(webhook.id, 'failed'), WITHIN).toHaveLength(6)
    expect(told(before)).toEqual(['a', 'b', 'c', 'd'])
    expect(t.receiver.received[before]!.event.data.orderId).toBe('d')
    expect(await t.get(webhook.id)).toMatchObject({ state: 'active', failures: 1, pending: 3 })
  })

  it('drop no event while they are paused, however long, nor at the first failure after that', async () => {
    const kassa = await t.platform.connect()
    const webhook = await t.make()
    t.receiver.answer = failing(() => true)
    await t.exported(kassa, 'a', 'b', 'c')
    await expect.poll(async () => (await t.get(webhook.id)).state, WITHIN).toBe('paused')
    const probeLater = async () => {
      await hurry()
      await t.db.query(
        `update webhook_attempt set first_tried_at = now() - interval '73 hours' where state = 'pending'`,
      )
      await t.db.query(`update webhook set state_since = now() - interval '73 hours', probe_at = now()`)
    }
    await probeLater()
    await expect.poll(async () => (await t.get(webhook.id)).failures, WITHIN).toBe(4)
    expect(await t.attempts(webhook.id, 'pending')).toHaveLength(3)
    // The first one arrives, and the second one fails once more.
    let calls = 0
    t.receiver.answer = failing(() => ++calls === 2)
    await probeLater()
    await expect.poll(() => t.attempts(webhook.id, 'failed'), WITHIN).toHaveLength(5)
    await expect.poll(async () => (await t.get(webhook.id)).state, WITHIN).toBe('active')
    await expect
      .poll(async () => {
        await hurry()
        return (await t.attempts(webhook.id, 'delivered'))
          .map((one: { orderId: string }) => one.orderId)
          .toSorted()
      }, WITHIN)
      .toEqual(['a', 'b', 'c'])
  })
})
