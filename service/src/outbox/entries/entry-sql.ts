import { MOST_COUNTED } from '@obmen/contract'
import { hasRow } from '../../db/rows.js'

/** Whether an entry is owed and may be sent (O5, O9): the condition of the index outbox_entry_owed. */
export const owedSql = (e: string): string =>
  `${e}.pending_revision > ${e}.confirmed_revision and ${e}.held_since is null`

/** Whether an entry is owed as it was when the batch was sent: what was released since goes anew. */
export const isStillOffered = (batch: string, owedSince: string): string =>
  `(${batch}.state = 'open' or ${batch}.state = 'sent' and ${batch}.sent_at >= ${owedSince})`

/**
 * Never sent orders come first in a package, last those that 1C may well refuse: a Бухгалтерия stops at the
 * first that it refuses. With the key, the order of the index outbox_entry_owed.
 */
export const placeSql = (e: string): string =>
  `(case when ${e}.first_sent_at is null then 0 else 1 end + case when ${e}.risky then 2 else 0 end)`

/** Whether an order was never sent when it got this place. */
export const neverSentAt = (place: string): string => `${place} in (0, 2)`

/** Whether an order is risky since its month is over on that clock; routeOrder decides the same. */
export const isOfEarlierMonth = (placedAt: string, timezone: string): string =>
  `${placedAt} < date_trunc('month', now(), ${timezone})`

// SQL that other rooms compose with their own tables. The room's README explains the columns.

/** Joins the entry of an order at an integration: `left join ${entryJoin('e', 'i.key', 'o.key')}`. */
export const entryJoin = (e: string, integrationKey: string, orderKey: string): string =>
  `outbox_entry ${e} on ${e}.integration_key = ${integrationKey} and ${e}.order_key = ${orderKey}`

/** The same entry as a subquery that PostgreSQL reads by key, whatever the statistics are. */
export const entryByKey = (integrationKey: string, orderKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey}
      and entry.order_key = ${orderKey} limit 1)`

/** The entries that an integration is owed (O5, O9) as a subquery; `order by` and `limit` may follow. */
export const owedEntries = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey} and ${owedSql('entry')})`

/** Entries that an integration was sent to the end since they are owed, at most twice as many as counted. */
export const unconfirmedEntries = (integrationKey: string): string =>
  `(select * from (
     (select * from outbox_entry entry where entry.integration_key = ${integrationKey} and ${owedSql('entry')}
         and ${placeSql('entry')} in (1, 3) limit ${COUNTED})
      union all
     (select * from ${heldEntries(integrationKey)} held where held.held_since is not null limit ${COUNTED})
   ) entry where entry.pending_revision > entry.confirmed_revision
             and entry.sent_revision > entry.confirmed_revision and entry.last_sent_at >= entry.owed_since)`

/** What a count says of more than MOST_COUNTED orders: it reads so many at most. */
export const COUNTED = MOST_COUNTED + 1

/** The `limit` entries owed to an integration for longest (index outbox_entry_waiting), as a subquery. */
export const oldestOwed = (integrationKey: string, limit: number | string = COUNTED): string =>
  `(select entry.order_key, entry.owed_since from outbox_entry entry
     where entry.integration_key = ${integrationKey} and ${owedSql('entry')}
     order by entry.owed_since, entry.order_key limit ${limit})`

/** Entries of an integration that are held or on trial (index outbox_entry_held), as a subquery. */
export const heldEntries = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey}
      and (entry.held_since is not null or entry.on_trial))`

/**
 * Whether its 1C refused the order and did not confirm it since, also if it is held otherwise. Always this
 * condition, as in the index outbox_entry_quarantined.
 */
export const isQuarantinedSql = (e: string): string => `(${e}.held_kind = 'quarantine' or ${e}.on_trial)`

/** These entries of an integration as a subquery: by that index alone, whatever the statistics are. */
export const quarantinedEntries = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey}
      and ${isQuarantinedSql('entry')} order by entry.order_key)`

/** Whether the 1C has an earlier revision of the order and provably refuses the change. */
export const isRefusedChangeSql = (e: string): string =>
  `${e}.refusal_proven and ${e}.confirmed_at is not null and coalesce(${isQuarantinedSql(e)}, false)`

/** Entries of the `limit` newest orders that an integration was or will be sent, as a subquery. */
export const latestEntries = (integrationKey: string, limit: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey}
      and entry.pending_revision > 0
     order by entry.order_key desc limit ${limit})`

export const hasOwedOrdersSql = (integrationKey: string): string =>
  hasRow(
    `outbox_entry owed where owed.integration_key = ${integrationKey} and ${owedSql('owed')}`,
    `${placeSql('owed')}, owed.order_key`,
  )

/** Whether a query of an integration may get orders: owed ones, or a refused one whose retry is due. */
export const hasOrdersToSendSql = (integrationKey: string): string =>
  `(${hasOwedOrdersSql(integrationKey)} or ${hasRow(
    `outbox_entry held where held.integration_key = ${integrationKey} and held.held_since is not null
      and held.retry_at <= now()`,
    'held.retry_at',
  )})`

/** Whether 1C has the newest revision of the order; false without an entry. */
export const isUpToDateSql = (e: string): string =>
  `coalesce(${e}.first_sent_at is not null and ${e}.pending_revision <= ${e}.confirmed_revision, false)`

/** The orders that an integration's 1C knows by a number. */
export const ordersBySentNumber = (integrationKey: string, number: string): string =>
  `(select order_key from outbox_entry where integration_key = ${integrationKey} and sent_number = ${number})`

/** The six digits of a number, as a Бухгалтерия cuts it: the expression of the index outbox_entry_digits. */
export const digitsSql = (number: string): string => `lpad(regexp_replace(${number}, '\\D', '', 'g'), 6, '0')`

/** Entries that an integration's 1C knows by a number of these digits, as a subquery. */
export const entriesByDigits = (integrationKey: string, digits: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey}
      and entry.sent_number is not null and ${digitsSql('entry.sent_number')} = ${digits})`

/** Entries of orders that an integration was ever sent to the end, as a subquery. */
export const sentEntries = (integrationKey: string): string =>
  `(select * from outbox_entry entry where entry.integration_key = ${integrationKey}
      and entry.first_sent_at is not null)`

/** Entries of an integration that were ever confirmed (index outbox_entry_confirmed), as a subquery. */
export const confirmedEntries = (integrationKey: string): string =>
  `(select * from outbox_entry where integration_key = ${integrationKey} and confirmed_at is not null)`

/** The number under which a 1C knows an order: the sent one, else the claimed one, else its sequence. */
export const numberSql = (sent: string, integrationKey: string, orderKey: string, sequence: string): string =>
  `coalesce(${sent}, (select n.number from order_number n
                       where n.integration_key = ${integrationKey} and n.order_key = ${orderKey} limit 1),
            ${sequence}::text)`
