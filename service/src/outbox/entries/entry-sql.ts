import { hasRow } from '../../db/has-row.js'
import { owedSql, placeSql } from './owed.js'

// SQL that other rooms compose with their own tables. The room's README explains the columns.

/** Entries of all integrations and orders, for a hash join. */
export const allEntries = (e: string): string => `outbox_entry ${e}`

/** Joins the entry of an order at an integration: `left join ${entryJoin('e', 'i.key', 'o.key')}`. */
export const entryJoin = (e: string, integrationKey: string, orderKey: string): string =>
  `outbox_entry ${e} on ${e}.integration_key = ${integrationKey} and ${e}.order_key = ${orderKey}`

/** The same entry as a subquery that PostgreSQL reads by key, whatever the statistics are. */
export const entryByKey = (integrationKey: string, orderKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and entry.order_key = ${orderKey} limit 1)`

/** Joins the entries that an integration is owed (O5, O9). */
export const owedEntriesJoin = (e: string, integrationKey: string): string =>
  `outbox_entry ${e} on ${e}.integration_key = ${integrationKey} and ${owedSql(e)}`

/** The same entries as a subquery; the caller may add `order by` and `limit`. */
export const owedEntries = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and ${owedSql('entry')})`

/** Entries of an integration that are held or on trial (O9), as a subquery. The index outbox_entry_held contains these rows. */
export const heldEntries = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and (entry.held_since is not null or entry.on_trial))`

/**
 * Whether its 1C refused the entry's order and did not confirm it since: set aside, or tried alone, also if held otherwise meanwhile.
 * Always the same condition, since the index outbox_entry_set_aside has these rows: they are few among those that are held.
 */
export const isSetAsideSql = (e: string): string => `(${e}.held_kind = 'quarantine' or ${e}.on_trial)`

/** The entries of an integration that this is true of, as a subquery: by that index alone, whatever the statistics are. */
export const setAsideEntries = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and ${isSetAsideSql('entry')} order by entry.order_key)`

/** Whether the 1C has an earlier revision of the entry's order and provably refuses the change (quarantine). */
export const isRefusedChangeSql = (e: string): string =>
  `${e}.refusal_proven and ${e}.confirmed_at is not null and coalesce(${isSetAsideSql(e)}, false)`

/** Entries of the `limit` newest orders that an integration was or will be sent, as a subquery. */
export const latestEntries = (integrationKey: string, limit: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and entry.pending_revision > 0
     order by entry.order_key desc limit ${limit})`

/** Whether an integration is owed any order now. */
export const hasOwedOrdersSql = (integrationKey: string): string =>
  hasRow(
    `outbox_entry owed where owed.integration_key = ${integrationKey} and ${owedSql('owed')}`,
    `${placeSql('owed')}, owed.order_key`,
  )

/** Whether a query of an integration may get orders: owed ones, or a refused one whose retry is due. */
export const hasOrdersToSendSql = (integrationKey: string): string =>
  `(${hasOwedOrdersSql(integrationKey)} or ${hasRow(
    `outbox_entry held where held.integration_key = ${integrationKey} and held.held_since is not null and held.retry_at <= now()`,
    'held.retry_at',
  )})`

/** Whether 1C has the newest revision of the order; false without an entry. */
export const isUpToDateSql = (e: string): string =>
  `coalesce(${e}.first_sent_at is not null and ${e}.pending_revision <= ${e}.confirmed_revision, false)`

/** The orders that an integration's 1C knows by a number. */
export const ordersBySentNumber = (integrationKey: string, number: string): string =>
  `(select order_key from outbox_entry where integration_key = ${integrationKey} and sent_number = ${number})`

/** Entries of an integration that were ever confirmed, as a subquery. The index outbox_entry_confirmed contains these rows. */
export const confirmedEntries = (integrationKey: string): string =>
  `(select * from outbox_entry where integration_key = ${integrationKey} and confirmed_at is not null)`

/**
 * The `integration_key` in order_number of the numbers that an integration `i` uses. The key with the other sign is for numbers that are
 * being staged (orders/numbering/stage-numbers.ts); a switch to these flips `numbers_turned`.
 */
export const numberSet = (i: string): string =>
  `(case when ${i}.numbers_turned then -${i}.key else ${i}.key end)`

/**
 * The number under which a 1C knows an order, or will: the sent one, which is fixed, else the one claimed for it in the number set, else
 * the sequence number.
 */
export const knownNumberSql = (sent: string, set: string, orderKey: string, sequence: string): string =>
  `coalesce(${sent}, (select n.number from order_number n where n.integration_key = ${set} and n.order_key = ${orderKey} limit 1),
            ${sequence}::text)`
