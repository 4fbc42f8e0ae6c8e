import { searchedNumber, searchQuery, statusLexeme } from './search-words.js'

/** Matches that are sorted by themselves, wherever they are rare. */
export const CANDIDATES = 2_000

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

/** A filter as SQL over `sale_order o`; its values are those that filterSql was given and grew. */
export interface FilterSql {
  /** The location and the range of dates: what the index sale_order_placed walks by. */
  range: string
  /** How many of the values, from the first, `range` needs. */
  rangeValues: number
  /** All the rest; `true` when nothing is asked. */
  rest: string
  /**
   * `from` clauses with an index that has whatever can match, and perhaps more, some of it more than once; the most selective first.
   */
  sources: string[]
}

/** Undefined when nothing can match. */
export function filterSql(filter: OrderFilter, locationId: string, values: unknown[]): FilterSql | undefined {
  const parameter = (value: unknown): string => `$${values.push(value)}`
  const range = [`o.location_id = ${parameter(locationId)}`]
  if (filter.from !== undefined) range.push(`o.placed_at >= ${parameter(filter.from)}`)
  if (filter.to !== undefined) range.push(`o.placed_at < ${parameter(filter.to)}`)
  const rangeValues = values.length

  const rest: string[] = []
  const sources: string[] = []
  const ask = (condition: string): void => {
    rest.push(condition)
    sources.push(`sale_order o where ${condition}`)
  }
  const { companyId, integrationId, status, gateway, state, q } = filter
  if (q?.trim()) {
    const words = searchQuery(q)
    if (words === undefined) return undefined
    ask(wordsSql(words, searchedNumber(q), parameter))
  }
  const id = integrationId === undefined ? '' : parameter(integrationId)
  const one = id && `and i.id = ${id}`
  if (state === 'owed') sources.push(owedSource(one))
  if (status !== undefined) {
    const lexeme = `'${statusLexeme(status).replace(/[\\']/g, '$&$&')}'`
    ask(`o.status = ${parameter(status)} and o.search @@ ${parameter(lexeme)}::tsquery`)
  }
  if (companyId !== undefined) ask(`o.company_id = ${parameter(companyId)}`)
  if (id) ask(`o.company_id = (select company_id from integration where id = ${id})`)
  if (gateway !== undefined) rest.push(`${parameter(gateway)} = any(o.gateways)`)
  if (state !== undefined) rest.push(stateSql(state, one))
  return {
    range: range.join(' and '),
    rangeValues,
    rest: rest.length === 0 ? 'true' : rest.join(' and '),
    sources,
  }
}

function wordsSql(words: string, number: number | undefined, parameter: (value: unknown) => string): string {
  const byWords = `o.search @@ ${parameter(words)}::tsquery`
  if (number === undefined) return byWords
  const companies = 'array(select id from company where location_id = $1)'
  return `(${byWords} or (o.company_id = any (${companies}) and o.sequence_number = ${parameter(number)}))`
}

/** Ordered by the key of the index outbox_entry_owed: nothing else tells PostgreSQL how few of the entries are owed. */
function owedSource(one: string): string {
  return `integration i
         cross join lateral (
           select e.order_key from outbox_entry e
            where e.integration_key = i.key and e.pending_revision > e.confirmed_revision
            order by e.order_key limit ${CANDIDATES + 1}) owed
          join sale_order o on o.key = owed.order_key
         where i.location_id = $1 ${one}`
}

/** Asked order by order ("offset 0"): as a join it would read the whole outbox for a page. */
function stateSql(state: OrderState, one: string): string {
  const entry = (condition: string): string =>
    `exists (select from integration i join outbox_entry e on e.integration_key = i.key and e.order_key = o.key
              where i.company_id = o.company_id ${one} and ${condition} offset 0)`
  const owed = entry('e.pending_revision > e.confirmed_revision')
  const confirmed = entry('e.confirmed_at is not null')
  switch (state) {
    case 'owed':
      return owed
    case 'confirmed':
      return `${confirmed} and not ${owed}`
    case 'not-matching':
      return `not ${confirmed} and not ${owed}`
  }
}
