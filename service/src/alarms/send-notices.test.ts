import type { Socket } from 'node:net'
import { beforeEach, expect, it } from 'vitest'
import { openMailServer } from '../../test/support/alarms/mail-server.js'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { makeLocation } from '../../test/support/location.js'
import { openReceiver } from '../../test/support/webhooks/receiver.js'
import { type Config, readConfig } from '../config.js'
import type { Database } from '../db/database.js'
import { createLog } from '../log.js'
import { lastFailures } from './last-failures.js'
import { hasDueNotices, sendNotices } from './send-notices.js'

describeOnEachPostgres('people are told of alarms', pg => {
  let db: Database
  let whose: { userId: string; locationId: string }
  let email: string
  beforeEach(async () => {
    db = await pg.freshDatabase()
    const { locationId } = await makeLocation(db)
    const { rows } = await db.query<{ id: string; email: string }>(
      'update user_account set created_at = created_at returning id, email',
    )
    whose = { userId: rows[0]!.id, locationId }
    email = rows[0]!.email
  })

  /** An alarm, and a notice of it that is due. */
  async function plan(cause: string, { channel = 'mail', kind = 'open', facts = {} } = {}): Promise<string> {
    const { rows } = await db.query<{ id: string }>(
      `with raised as (
         insert into alarm (location_id, cause, subject, began_at, noticed_at, checked_at, opened_at, ended_at,
                            facts)
         values ($1, $2, gen_random_uuid(), '2026-12-01T09:00Z', now(), now(), now(),
                 case when $3 = 'over' then now() end, $4) returning key, id)
       , noted as (insert into alarm_notice (alarm_key, user_id, channel, kind, due_at)
                   select key, $5, $6, $3, now() from raised)
       select id from raised`,
      [whose.locationId, cause, kind, JSON.stringify(facts), whose.userId, channel],
    )
    return rows[0]!.id
  }

  const send = (changes: Partial<Config>) =>
    sendNotices({
      ...{
        db,
        config: { ...readConfig({ ALLOW_PRIVATE_ADDRESSES: 'yes' }), ...changes },
        log: createLog('silent'),
      },
      ...{ publicUrl: () => 'https://obmen.example.ru', signal: new AbortController().signal },
    })

  /** Makes what was planned later, or claimed, that much earlier. */
  const pass = (time: string) =>
    db.query(
      'update alarm_notice set due_at = due_at - $1::interval, claimed_at = claimed_at - $1::interval',
      [time],
    )

  it('all that is due goes in one mail, worst first, and later mails continue it', async () => {
    await using server = await openMailServer()
    await plan('held', { facts: { integrationName: 'Бухгалтерия', orders: 500 } })
    const id = await plan('refused', { facts: { integrationId: '7', integrationName: 'Бухгалтерия' } })
    await send({ smtpUrl: server.url })
    await send({ smtpUrl: server.url })
    expect(server.received).toHaveLength(1)
    const [mail] = server.received
    expect(mail!.to).toBe(email)
    expect(mail!.headers.subject).toMatch(/^1С «Бухгалтерия» не может войти \(и ещё 1\) · Технопарк/)
    expect(mail!.text).toContain('С 1 декабря в 14:00.')
    expect(mail!.text).toContain('500 заказов')
    expect(mail!.text).toContain(`https://obmen.example.ru/integrations/7?location=${whose.locationId}`)
    await db.query(
      `insert into alarm_notice (alarm_key, user_id, channel, kind, due_at)
       select key, $2, 'mail', 'still', now() from alarm where id = $1`,
      [id, whose.userId],
    )
    await send({ smtpUrl: server.url })
    expect(server.received[1]!.headers.subject).toMatch(/^Всё ещё: 1С/)
    expect(server.received[1]!.headers.references).toBe(mail!.headers['message-id'])
  })

  it('any number of alarms of a location is one mail, which tells fifty of them in full', async () => {
    await using server = await openMailServer()
    for (let number = 0; number < 53; number++) await plan('silent')
    await send({ smtpUrl: server.url })
    expect(server.received).toHaveLength(1)
    expect(server.received[0]!.headers.subject).toContain('(и ещё 52)')
    expect(server.received[0]!.text).toContain('И ещё 3 из того')
    expect(server.received[0]!.text.split('Что делать')).toHaveLength(51)
  })

  it('a mail server that hangs holds up no chat; its failure is shown, and tried again', async () => {
    await using chat = await openReceiver()
    let hangs = false
    const onMailFrom = (): void => {
      hangs = true
    }
    const hanging = await openMailServer({ onMailFrom })
    const settings = { channels: { telegram: { enabled: true, chatId: '5' } } }
    await db.query('insert into alarm_settings values ($1, $2, $3)', [
      ...[whose.userId, whose.locationId, JSON.stringify(settings)],
    ])
    await plan('refused')
    await plan('refused', { channel: 'telegram' })
    const sending = send({
      ...{ smtpUrl: hanging.url, telegramBotToken: '12:abcdefgh', telegramApiUrl: chat.url },
    })
    await expect.poll(() => chat.received.length).toBe(1)
    await expect.poll(() => hangs).toBe(true)
    await hanging[Symbol.asyncDispose]()
    await sending
    expect(await lastFailures(db, whose)).toMatchObject([
      {
        channel: 'mail',
        message: expect.stringContaining('421'),
        reason: { code: 'channel-answer' },
      },
    ])
    expect(await hasDueNotices(db)).toBe(false)
    await pass('1 minute')
    await using server = await openMailServer()
    await send({ smtpUrl: server.url })
    expect(server.received).toHaveLength(1)
    expect(await lastFailures(db, whose)).toEqual([])
  })

  it('what a dead server had claimed is sent an hour later, once', async () => {
    await using server = await openMailServer()
    await plan('silent')
    await db.query('update alarm_notice set claimed_at = now(), attempts = 1')
    await pass('59 minutes')
    await send({ smtpUrl: server.url })
    expect(server.received).toEqual([])
    await pass('1 minute')
    await Promise.all([1, 2, 3].map(() => send({ smtpUrl: server.url })))
    expect(server.received).toHaveLength(1)
  })

  it('a mail whose answer got lost, and which may have arrived, comes again an hour later', async () => {
    let taken = 0
    await using hushed = await openMailServer({
      onData(this: { connections: Set<{ _socket: Socket }> }, stream) {
        stream.resume().on('end', () => {
          taken++
          for (const { _socket: socket } of this.connections) socket.destroy()
        })
      },
    })
    await plan('silent')
    await send({ smtpUrl: hushed.url })
    expect(taken).toBe(1)
    expect(await lastFailures(db, whose)).toHaveLength(1)
    await using server = await openMailServer()
    await pass('59 minutes')
    await send({ smtpUrl: server.url })
    expect(server.received).toEqual([])
    await pass('1 minute')
    await send({ smtpUrl: server.url })
    expect(server.received).toHaveLength(1)
  })

  it.each([
    ['left the location', 'delete from user_role'],
    ['sees that company no more', `update user_role set role = 'accountant', company_ids = '{}'`],
  ])('who %s is no longer told', async (_, change) => {
    await using server = await openMailServer()
    await plan('silent')
    await db.query(change)
    await send({ smtpUrl: server.url })
    expect(server.received).toEqual([])
    expect(await hasDueNotices(db)).toBe(false)
  })
})
