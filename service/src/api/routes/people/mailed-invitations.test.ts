import { expect, it } from 'vitest'
import { openMailServer } from '../../../../test/support/alarms/mail-server.js'
import { signInAs } from '../../../../test/support/app/person.js'
import { newPlatform, startTestServer } from '../../../../test/support/app/test-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'
import { pauseSending } from '../../../backup/sending.js'

const SOON = { timeout: 60_000 }

describeOnNewestPostgres('with SMTP_URL an invitation', pg => {
  const start = async (smtpUrl: string) => {
    const server = await startTestServer(await pg.freshDatabase(), { smtpUrl, allowPrivateAddresses: 'yes' })
    await newPlatform(server)
    const { rows } = await server.db.query<{ email: string }>('select email from user_account')
    return { server, person: await signInAs(server, rows[0]!.email, 'dolgiy-parol-1') }
  }

  it('is mailed with its link, which waits encrypted', async () => {
    await using mails = await openMailServer()
    const { server, person } = await start(mails.url)
    await using _ = server
    await server.db.query(`create table kept as select null::json as payload where false;
      create function keep() returns trigger language plpgsql as $$
        begin insert into kept values (new.payload); return new; end $$;
      create trigger keep after insert on graphile_worker._private_jobs for each row execute function keep()`)
    const made = await person.call('POST', '/invitations', { email: 'new@example.ru' })
    expect(made.body).toMatchObject({ mailed: true, mailFailure: null })
    await expect.poll(() => mails.received.length, SOON).toBe(1)
    expect(mails.received[0]).toMatchObject({ to: 'new@example.ru' })
    expect(mails.received[0]!.text).toContain(made.body.url)
    expect(mails.received[0]!.html).toContain(`href="${made.body.url}"`)
    const { rows } = await server.db.query<{ kept: string }>(
      `select string_agg(payload::text, ' ') as kept from kept`,
    )
    expect(rows[0]!.kept).toContain(made.body.id)
    expect(rows[0]!.kept).not.toContain(made.body.url.split('/').at(-1))

    // Of a restored copy it would lead to the server at work: whoever invites is told to pass it on.
    await pauseSending(server.db)
    const unsent = await person.call('POST', '/invitations', { email: 'newer@example.ru' })
    expect(unsent.body).toMatchObject({ mailed: false, url: expect.any(String) })
    const queued = `select from graphile_worker.jobs where task_identifier = 'mail-invitation'`
    expect((await server.db.query(queued)).rowCount).toBe(0)
  })

  it('is made although its mail fails, and the list says why', async () => {
    const { server, person } = await start('smtp://127.0.0.1:1')
    await using _ = server
    const made = await person.call('POST', '/invitations', { email: 'new@example.ru' })
    expect(made.status).toBe(201)
    const listed = async () => (await person.call('GET', '/invitations')).body.items[0]
    await expect.poll(async () => (await listed()).mailFailureReason?.code, SOON).toBe('channel-unreachable')
    expect((await listed()).mailFailure).toMatch(/127\.0\.0\.1/)
  })
})
