import { expect, it } from 'vitest'
import { watchAlarms } from '../../src/alarms/watch.js'
import { readConfig } from '../../src/config.js'
import { openMailServer } from '../support/alarms/mail-server.js'
import { startServing } from '../support/app/serving.js'
import { newPlatform, oneC, sampleOrder, startTestServer } from '../support/app/test-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'

const SOON = { timeout: 60_000 }

describeOnNewestPostgres('who runs a location', pg => {
  it('gets one mail of a silent 1C for which 500 orders wait, one reminder, one that it is over', async () => {
    await using mails = await openMailServer()
    const db = await pg.freshDatabase()
    await using server = await startTestServer(db, { smtpUrl: mails.url, allowPrivateAddresses: 'yes' })
    const platform = await newPlatform(server)
    const connected = await platform.connect()
    await oneC(server, connected).exchange()
    const ids = Array.from({ length: 500 }, (_, number) => `o-${number}`)
    await platform.batch(ids.map(id => sampleOrder(platform.companyId, { id, number: undefined })))
    await db.query(
      `update integration set last_seen_at = now() - interval '9 days',
              created_at = now() - interval '20 days', password_changed_at = now() - interval '20 days'`,
    )
    await db.query(`update outbox_entry set owed_since = now() - interval '2 days'`)
    const look = () =>
      watchAlarms(db, { ...readConfig({ ALLOW_PRIVATE_ADDRESSES: 'yes' }), smtpUrl: mails.url })
    const sent = async () => (await db.query('select from alarm_notice where sent_at is not null')).rowCount
    const arrived = async (count: number) => {
      await expect.poll(sent, SOON).toBe(count)
      expect(mails.received).toHaveLength(count)
    }

    await look()
    await arrived(1)
    const [first] = mails.received
    expect(first!.headers.subject).toMatch(/^1С «Бухгалтерия» молчит/)
    expect(first!.text).toContain('Ждут 500 заказов.')
    await look()
    await db.query(`update alarm_notice set sent_at = sent_at - interval '1 hour'`)
    await look()
    await arrived(2)
    await oneC(server, connected).exchange()
    await look()
    await arrived(3)
    expect(mails.received.map(({ headers }) => headers.subject!.split(' ')[0])).toEqual([
      ...['1С', 'Всё', 'Закончилось:'],
    ])
    for (const { headers } of mails.received.slice(1))
      expect(headers.references).toBe(first!.headers['message-id'])
  })

  it('is told by another server, an hour later and once, what a killed one was sending', async () => {
    let hold = true
    await using mails = await openMailServer({
      onRcptTo: (_address, _session, done) => {
        if (!hold) done()
      },
    })
    const db = await pg.freshDatabase()
    const serving = await startServing({
      DATABASE_URL: db.url,
      SMTP_URL: mails.url,
      ALLOW_PRIVATE_ADDRESSES: 'yes',
    })
    const { locationId } = await newPlatform({ db, url: serving.address })
    await db.query(
      `with stopped as (
         insert into webhook (location_id, url, types, secret, position, state, state_reason, state_since)
         values ($1, 'https://example.ru/', '{*}', 's', 0, 'paused', 'failing', now()) returning id),
       raised as (
         insert into alarm (location_id, cause, subject, began_at, noticed_at, checked_at, opened_at, facts)
         select $1, 'webhook-stopped', id, now(), now(), now(), now(), '{}' from stopped returning key)
       insert into alarm_notice (alarm_key, user_id, channel, kind, due_at)
       select key, (select id from user_account), 'mail', 'open', now() from raised`,
      [locationId],
    )
    const claimed = async () =>
      (await db.query('select from alarm_notice where claimed_at is not null')).rowCount
    await expect.poll(claimed, SOON).toBe(1)
    serving.process.kill('SIGKILL')
    await serving.ended
    hold = false
    await using _ = await startTestServer(db, { smtpUrl: mails.url, allowPrivateAddresses: 'yes' })
    // The other server looks for what is due every five seconds.
    await db.query(`update alarm_notice set claimed_at = now() - interval '59 minutes'`)
    const looked = async () =>
      (await db.query(`select from graphile_worker.jobs where key = 'find-work'`)).rowCount
    await expect.poll(looked, SOON).toBe(1)
    expect(mails.received).toEqual([])
    await db.query(`update alarm_notice set claimed_at = claimed_at - interval '1 minute'`)
    await expect.poll(() => mails.received.length, SOON).toBe(1)
    expect(
      (await db.query(`select from alarm_notice where sent_at is not null and kind = 'open'`)).rowCount,
    ).toBe(1)
  })
})
