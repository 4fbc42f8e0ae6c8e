import type { Queryable } from './database.js'

/**
 * `rules`: which integrations a company has and what they ask for. A put of an order holds it shared; creating, changing or
 * deleting an integration holds it exclusively, or an order committed meanwhile would be reckoned by neither.
 * `offers`: which orders were given to a 1C. Each page of a query holds it shared; whoever must know that an order was never
 * offered holds it exclusively.
 */
export type CompanyLock = 'rules' | 'offers'
export type LockMode = 'shared' | 'exclusive'

const FUNCTIONS = {
  shared: 'pg_advisory_xact_lock_shared',
  exclusive: 'pg_advisory_xact_lock',
} as const satisfies Record<LockMode, string>

/**
 * Takes a lock of each company until the transaction ends, in one order for everybody. A transaction that needs both kinds takes
 * `rules` first.
 */
export async function lockCompanies(
  tx: Queryable,
  lock: CompanyLock,
  mode: LockMode,
  companyIds: readonly string[],
): Promise<void> {
  await tx.query(
    `select ${FUNCTIONS[mode]}(wanted.key)
       from (select distinct hashtextextended($1 || ':' || id, 0) as key from unnest($2::text[]) as id order by 1) wanted`,
    [lock, companyIds.map(id => id.toLowerCase())],
  )
}
