import { searchedNumber, searchQuery, statusLexeme } from './search-words.js'

export const ORDER_STATES = ['owed', 'confirmed', 'not-matching'] as const
/**
 * owed: to any integration of its company (or to the one asked for). confirmed: owed to none, confirmed by one. not-matching: neither.
 */
export type OrderState = (typeof ORDER_STATES)[number]

export interface OrderFilter {
  companyId?: string | undefined
  /** Orders of its company; `state` is then the state with this integration. */
  integrationId?: string | undefined
  status?: string | undefined
  gateway?: string | undefined
  state?: OrderState | undefined
  /** ISO instants: from inclusive, to exclusive. */
  from?: string | undefined
  to?: string | undefined
  /** Beginnings of id, numbers, the customer's words, ИНН, e-mail or phone. */
  q?: string | undefined
}

/** A filter as SQL over `sale_order o`; grows the statement's `values`. */
export interface FilterSql {
  /** The location and the range of dates: what the index sale_order_placed walks by. */
  range: string
  /** How many of the values, from the first, `range` needs. */
  rangeValues: number
  /** All the rest; `true` when nothing is asked. */
  rest: string
  /**
   * From where the few orders that match can be had at once, some more than once, if there is an index for it; else they are found by
   * walking.
   */
  source: string | undefined
}

const ENTRIES = `integration i join outbox_entry e on e.integration_key = i.key and e.order_key = o.key
                 where i.company_id = o.company_id`

/** Undefined when nothing can match. */
export function filterSql(filter: OrderFilter, locationId: string, values: unknown[]): FilterSql | undefined {
  const parameter = (value: unknown): string => `$${values.push(value)}`
  const range = [`o.location_id = ${parameter(locationId)}`]
  if (filter.from !== undefined) range.push(`o.placed_at >= ${parameter(filter.from)}`)
  if (filter.to !== undefined) range.push(`o.placed_at < ${parameter(filter.to)}`)
  const rangeValues = values.length

  const rest: string[] = []
  let source: string | undefined
  const { companyId, integrationId, status, gateway, state, q } = filter
  if (companyId !== undefined) {
    rest.push(`o.company_id = ${parameter(companyId)}`)
    source = 'sale_order o'
  }
  let one = ''
  if (integrationId !== undefined) {
    const id = parameter(integrationId)
    rest.push(`o.company_id = (select company_id from integration where id = ${id})`)
    source = 'sale_order o'
    one = ` and i.id = ${id}`
  }
  if (gateway !== undefined) rest.push(`${parameter(gateway)} = any(o.gateways)`)
  if (state !== undefined) {
    rest.push(stateSql(state, one))
    if (state === 'owed')
      source = `integration i join outbox_entry owed on owed.integration_key = i.key and owed.pending_revision > owed.confirmed_revision
                join sale_order o on o.key = owed.order_key and i.location_id = $1${one}`
  }
  const asked = q?.trim() ? q : undefined
  if (status !== undefined) {
    const lexeme = `'${statusLexeme(status).replace(/[\\']/g, '$&$&')}'`
    rest.push(`o.status = ${parameter(status)}`, `o.search @@ ${parameter(lexeme)}::tsquery`)
    // Few orders are owed; a status alone may be that of very many.
    if (state !== 'owed') source = 'sale_order o'
  }
  if (asked !== undefined) {
    const words = searchQuery(asked)
    if (words === undefined) return undefined
    const number = searchedNumber(asked)
    const found = [`o.search @@ ${parameter(words)}::tsquery`]
    if (number !== undefined)
      found.push(
        `(o.company_id = any (array(select id from company where location_id = $1)) and o.sequence_number = ${parameter(number)})`,
      )
    rest.push(`(${found.join(' or ')})`)
    source = 'sale_order o'
  }
  return {
    range: range.join(' and '),
    rangeValues,
    rest: rest.length === 0 ? 'true' : rest.join(' and '),
    source,
  }
}

function stateSql(state: OrderState, one: string): string {
  const owed = `exists (select from ${ENTRIES}${one} and e.pending_revision > e.confirmed_revision)`
  const confirmed = `exists (select from ${ENTRIES}${one} and e.confirmed_at is not null)`
  switch (state) {
    case 'owed':
      return owed
    case 'confirmed':
      return `${confirmed} and not ${owed}`
    case 'not-matching':
      return `not ${confirmed} and not ${owed}`
  }
}
