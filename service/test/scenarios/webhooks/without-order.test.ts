import type { IntegrationState } from '@obmen/contract'
import { expect, it } from 'vitest'
import type { NewEvent } from '../../../src/events/event.js'
import { recordEvents } from '../../../src/events/record-events.js'
import { type Connected1C, newPlatform, startTestServer } from '../../support/app/test-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { failing } from '../../support/webhooks/receiver.js'
import { useWebhooks, WITHIN } from '../../support/webhooks/webhook-test.js'

describeOnNewestPostgres('events of a webhook that have no order', pg => {
  const t = useWebhooks(pg)

  /** An integration, and a webhook of all types that no failures of these tests pause. */
  const start = async (): Promise<{ kassa: Connected1C; webhookId: string }> => {
    await t.server[Symbol.asyncDispose]()
    t.server = await startTestServer(t.db, { allowPrivateAddresses: 'yes', webhookPauseAfter: 1000 })
    t.platform = await newPlatform(t.server)
    const kassa = await t.platform.connect()
    const { id } = await t.make({ types: ['*'] })
    return { kassa, webhookId: id }
  }
  const record = async (of: Connected1C, ...events: NewEvent[]): Promise<void> => {
    const { rows } = await t.db.query<{ key: number }>('select key from integration where id = $1', [of.id])
    await t.db.transaction(tx =>
      recordEvents(
        tx,
        events.map(event => ({ ...event, integrationKey: rows[0]!.key })),
      ),
    )
  }
  const unknown: NewEvent = {
    type: 'document.unknown',
    data: {
      documentId: null,
      numberIn1c: '77',
      documentNumber: null,
      documentDate: null,
      reason: 'нет заказа',
    },
  }
  const updated: NewEvent = {
    type: 'catalogue.updated',
    data: { whole: false, added: 1, changed: 0, gone: 0, brokenLinks: [] },
  }
  const stateChanged = (state: IntegrationState): NewEvent => ({
    type: 'integration.state.changed',
    data: { state, previousState: null, since: new Date().toISOString(), reason: null },
  })
  const received = (type: string) => t.receiver.received.filter(({ event }) => event.type === type)
  /** As received, without repetitions. */
  const states = () => [
    ...new Set(received('integration.state.changed').map(({ event }) => event.data.state)),
  ]
  const failedOf = async (webhookId: string, type: string): Promise<{ id: number }[]> =>
    (await t.attempts(webhookId, 'failed')).filter((one: { type: string }) => one.type === type)

  it('hold back no others when they fail, but states of an integration come in order', async () => {
    const { kassa, webhookId } = await start()
    t.receiver.answer = failing(
      ({ event }) => event.type === 'document.unknown' || event.data.state === 'silent',
    )
    await record(kassa, unknown, updated, stateChanged('silent'), stateChanged('exchanging'), updated)
    await expect.poll(() => received('catalogue.updated').length, WITHIN).toBe(2)
    await expect.poll(() => failedOf(webhookId, 'document.unknown'), WITHIN).not.toHaveLength(0)
    await expect.poll(() => failedOf(webhookId, 'integration.state.changed'), WITHIN).not.toHaveLength(0)
    expect(states()).toEqual(['silent'])
    t.receiver.answer = failing(({ event }) => event.type === 'document.unknown')
    const [failed] = await failedOf(webhookId, 'integration.state.changed')
    const retried = async () => {
      await t.call('POST', `/${webhookId}/attempts/${failed!.id}/retry`)
      return states()
    }
    await expect.poll(retried, { ...WITHIN, interval: 500 }).toEqual(['silent', 'exchanging'])
  })
})
