/**
 * Whether an entry is owed and may be sent (O5, O9), as a condition on the alias `e`. The index outbox_entry_owed has these rows.
 */
export const owedSql = (e: string): string =>
  `${e}.pending_revision > ${e}.confirmed_revision and ${e}.held_since is null`

/**
 * Position of an order in a package: never sent ones first, then those sent before; last those that 1C may well refuse. A
 * Бухгалтерия stops at the first order that it refuses, and this way most have arrived by then. Together with the key, the order of
 * the index outbox_entry_owed.
 */
export const placeSql = (e: string): string =>
  `(case when ${e}.first_sent_at is null then 0 else 1 end + case when ${e}.risky then 2 else 0 end)`

/** Whether an order was never sent when it got this place. */
export const neverSentAt = (place: string): string => `${place} in (0, 2)`

/** Whether an order placed then is risky since its month is over on that time zone's clock, as SQL; routeOrder decides the same. */
export const isOfEarlierMonth = (placedAt: string, timezone: string): string =>
  `${placedAt} < date_trunc('month', now(), ${timezone})`
