import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { makePlace } from '../../test/support/place.js'
import { signInAs1c } from '../../test/support/sign-in-rule.js'
import { cancelBulkActionsOf, forgetBulkActions } from '../bulk-actions/bulk-actions.js'
import type { Database } from '../db/database.js'
import { forgetClaims } from '../orders/numbering/number-claim.js'
import { createIntegration } from './create-integration.js'
import { deleteIntegration } from './delete-integration.js'
import { forgetIntegration } from './forget-integration.js'

describeOnEachPostgres('removing integrations', pg => {
  let db: Database
  let locationId: string
  let companyId: string
  beforeEach(async () => {
    db ??= await pg.freshDatabase()
    ;({ locationId, companyId } = await makePlace(db))
  })
  const create = () => {
    const settings = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Карта' }
    return createIntegration(db, { locationId, companyId, name: 'Касса', settings, by: {} }, async () => {})
  }

  it('a deleted one is owed nothing and cannot sign in, but the journal still knows its name', async () => {
    const { integration, password } = await create()
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, first_sent_at)
       values ($1, 1, 1, 1, null), ($1, 2, 1, 1, now())`,
      [integration.key],
    )
    await deleteIntegration(db, locationId, integration.id)
    const step = forgetIntegration(db, integration.key, [])
    while (await step());
    expect(await signInAs1c(db, integration.login, password)).toBeUndefined()
    // That a 1C has an order stays true.
    expect(
      (
        await db.query(
          'select order_key as "order", pending_revision as pending from outbox_entry where integration_key = $1',
          [integration.key],
        )
      ).rows,
    ).toEqual([{ order: 2, pending: 0 }])
    const { rows } = await db.query('select name, login from removed_integration where key = $1', [
      integration.key,
    ])
    expect(rows).toEqual([{ name: 'Касса', login: integration.login }])
    await expect(deleteIntegration(db, locationId, integration.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('a removed integration loses its many rows in steps that any server does', async () => {
    const { integration } = await create()
    const { rows: actions } = await db.query<{ id: number }>(
      `insert into bulk_action (location_id, integration_key, action) values ($1, $2, 'resend') returning id`,
      [locationId, integration.key],
    )
    await db.query('insert into bulk_action_order (action_id, order_key) select $1, generate_series(1, 3)', [
      actions[0]!.id,
    ])
    await db.query(
      `insert into order_number (integration_key, compared, order_key, number) select $1::int, n, n, n from generate_series(1, 3) n`,
      [integration.key],
    )
    const { rows: batches } = await db.query<{ id: number }>(
      'insert into outbox_batch (integration_key) values ($1) returning id',
      [integration.key],
    )
    await db.query(
      'insert into outbox_batch_item (batch_id, order_key, revision, resend_count) select $1, generate_series(1, 3), 1, 0',
      [batches[0]!.id],
    )
    await db.query(
      `with findings as (
         insert into order_finding (integration_key, order_key, code, path, severity, params, while_owed)
         select $1, n, 'vat-rate', '', 'note', '{}', false from generate_series(1, 3) n),
       forgotten as (insert into forgotten_task select $1, n, 'paid' from generate_series(1, 3) n)
       insert into accounting_task (location_id, company_id, integration_key, order_key, event, code, params)
       select $2, $3, $1, n, 'paid', 'refund', '{}' from generate_series(1, 3) n`,
      [integration.key, locationId, companyId],
    )
    const left = async () => {
      const { rows } = await db.query(
        `select (select count(*) from bulk_action where integration_key = $1) as actions,
                (select count(*) from bulk_action_order where action_id = $2) as "ofActions",
                (select count(*) from order_number where integration_key = $1::int) as numbers,
                (select count(*) from order_finding where integration_key = $1) as findings,
                (select count(*) from accounting_task where integration_key = $1) as tasks,
                (select count(*) from forgotten_task where integration_key = $1) as forgotten,
                (select count(*) from outbox_batch_item where batch_id = $3) as items`,
        [integration.key, actions[0]!.id, batches[0]!.id],
      )
      return rows[0]
    }
    await deleteIntegration(db, locationId, integration.id, cancelBulkActionsOf)
    expect(await left()).toEqual({
      actions: 1,
      ofActions: 3,
      numbers: 3,
      findings: 3,
      tasks: 3,
      forgotten: 3,
      items: 3,
    })
    const { rows: states } = await db.query('select state from bulk_action where id = $1', [actions[0]!.id])
    expect(states).toEqual([{ state: 'canceled' }])
    const begun = forgetIntegration(db, integration.key, [forgetClaims, forgetBulkActions])
    await begun()
    const another = forgetIntegration(db, integration.key, [forgetClaims, forgetBulkActions])
    while (await another());
    expect(new Set(Object.values((await left())!))).toEqual(new Set([0]))
    const removed = await db.query('select forgetting from removed_integration where key = $1', [
      integration.key,
    ])
    expect(removed.rows).toEqual([{ forgetting: false }])
  })
})
