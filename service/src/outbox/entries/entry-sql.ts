import { hasRow } from '../../db/has-row.js'
import { owedSql, placeSql } from './owed.js'

// SQL that other rooms compose with their own tables. The room's README explains the columns.

/** Entries of all orders, to be joined by a hash of them. */
export const allEntries = (e: string): string => `outbox_entry ${e}`

/** The entry of an order at an integration, to be joined: `left join ${entryOf('e', 'i.key', 'o.key')}`. */
export const entryOf = (e: string, integrationKey: string, orderKey: string): string =>
  `outbox_entry ${e} on ${e}.integration_key = ${integrationKey} and ${e}.order_key = ${orderKey}`

/** The same as a subquery that reads it by its key, whatever the statistics are. */
export const entryByKey = (integrationKey: string, orderKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and entry.order_key = ${orderKey} limit 1)`

/** What an integration is owed (O5, O9), to be joined. */
export const owedEntriesOf = (e: string, integrationKey: string): string =>
  `outbox_entry ${e} on ${e}.integration_key = ${integrationKey} and ${owedSql(e)}`

/** The same as a subquery; the caller may add `order by` and `limit`. */
export const owedOf = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and ${owedSql('entry')})`

/** What is held back from an integration or on trial (O9). The index outbox_entry_held has these rows. */
export const heldOf = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and (entry.held_since is not null or entry.on_trial))`

/** Whether the entry's order is one that its 1C has and surely refuses to change, until it confirms it (quarantine). */
export const refusesSql = (e: string): string =>
  `${e}.refusal_proven and ${e}.confirmed_at is not null and (${e}.held_kind is not distinct from 'quarantine' or ${e}.on_trial)`

/** What goes or went to an integration, of its newest orders, `limit` at most. */
export const latestOf = (integrationKey: string, limit: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and entry.pending_revision > 0
     order by entry.order_key desc limit ${limit})`

/** Whether an integration is owed anything now. */
export const owesSql = (integrationKey: string): string =>
  hasRow(
    `outbox_entry owed where owed.integration_key = ${integrationKey} and ${owedSql('owed')}`,
    `${placeSql('owed')}, owed.order_key`,
  )

/** Whether an integration may be given something: what it is owed, or a refused order whose pause is over. */
export const maySendSql = (integrationKey: string): string =>
  `(${owesSql(integrationKey)} or ${hasRow(
    `outbox_entry held where held.integration_key = ${integrationKey} and held.held_since is not null and held.retry_at <= now()`,
    'held.retry_at',
  )})`

/** Whether 1C has the order as it is now; false without an entry. */
export const isSettledSql = (e: string): string =>
  `coalesce(${e}.first_sent_at is not null and ${e}.pending_revision <= ${e}.confirmed_revision, false)`

/** The orders that an integration's 1C knows by a number. */
export const ordersBySentNumber = (integrationKey: string, number: string): string =>
  `(select order_key from outbox_entry where integration_key = ${integrationKey} and sent_number = ${number})`

/** Its entries that were confirmed at any time: the index outbox_entry_confirmed has them. As a relation to name. */
export const confirmedOf = (integrationKey: string): string =>
  `(select * from outbox_entry where integration_key = ${integrationKey} and confirmed_at is not null)`
