import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { makePlace } from '../../../test/support/place.js'
import { deleteWebhook } from '../change-webhook.js'
import { sweepAttempts } from './sweep-attempts.js'

describeOnEachPostgres('attempts of webhooks', pg => {
  it('are forgotten when they are old, and after their webhook was removed', async () => {
    const db = await pg.freshDatabase()
    const { locationId } = await makePlace(db)
    const { rows: webhooks } = await db.query<{ key: number; id: string }>(
      `insert into webhook (location_id, url, types, secret, position)
       select $1, 'https://platform.example.ru/' || n, '{*}', 'secret', 0 from generate_series(1, 3) n returning key, id`,
      [locationId],
    )
    await db.query(
      `insert into webhook_attempt (webhook_key, event_key, event_position, event_type, chain, created_at)
       select w.key, a, a, 'order.exported', 'order:' || a, now() - a * interval '20 days' from webhook w, generate_series(1, 2) a`,
    )
    const left = async () => {
      const { rows } = await db.query<{ key: number; attempts: number }>(
        'select webhook_key as key, count(*) as attempts from webhook_attempt group by 1 order by 1',
      )
      return rows
    }
    const [first, removed, last] = webhooks.toSorted((a, b) => a.key - b.key)
    await deleteWebhook(db, locationId, removed!.id)
    expect(await left()).toEqual(webhooks.map(({ key }) => ({ key, attempts: 2 })))
    expect(await sweepAttempts(db, 30)).toBe(4)
    expect(await left()).toEqual([first!, last!].map(({ key }) => ({ key, attempts: 1 })))
  })
})
