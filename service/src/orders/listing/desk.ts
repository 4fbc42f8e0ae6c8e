import type { Desk, Total } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { heldEntries, owedEntries, placeSql } from '../../outbox/entries/entry-sql.js'
import { countOrders } from './count-orders.js'
import { LIST_LIMITS } from './find-page.js'

type Missing = Desk['missing'][number]

const COMPANIES = 50

/** An accountant's orders of a period, counted as the lists count them, and what has not arrived at all. */
export async function loadDesk(
  db: Queryable,
  scope: Scope,
  period: { from?: string | undefined; to?: string | undefined },
): Promise<Desk> {
  const [received, confirmed, byHand, refused, missing] = await Promise.all([
    countOrders(db, scope, period),
    countOrders(db, scope, { ...period, state: 'confirmed' }),
    countOrders(db, scope, { ...period, state: 'by-hand' }),
    countOrders(db, scope, { ...period, state: 'held', cause: 'refused' }),
    missingByCompany(db, scope),
  ])
  const more = Math.max(missing.length - COMPANIES, 0)
  return { received, confirmed, byHand, refused, missing: missing.slice(0, COMPANIES), more }
}

/** Orders that some 1C is owed, or that are held back from one, by company; those with most of them first. */
async function missingByCompany(db: Queryable, scope: Scope): Promise<Missing[]> {
  const most = LIST_LIMITS.window + 1
  const { rows } = await db.query<
    Pick<Missing, 'companyId' | 'companyName'> & {
      state: 'owed' | 'held'
      currency: string
      count: number
      total: string
    }
  >(
    `with waiting as (
       select i.company_id, e.order_key, 'owed' as state
         from integration i cross join lateral (
           select x.order_key from ${owedEntries('i.key')} x
            order by ${placeSql('x')}, x.order_key limit ${most}) e
        where i.location_id = $1 and ${companySeenSql('i.company_id', '$2')}
        union
       select i.company_id, e.order_key, 'held'
         from integration i cross join lateral (
           select x.order_key from ${heldEntries('i.key')} x where x.held_since is not null limit ${most}) e
        where i.location_id = $1 and ${companySeenSql('i.company_id', '$2')})
     select c.id as "companyId", c.name as "companyName", w.state, o.currency, count(*),
            sum(o.total)::text as total
       from waiting w join sale_order o on o.key = w.order_key join company c on c.id = w.company_id
      group by c.id, c.name, w.state, o.currency order by o.currency`,
    [locationIn(scope), companiesIn(scope)],
  )
  const none = (): Total => ({ count: 0, exact: true, sums: [] })
  const found = new Map<string, Missing>()
  for (const { companyId, companyName, state, currency, count, total } of rows) {
    const company = found.get(companyId) ?? { companyId, companyName, owed: none(), held: none() }
    found.set(companyId, company)
    company[state].count += count
    company[state].sums?.push({ currency, total })
  }
  const all = [...found.values()].map(({ owed, held, ...company }) => ({
    ...company,
    owed: bounded(owed),
    held: bounded(held),
  }))
  return all.sort(
    (a, b) =>
      b.owed.count + b.held.count - a.owed.count - a.held.count || a.companyName.localeCompare(b.companyName),
  )
}

const bounded = (figure: Total): Total =>
  figure.count > LIST_LIMITS.window ? { count: LIST_LIMITS.window, exact: false } : figure
