import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { firstRelease } from '../../test/support/first-release.js'
import { getExchange } from '../journal/exchanges/get-exchange.js'
import { listExchanges } from '../journal/exchanges/list-exchanges.js'
import { type Database, openDatabase } from './database.js'
import { migrate } from './migrate.js'

describeOnEachPostgres('data of the first release', pg => {
  it('is told what each 1C was sent; an order that 1C has and that was forgotten is owed again', async () => {
    await using db = openDatabase({ url: await pg.emptyDatabaseUrl() })
    await firstRelease(db)
    const [location] = await rows<{ id: string }>(
      db,
      `insert into location (name, timezone) values ('Место', 'UTC') returning id`,
    )
    const [company] = await rows<{ id: string }>(
      db,
      `insert into company (location_id, name, inn) values ($1, 'ООО', '7707083893') returning id`,
      [location!.id],
    )
    const of = [location!.id, company!.id]
    await db.query(
      `insert into integration (location_id, company_id, class, name, settings, login, password_hash)
       values ($1, $2, 'CommerceML', 'Касса', '{}', 'kassa', '')`,
      of,
    )
    await db.query(
      `insert into removed_integration (key, id, location_id, company_id, name, login)
       values (100, gen_random_uuid(), $1, $2, 'Была', 'byla')`,
      of,
    )
    await db.query(
      `insert into sale_order (location_id, id, company_id, sequence_number, revision, content, payment_numbers,
                               status, canceled, gateways, placed_at, total, customer_name, search)
       select $1, 'o-' || n, $2, n, 3, '{}', '{}', 'x', false, '{}', now(), 1, '', '' from generate_series(1, 4) n`,
      of,
    )
    // 1: confirmed. 2: sent, left the rules, forgotten. 3: in an answer that broke off. 4: waits for its success.
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, confirmed_revision, confirmed_at)
       values (1, 1, 3, 3, 2, now()), (1, 2, 3, 0, 0, null), (1, 3, 3, 0, 0, null), (1, 4, 3, 3, 0, null)`,
    )
    await db.query(
      `insert into outbox_batch (integration_key, state, sent_at)
       values (1, 'confirmed', '2026-11-01T00:00Z'), (1, 'abandoned', '2026-11-02T00:00Z'), (1, 'abandoned', null),
              (1, 'sent', '2026-11-04T00:00Z'), (100, 'abandoned', '2026-11-05T00:00Z')`,
    )
    await db.query(
      `insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
       values (1, 1, 1, 0), (2, 1, 2, 0), (2, 2, 2, 0), (3, 3, 1, 0), (4, 4, 3, 0), (5, 3, 1, 0)`,
    )
    // A 1C that takes the platform's numbers: 2 and 3 have one number, 4 a long one.
    await db.query(
      `insert into integration (location_id, company_id, class, name, settings, login, password_hash)
       values ($1, $2, 'CommerceML', 'Торговля', '{"ordernumber":"platform","client":"ut"}', 'ut', '')`,
      of,
    )
    await db.query(
      `update sale_order set platform_number = case key when 2 then 'N-1' when 3 then 'n-1' when 4 then 'much-too-long' end`,
    )
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision) values (2, 2, 3, 3)`,
    )
    await db.query(
      `insert into outbox_batch (integration_key, state, sent_at) values (2, 'sent', '2026-11-06T00:00Z')`,
    )
    await db.query(
      'insert into outbox_batch_item (batch_id, order_key, revision, resend_count) values (6, 2, 3, 0)',
    )
    expect(await migrate(db)).toContain('0002_sent_entries')
    expect(
      await rows(db, 'select order_key as "order", number, compared from order_number order by 1'),
    ).toEqual([
      { order: 1, number: 'o-1', compared: 'o-1' },
      { order: 2, number: 'N-1', compared: 'n-1' },
      { order: 3, number: 'S-3', compared: 's-3' },
      { order: 4, number: 'S-4', compared: 's-4' },
    ])
    expect(
      await rows(
        db,
        `select integration_key as key, order_key as "order", pending_revision as pending, sent_revision as sent,
                sent_number as number,
                to_char(first_sent_at at time zone 'UTC', 'DD') as first, to_char(last_sent_at at time zone 'UTC', 'DD') as last
           from outbox_entry order by 1, 2`,
      ),
    ).toEqual([
      { key: 1, order: 1, pending: 3, sent: 2, number: '1', first: '01', last: '02' },
      { key: 1, order: 2, pending: 3, sent: 2, number: '2', first: '02', last: '02' },
      { key: 1, order: 3, pending: 0, sent: null, number: null, first: null, last: null },
      { key: 1, order: 4, pending: 3, sent: 3, number: '4', first: '04', last: '04' },
      { key: 2, order: 2, pending: 3, sent: 3, number: 'N-1', first: '06', last: '06' },
      { key: 100, order: 3, pending: 0, sent: 1, number: '3', first: '05', last: '05' },
    ])
  })

  it('has the payments and numbers that a 1C was told noted as they were told last', async () => {
    await using db = openDatabase({ url: await pg.emptyDatabaseUrl() })
    await firstRelease(db)
    const [place] = await rows<{ location: string; company: string }>(
      db,
      `with l as (insert into location (name, timezone) values ('Место', 'UTC') returning id)
       insert into company (location_id, name, inn) select id, 'ООО', '7707083893' from l
       returning location_id as location, id as company`,
    )
    const of = [place!.location, place!.company]
    const rules = [
      { status: 'paid', gateway: 'CKassa' },
      { gateway: 'СБП', paymentmethodname: ' СБП  #1 ' },
    ]
    const then = { paymentrules: rules, paymentmethodname: 'Карта' }
    const now = { paymentrules: [{}], paymentmethodname: 'Прочее' }
    // 1 takes requisites, 2 documents; the settings of 1 were changed after it was told.
    await db.query(
      `insert into integration (location_id, company_id, class, name, settings, login, password_hash)
       values ($1, $2, 'CommerceML', '1', $3, '1', ''), ($1, $2, 'CommerceML', '2', $4, '2', '')`,
      [...of, JSON.stringify(now), JSON.stringify(then)],
    )
    await db.query(
      `insert into integration_change (integration_key, at, kind, after)
       values (1, '2026-11-01T00:00Z', 'created', $1), (1, '2026-11-09T00:00Z', 'updated', $2)`,
      [JSON.stringify({ settings: then }), JSON.stringify({ settings: now })],
    )
    const payment = (id: string, gateway: string, day: string): object => ({
      ...{ id, gateway, status: 'paid', amount: '1.00', paidAt: `2026-11-${day}T00:00:00Z` },
    })
    const both = [payment('late', 'CKassa', '02'), payment('early', 'СБП', '01')]
    // 1: paid twice, and changed since. 2: paid in part. 3: nothing of it was sent.
    const contents = [
      { status: 'paid', total: '2.00', payments: both },
      { status: 'paid', total: '9.00', payments: [payment('late', 'СБП', '02')] },
      { status: 'paid', total: '2.00', payments: both },
    ]
    for (const content of contents)
      await db.query(
        `insert into sale_order (location_id, id, company_id, sequence_number, revision, content, payment_numbers,
                                 status, canceled, gateways, placed_at, total, customer_name, search)
         select $1, 'o-' || n, $2, n, 1, $3, json_build_object('late', n * 10 + 1, 'early', n * 10 + 2),
                'paid', false, '{}', now(), 1, '', '' from (select count(*) + 1 as n from sale_order) counted`,
        [...of, JSON.stringify(content)],
      )
    await db.query(
      `insert into order_revision (order_key, revision, content, recorded_at) select 1, 1, content, now() from sale_order where key = 1`,
    )
    await db.query(`update sale_order set revision = 2, content = '{"status":"refunded"}' where key = 1`)
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision)
       select i, o, 1, 1 from generate_series(1, 2) i, generate_series(1, 3) o`,
    )
    await db.query(
      `insert into exchange_session (token_hash, integration_key, location_id, cml_version)
       values ('1', 1, $1, null), ('2', 2, $1, '2.10')`,
      [place!.location],
    )
    // The success of 1 never came, and it gave up its answer.
    await db.query(
      `insert into outbox_batch (integration_key, session_id, state, sent_at)
       values (1, 1, 'abandoned', '2026-11-05T00:00Z'), (2, 2, 'sent', '2026-11-05T00:00Z'), (1, 1, 'abandoned', null)`,
    )
    await db.query(
      `insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
       values (1, 1, 1, 0), (1, 2, 1, 0), (2, 1, 1, 0), (2, 2, 1, 0), (3, 3, 1, 0)`,
    )
    // 3 takes the platform's numbers by now, 4 no longer.
    const platform = { ...then, client: 'ut', ordernumber: 'platform' }
    const sequence = { ...then, client: 'bp', ordernumber: 'sequence' }
    await db.query(
      `insert into integration (location_id, company_id, class, name, settings, login, password_hash)
       values ($1, $2, 'CommerceML', '3', $3, '3', ''), ($1, $2, 'CommerceML', '4', $4, '4', '')`,
      [...of, JSON.stringify(platform), JSON.stringify(sequence)],
    )
    await db.query(
      `insert into integration_change (integration_key, at, kind, after)
       values (3, '2026-11-01T00:00Z', 'created', $1), (4, '2026-11-01T00:00Z', 'created', $2)`,
      [JSON.stringify({ settings: sequence }), JSON.stringify({ settings: platform })],
    )
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision) values (3, 2, 1, 1), (4, 2, 1, 1)`,
    )
    await db.query(
      `insert into outbox_batch (integration_key, state, sent_at)
       values (3, 'sent', '2026-11-05T00:00Z'), (4, 'sent', '2026-11-05T00:00Z')`,
    )
    await db.query(
      'insert into outbox_batch_item (batch_id, order_key, revision, resend_count) values (4, 2, 1, 0), (5, 2, 1, 0)',
    )
    await db.query(`update sale_order set platform_number = 'N-9' where key = 2`)
    await migrate(db)
    expect(
      await rows(
        db,
        `select e.integration_key as to, sent_number as number, compared, blocks
           from outbox_entry e left join order_number n using (integration_key, order_key)
          where e.order_key = 2 and e.integration_key > 2 order by 1`,
      ),
    ).toEqual([
      { to: 3, number: '2', compared: '2', blocks: null },
      { to: 4, number: 'N-9', compared: expect.stringMatching(/^\d{4} 000009$/), blocks: 9 },
    ])
    const told =
      'integration_key as to, order_key as "order", payment_id as id, number, method, form, gateway'
    expect(
      await rows(db, `select ${told} from payment_export where integration_key <= 2 order by 1, 2, 3`),
    ).toEqual([
      { to: 1, order: 1, id: 'early', number: 11, method: 'Карта', form: 'requisites', gateway: 'СБП' },
      { to: 1, order: 1, id: 'late', number: 11, method: 'Карта', form: 'requisites', gateway: 'CKassa' },
      { to: 2, order: 1, id: 'early', number: 12, method: 'СБП №1', form: 'documents', gateway: 'СБП' },
      { to: 2, order: 1, id: 'late', number: 11, method: 'Карта', form: 'documents', gateway: 'CKassa' },
      { to: 2, order: 2, id: 'late', number: 21, method: 'СБП №1', form: 'documents', gateway: 'СБП' },
    ])
  })

  it('has its journal to read as before, and its days counted', async () => {
    await using db = openDatabase({ url: await pg.emptyDatabaseUrl() })
    await firstRelease(db)
    const [location] = await rows<{ id: string }>(
      db,
      `insert into location (name, timezone) values ('Место', 'Europe/Moscow') returning id`,
    )
    const of = [location!.id, '2026-11-01T22:00:00Z']
    await db.query(
      `insert into exchange_session (token_hash, integration_key, location_id, opened_at, last_call_at, outcome, orders_offered)
       values ('x', 1, $1, $2, $2, 'failed', 3)`,
      of,
    )
    await db.query(
      `insert into journal_entry (location_id, integration_key, session_id, at, address, method, url, type, mode, outcome,
                                  request_headers, response_size, response_kept)
       values ($1, 1, 1, $2, '', 'GET', '/1c?type=sale&mode=query', 'sale', 'query', 'cut', '{}', 5, 5)`,
      of,
    )
    await db.query(
      `insert into journal_body (entry_id, side, piece, raw_size, content) values (1, 'response', 0, 5, $1)`,
      [gzipSync('<?xml')],
    )
    await migrate(db)
    const { items } = await listExchanges(db, { scope: location!.id, limit: 5 })
    expect(items).toMatchObject([{ id: 1, outcome: 'failed', steps: [{ mode: 'query', outcome: 'cut' }] }])
    const exchange = await getExchange(db, location!.id, 1)
    expect(exchange!.entries).toMatchObject([{ id: 1, responseText: '<?xml' }])
    expect(await rows(db, 'select day::text, exchanges, failures from exchange_day')).toEqual([
      { day: '2026-11-02', exchanges: 1, failures: 1 },
    ])
  })
})

async function rows<Row extends object>(
  db: Database,
  sql: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  return (await db.query<Row>(sql, values)).rows
}
