import type { Queryable } from './database.js'

/**
 * `rules`: integrations and settings. A put and a page of a query share it; changing an integration and a
 * step of a recalculation exclude them, or an order would be routed by neither settings.
 * `offers`: what was sent to a 1C. A page shares it; who must know that an order was never sent excludes it.
 */
export type CompanyLock = 'rules' | 'offers'
export type LockMode = 'shared' | 'exclusive'

const FUNCTIONS = {
  shared: 'pg_advisory_xact_lock_shared',
  exclusive: 'pg_advisory_xact_lock',
} as const satisfies Record<LockMode, string>

/** Until the transaction ends, always in the same order. Who needs both kinds takes `rules` first. */
export async function lockCompanies(
  tx: Queryable,
  lock: CompanyLock,
  mode: LockMode,
  companyIds: readonly string[],
): Promise<void> {
  await tx.query(
    `select ${FUNCTIONS[mode]}(requested.key)
       from (select distinct hashtextextended($1 || ':' || id, 0) as key from unnest($2::text[]) as id
         order by 1) requested`,
    [lock, companyIds.map(id => id.toLowerCase())],
    `lock-companies-${mode}`,
  )
}

/**
 * Both kinds, shared: no rules change and no date moves while a page of a query is sent. Its commit need not
 * wait for the disk: the batch counts once it is marked as sent, by a commit that waits for all before it.
 */
export async function lockForPage(tx: Queryable, companyId: string): Promise<void> {
  await tx.query(
    `select set_config('synchronous_commit', 'off', true),
            pg_advisory_xact_lock_shared(hashtextextended('rules:' || $1::text, 0)),
            pg_advisory_xact_lock_shared(hashtextextended('offers:' || $1::text, 0))`,
    [companyId.toLowerCase()],
  )
}
