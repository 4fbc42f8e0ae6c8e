/** Whether an entry is owed and goes (O5, O9), as a condition on the alias `e`. The index outbox_entry_owed has these rows. */
export const owedSql = (e: string): string =>
  `${e}.pending_revision > ${e}.confirmed_revision and ${e}.held_since is null`

/**
 * Where an order stands in a package: never given, then given before, and what 1C may well refuse last. A Бухгалтерия stops at the
 * first that it refuses: so the most has arrived by then. With the key, the order of the index outbox_entry_owed.
 */
export const placeSql = (e: string): string =>
  `(case when ${e}.first_sent_at is null then 0 else 1 end + case when ${e}.risky then 2 else 0 end)`
