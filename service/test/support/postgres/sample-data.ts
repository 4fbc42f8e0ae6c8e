import { createBase, runUpload, writeCatalogue } from '@obmen/simulator'
import { expect } from 'vitest'
import type { Database, Queryable } from '../../../src/db/database.js'
import { requestFindings } from '../../../src/findings/recalculate.js'
import { deleteIntegration } from '../../../src/integrations/delete-integration.js'
import { beginRecalculation } from '../../../src/orders/routing/recalculation.js'
import { invitePerson } from '../../../src/people/invitations.js'
import { makeOperator } from '../../../src/people/roles.js'
import { signInAs } from '../app/person.js'
import { newPlatform, oneC, samplePayment, startTestServer } from '../app/test-server.js'
import { ordersFile, uploadedOrder } from '../from-1c.js'
import { CHEAP_HASHES } from '../location.js'

const EMAIL = 'olga@example.ru'
const PASSWORD = 'dolgiy-parol-7'

/** Uses the service in every way that leaves rows, so that no table stays empty. */
export async function fillEveryTable(db: Database): Promise<void> {
  await using server = await startTestServer(db)
  const platform = await newPlatform(server)
  const kept = await platform.connect({ ordernumber: 'platform', client: 'ut' })
  const removed = await platform.connect({ paymentrules: [{ status: 'unheard-of' }] })
  for (const id of ['olv-17', '\\N', '\\.', 'ёж «№» 🦔']) {
    const put = await platform.put(id, {
      number: undefined,
      comment: 'строка\r\nвторая\\N',
      attributes: { 'Ключ "1"': 'C:\\n' },
    })
    expect(put.status, put.text).toBe(201)
  }
  expect(await oneC(server, kept).exchange()).toHaveLength(4)
  await oneC(server, removed).exchange()
  await platform.put('olv-17', { number: undefined, comment: 'изменён' })
  // What a 1C says of an order, and the platform takes over; and of one that nobody knows.
  const sent = await db.query<{ number: string }>(
    `select e.sent_number as number from outbox_entry e join sale_order o on o.key = e.order_key
       join integration i on i.key = e.integration_key where o.id = 'olv-17' and i.id = $1`,
    [kept.id],
  )
  const number = sent.rows[0]!.number
  const said = ordersFile(uploadedOrder({ number }), uploadedOrder({ number: '404', id: 'unknown' }))
  const base = oneC(server, kept)
  const uploaded = await base.ask('file&filename=orders.xml', { cookie: await base.signIn(), body: said })
  expect(uploaded.text).toBe('success')
  await platform.put('olv-17', { number: undefined, comment: 'перенят' }, { 'obmen-origin': kept.id })
  // Paid back after 1C was told of the payment: the accountant has to do the rest. And held back by a person.
  const refunds = [{ id: 'r-1', amount: '500.00', refundedAt: '2026-11-18T12:00:00+05:00' }]
  const repaid = [samplePayment({ refunds })]
  expect((await platform.put('\\.', { number: undefined, payments: repaid })).status).toBe(200)
  await platform.call('POST', '/api/v1/orders/olv-17/hold', {
    integrationId: kept.id,
    reason: 'Ждём подписи',
  })
  const trade = createBase('ut')
  const catalogue = await runUpload(trade, {
    ...{ url: `${server.url}/1c`, login: kept.login, password: kept.password },
    ...{ type: 'catalog', files: writeCatalogue(trade, { items: 2 }) },
  })
  expect(catalogue).toMatchObject({ ok: true })
  // As while an exchange of files is running, before the event of its upload is recorded.
  await db.query(`insert into catalogue_upload (upload_id) select max(id) from upload on conflict do nothing`)
  const known = `/api/v1/integrations/${kept.id}/catalogue`
  const items = await platform.call('GET', `${known}/items`)
  const linked = await platform.call('PUT', `${known}/links/svc-12`, { itemId: items.body.items[0].itemId })
  expect(linked.status, linked.text).toBe(200)
  const bulk = await platform.call('POST', '/api/v1/bulk-actions', {
    ...{ action: 'resend', integrationId: kept.id, orderIds: ['\\.'] },
  })
  expect(bulk.status, bulk.text).toBe(202)
  // As an answer that broke off leaves it.
  await db.query(
    `insert into payment_export_draft (batch_id, first_order_key, payments) select max(id), 1, '[]' from outbox_batch`,
  )
  const webhook = { url: 'https://platform.example.ru/hooks', types: ['order.exported'] }
  const { body } = await platform.call('POST', '/api/v1/webhooks', webhook)
  const time = { from: '2026-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' }
  await platform.call('POST', `/api/v1/webhooks/${body.id}/replay`, time)
  await db.query('insert into sending_pause default values')
  await db.query(`insert into job_server (pool_id) values ('stopped')`)
  await db.query(`insert into backup (file) values ('/backup/obmen-2026-12-01T0200.backup')`)
  // As after a 1C did not confirm what it received.
  await db.query(`insert into quarantine (integration_key, state) select min(key), '{}' from integration`)
  await deleteIntegration(db, platform.locationId, removed.id)
  await db.query(
    `insert into forgotten_task (integration_key, order_key, event) select i.key, o.key, 'canceled:1' from integration i, sale_order o limit 1`,
  )

  await makeOperator(db, { email: EMAIL, password: PASSWORD }, CHEAP_HASHES)
  await signInAs(server, EMAIL, PASSWORD)
  await db.query(`insert into second_factor (user_id, secret) select id, 'v1:' from user_account limit 1`)
  await db.query(
    `insert into idempotency_key (caller, key, asked) select id, 'a', '' from user_account limit 1`,
  )
  await expect(signInAs(server, EMAIL, 'guess')).rejects.toThrow()
  const role = { role: 'location-administrator' as const, locationId: platform.locationId }
  await invitePerson(db, { ...role, email: 'new@example.ru' }, new Date())
  await platform.call('GET', '/api/v1/overview')
  const { rows } = await db.query<{ key: number }>('select key from integration where id = $1', [kept.id])
  const { key } = rows[0]!
  // As when a server dies before these are finished.
  await server[Symbol.asyncDispose]()
  await db.query(
    `with made as (
       insert into alarm (cause, began_at, noticed_at, checked_at, opened_at, facts)
       values ('disk', now(), now(), now(), now(), '{}') returning key),
     chosen as (insert into alarm_settings (user_id, settings) select id, '{}' from user_account limit 1)
     insert into alarm_notice (alarm_key, user_id, channel, kind, due_at)
     select made.key, u.id, 'mail', 'open', now() from made, user_account u limit 1`,
  )
  await addReading(db, key)
  await db.transaction(tx => beginRecalculation(tx, { key, companyId: platform.companyId }))
  await requestFindings(db, key, { putsWait: false })
  await db.query(
    'insert into finding_stale (integration_key, order_key) select $1, max(key) from sale_order',
    [key],
  )
}

