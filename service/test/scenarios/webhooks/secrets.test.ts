import { expect, it } from 'vitest'
import { runObmen } from '../../support/app/run-obmen.js'
import { startServing } from '../../support/app/serving.js'
import { platformAt, startTestServer } from '../../support/app/test-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { verify } from '../../support/webhooks/receiver.js'
import { useWebhooks, WITHIN } from '../../support/webhooks/webhook-test.js'

describeOnNewestPostgres('secrets of webhooks', pg => {
  const t = useWebhooks(pg)
  const rotate = async (id: string): Promise<string> => (await t.call('POST', `/${id}/secret`)).body.secret
  const stored = async (): Promise<string> =>
    JSON.stringify((await t.db.query('select secret, old_secret, older_secrets from webhook')).rows)

  it('are stored encrypted, each of them, and sign as before', async () => {
    const kassa = await t.platform.connect()
    const { id, secret } = await t.make()
    const secrets = [secret, await rotate(id), await rotate(id)]
    expect((await stored()).match(/"v1:/g)).toHaveLength(3)
    expect(await stored()).not.toContain('whsec')
    await t.exported(kassa, 'a')
    await expect.poll(() => t.receiver.received.length, WITHIN).toBe(1)
    for (const one of secrets) expect(() => verify(one, t.receiver.received[0]!)).not.toThrow()
  })

  it('of an earlier release are encrypted at the start, by whichever server, and sign as before', async () => {
    const kassa = await t.platform.connect()
    await t.make()
    const secrets = ['YWFh', 'YmJi', 'Y2Nj'].map(text => `whsec_${text}`)
    // More of them than one step encrypts.
    await t.db.query(
      `insert into webhook (location_id, url, types, secret, position)
       select location_id, url, '{task.created}', secret, position from webhook, generate_series(1, 150)`,
    )
    await t.db.query(
      `update webhook set secret = $1, old_secret = $2, old_secret_until = now() + interval '1 hour',
         older_secrets = jsonb_build_array(jsonb_build_object('secret', $3::text, 'until', now() + interval '1 hour'))`,
      secrets,
    )
    await t.server[Symbol.asyncDispose]()
    const settings = { allowPrivateAddresses: 'yes' } as const
    const servers = await Promise.all([startTestServer(t.db, settings), startTestServer(t.db, settings)])
    t.server = servers[0]
    await using _other = servers[1]
    expect(await stored()).not.toContain('whsec')
    t.platform = platformAt(t.server.url, t.platform)
    await t.exported(kassa, 'a')
    await expect.poll(() => t.receiver.received.length, WITHIN).toBe(1)
    for (const one of secrets) expect(() => verify(one, t.receiver.received[0]!)).not.toThrow()
  })

  it('are made anew after the key was lost; until then no server starts with another key', async () => {
    const { id, secret } = await t.make()
    await t.server[Symbol.asyncDispose]()
    const env = { DATABASE_URL: t.db.url, SECRET_KEY: 'another key, of 32 characters too' }
    expect(await runObmen(['serve'], { ...env, PORT: '0' })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('obmen secrets reset'),
    })
    const noKey = { DATABASE_URL: t.db.url }
    expect(await runObmen(['check'], noKey)).toMatchObject({ exitCode: 0 })
    expect(await runObmen(['secrets', 'reset'], noKey)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('вебхуков: 1'),
    })

    await using serving = await startServing({ ...env, ALLOW_PRIVATE_ADDRESSES: 'yes' })
    expect(await stored()).not.toContain('whsec')
    t.platform = platformAt(serving.address, t.platform)
    const made = await rotate(id)
    await t.call('POST', `/${id}/test`)
    await expect.poll(() => t.receiver.received.length, WITHIN).toBe(1)
    expect(() => verify(made, t.receiver.received[0]!)).not.toThrow()
    expect(() => verify(secret, t.receiver.received[0]!)).toThrow()
  })
})
