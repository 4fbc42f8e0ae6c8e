import { expect, it } from 'vitest'
import { openMailServer } from '../../../test/support/alarms/mail-server.js'
import { signInAs } from '../../../test/support/app/person.js'
import { newPlatform, startTestServer } from '../../../test/support/app/test-server.js'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'

describeOnNewestPostgres('a channel of alarms', pg => {
  it('is tried at once: the message comes, or words say why not', async () => {
    await using mails = await openMailServer()
    await using server = await startTestServer(await pg.freshDatabase(), {
      smtpUrl: mails.url,
      allowPrivateAddresses: 'yes',
    })
    await newPlatform(server)
    const { rows } = await server.db.query<{ email: string }>('select email from user_account')
    const { email } = rows[0]!
    const person = await signInAs(server, email, 'dolgiy-parol-1')
    await person.call('PATCH', '/me', { locale: 'en' })
    const test = (channel: string) => person.call('POST', '/alarms:test', { channel })

    expect(await test('mail')).toMatchObject({ status: 200, body: { sent: true } })
    expect(mails.received[0]).toMatchObject({ to: email, text: expect.stringContaining('messages arrive') })
    const refused = await test('telegram')
    expect(refused).toMatchObject({ status: 422, body: { reason: 'channel-not-configured' } })
    expect(refused.body.detail).toContain('TELEGRAM_BOT_TOKEN')
    expect(await test('webhook')).toMatchObject({ status: 422, body: { reason: 'channel-incomplete' } })
    const url = 'http://127.0.0.1:1/hooks'
    await person.call('PUT', '/me/alarms', { channels: { webhook: { enabled: true, url } } })
    expect(await test('webhook')).toMatchObject({ body: { params: { why: 'connection-failed' } } })
  })
})