/** Of every table that any migration made, in whatever schema (the queue's is filled anew from ours): its rows, as a number and a digest of all their values. */
export async function fingerprint(db: Queryable): Promise<Record<string, { rows: number; digest: string }>> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker')
       and c.relname <> 'schema_migration' order by 1`,
  )
  const found: Record<string, { rows: number; digest: string }> = {}
  for (const { name } of tables.rows) {
    const { rows } = await db.query<{ rows: number; digest: string }>(
      `select count(*) as rows, md5(coalesce(string_agg(t::text, '' order by t::text collate "C"), '')) as digest from ${name} t`,
    )
    found[name] = rows[0]!
  }
  return found
}

/** A 1C that was read, with a paid invoice of an order. */
async function addReading(db: Database, integrationKey: number): Promise<void> {
  await db.query(
    `with the_reading as (
       insert into reading (integration_key, url, login, password, every_minutes, enabled)
       values ($1, 'https://1c.example/base', 'reader', 'v1:', 15, false)),
     document as (
       insert into read_document (integration_key, order_key, ref, kind, marked, reading, seen_at)
       select $1, max(key), gen_random_uuid(), 'СчетНаОплатуПокупателю', true, 1, now() from sale_order
       returning order_key, ref),
     payment as (
       insert into read_related (integration_key, document, ref, type, kind, posted, reading, seen_at)
       select $1, ref, gen_random_uuid(), 'payment', 'ОплатаПлатежнойКартой', true, 1, now() from document)
     insert into reconciliation (integration_key, order_key, state, seen_at, reading)
     select $1, order_key, 'agrees', now(), 1 from document`,
    [integrationKey],
  )
}
