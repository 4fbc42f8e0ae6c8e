import type { OrderListItem } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { readCursor, writeCursor } from '../../db/page.js'
import type { WithTimes } from '../../db/rows.js'
import { companiesIn, locationIn, type Scope } from '../../db/scope.js'
import { loadExports, type OrderExport } from '../history/load-exports.js'
import { findPage, LIST_LIMITS, type ListLimits } from './find-page.js'
import { filterSql, numberIn1CConditions, type OrderFilter } from './list-filter.js'
import { asSequenceNumber, asWholeWord } from './search-words.js'

export interface OrderListQuery extends OrderFilter {
  /** Newest first unless `placedAt` or `updatedAt`. */
  sort?: 'placedAt' | '-placedAt' | 'updatedAt' | undefined
  /** At least 1. */
  limit: number
  cursor?: string | undefined
}

export type ListedOrder = WithTimes<
  Omit<OrderListItem, 'numberIn1c' | 'exports'>,
  'placedAt' | 'createdAt' | 'updatedAt'
> & { key: number; sequenceNumber: number; exports: OrderExport[] }

/** Bytes of the gateways on a page, without the last order's: one order may have a thousand of them. */
const PAGE_BYTES = 4 * 1024 * 1024

/**
 * Orders by date; those whose number is exactly the searched text come first. `next` continues after the
 * page, null at the end of the list. A page that would take too long or become too large is cut short.
 * AppError `invalid` for a malformed cursor, or one of another `sort`.
 */
export async function listOrders(
  db: Queryable,
  scope: Scope,
  asked: OrderListQuery,
  limits: ListLimits = LIST_LIMITS,
): Promise<{ items: ListedOrder[]; next: string | null }> {
  const locationId = locationIn(scope)
  const query = { ...asked, companyIds: companiesIn(scope) }
  const { sort = '-placedAt' } = query
  const [at, key, led = 0] = readCursor(query.cursor, ['time', 'number', 'number', { only: sort }]) ?? []
  const after = at === undefined ? undefined : { at: String(at), key: Number(key) }
  const byChange = sort === 'updatedAt'
  // The page needs at least one order of the list itself, for the cursor of the next page.
  const leading = byChange ? 0 : after ? Number(led) : query.limit - 1
  const exact = leading === 0 ? [] : (await exactMatches(db, locationId, query)).slice(0, leading)
  const first = after ? [] : exact
  const { positions, next } = await findPage(
    db,
    locationId,
    { ...query, except: exact },
    {
      by: byChange ? 'changed_at' : 'placed_at',
      direction: byChange || sort === 'placedAt' ? 'asc' : 'desc',
      limit: query.limit - first.length,
      after,
      limits,
    },
  )
  const items = await loadListed(db, [...first, ...positions.map(({ key }) => key)], first.length + 1)
  const listed = items.length - first.length
  const end = listed < positions.length ? positions[listed - 1] : next
  return { items, next: end ? writeCursor([end.at, end.key, exact.length, sort]) : null }
}

/** List items of these orders: of the first `least`, and of those that follow up to PAGE_BYTES. */
export async function loadListed(
  db: Queryable,
  keys: readonly number[],
  least = keys.length,
): Promise<ListedOrder[]> {
  if (keys.length === 0) return []
  const { rows } = await db.query<Omit<ListedOrder, 'exports'>>(
    `select o.key, o.id, o.sequence_number as "sequenceNumber", o.platform_number as number,
            o.company_id as "companyId", c.name as "companyName", o.placed_at as "placedAt", o.status,
            o.canceled, o.currency, o.total, o.customer_name as "customerName", o.gateways,
            o.revision, o.received_at as "createdAt", o.changed_at as "updatedAt"
       from (select w.key, w.place, sum(w.size) over (order by w.place) - w.size as before
               from (select w.key, w.place, octet_length(o.gateways::text) as size
                       from unnest($1::bigint[]) with ordinality as w(key, place)
                       join sale_order o on o.key = w.key) w) w
       join sale_order o on o.key = w.key join company c on c.id = o.company_id
      where w.place <= $2 or w.before < ${PAGE_BYTES}
      order by w.place`,
    [keys, least],
  )
  const exports = await loadExports(
    db,
    rows.map(({ key }) => key),
  )
  return rows.map(row => ({ ...row, exports: exports.get(row.key) ?? [] }))
}

/** If more orders have exactly this number, it does not identify one. */
const MAX_MATCHES = 50

/** Keys of orders whose id, number, number in 1C or payment id is exactly the searched text, newest first. */
async function exactMatches(db: Queryable, locationId: string, filter: OrderFilter): Promise<number[]> {
  const { q, ...others } = filter
  const whole = asWholeWord(q ?? '')
  if (whole === undefined) return []
  const values: unknown[] = []
  const sql = filterSql(others, locationId, values)
  if (!sql) return []
  const conditions = [`o.search @@ $${values.push(whole)}::tsquery`]
  conditions.push(...numberIn1CConditions(q ?? '', value => `$${values.push(value)}`))
  const number = asSequenceNumber(q ?? '')
  if (number !== undefined) {
    const companies = 'array(select id from company where location_id = $1)'
    conditions.push(`(o.company_id = any (${companies}) and o.sequence_number = $${values.push(number)})`)
  }
  // Sorted afterwards, and the limit is a subquery: otherwise PostgreSQL may walk the list for them, or read
  // all orders.
  const { rows } = await db.query<{ key: number }>(
    `select found.key from (
       select o.key, o.placed_at from sale_order o
        where (${conditions.join(' or ')}) and ${sql.range} and ${sql.rest}
        limit (select ${MAX_MATCHES + 1})) found
      order by found.placed_at desc, found.key desc`,
    values,
  )
  return rows.length > MAX_MATCHES ? [] : rows.map(({ key }) => key)
}
