import type { Queryable } from '../../db/database.js'
import { filterSql, type OrderFilter } from './list-filter.js'
import { numberIn1C } from './numbers-in-1c.js'
import { searchedNumber, searchedWhole } from './search-words.js'

/** If more orders have the very number, it is no number of one. */
const MOST = 50

/** Keys of the orders whose id, number, number in 1C or in its document, or payment is exactly what is searched for, the newest first. */
export async function exactMatches(
  db: Queryable,
  locationId: string,
  filter: OrderFilter,
): Promise<number[]> {
  const { q, ...others } = filter
  const whole = searchedWhole(q ?? '')
  if (whole === undefined) return []
  const values: unknown[] = []
  const sql = filterSql(others, locationId, values)
  if (!sql) return []
  const is = [`o.search @@ $${values.push(whole)}::tsquery`]
  is.push(...numberIn1C(q ?? '', value => `$${values.push(value)}`))
  const number = searchedNumber(q ?? '')
  if (number !== undefined) {
    const companies = 'array(select id from company where location_id = $1)'
    is.push(`(o.company_id = any (${companies}) and o.sequence_number = $${values.push(number)})`)
  }
  const { rows } = await db.query<{ key: number }>(
    `select o.key from sale_order o where (${is.join(' or ')}) and ${sql.range} and ${sql.rest}
      order by o.placed_at desc, o.key desc limit ${MOST + 1}`,
    values,
  )
  return rows.length > MOST ? [] : rows.map(({ key }) => key)
}
