import type { OrderState } from '@obmen/contract'
import { isOffered, unconfirmedItems } from '../../outbox/batches/batch-sql.js'
import {
  confirmedEntries,
  entryJoin,
  heldEntries,
  ordersBySentNumber,
  owedEntries,
  owedSql,
  placeSql,
} from '../../outbox/entries/entry-sql.js'
import { asNumberEnding, asSequenceNumber, asWholeWord, searchQueries, statusLexeme } from './search-words.js'

export interface OrderFilter {
  companyId?: string | undefined
  /** Only orders of the companies that the caller may see; null: of all. */
  companyIds?: readonly string[] | null | undefined
  /** Orders of its company; `state` is then the state with this integration. */
  integrationId?: string | undefined
  status?: string | undefined
  gateway?: string | undefined
  /**
   * With any integration of its company, or with `integrationId`. owed: to one; offered: owed and sent in the
   * newest revision; changed: owed, not sent since an earlier revision was confirmed; held: back from one;
   * confirmed: by one, and neither owed nor held; not-matching: none of these.
   */
  state?: OrderState | undefined
  /** Code of the hold, for `state: 'held'`. */
  cause?: string | undefined
  /** Only orders with these ids of the platform. */
  ids?: readonly string[] | undefined
  /** ISO instants: from inclusive, to exclusive. */
  from?: string | undefined
  to?: string | undefined
  /** Without the orders with these keys. */
  except?: readonly number[] | undefined
  /**
   * Searched text: the whole number in a 1C or in its document, or beginnings of the id, of a number, of a
   * payment's id, of words of the customer's name, or of the ИНН, e-mail or phone.
   */
  q?: string | undefined
}

/** A filter as SQL over `sale_order o`; its parameters are in the values passed to filterSql. */
export interface FilterSql {
  /** The location and the range of dates: conditions on the columns of the index sale_order_placed. */
  range: string
  /** How many of the first values `range` needs. */
  rangeValues: number
  /** The other conditions; `true` if there are none. */
  rest: string
  /** Those of the other conditions that have an index. */
  indexed: Indexed[]
  /** How many of the first values `range` and `indexed` need. */
  indexedValues: number
  /** Those that have none. */
  others: string[]
  /** Orders in the requested state, if an index finds them. */
  state: StateSource | undefined
}

interface StateSource {
  /**
   * A `from` clause with a superset of the matches, possibly with duplicates: at most `most` orders of each
   * integration.
   */
  from: (most: number) => string
  /** Over time nearly every order gets this state, so walking the list first is quicker. */
  becomesFrequent: boolean
}

/** A match meets every condition of one of these lists; each condition has an index. */
export type Indexed = readonly (readonly string[])[]

/** Undefined when nothing can match. The first value is the location. */
export function filterSql(filter: OrderFilter, locationId: string, values: unknown[]): FilterSql | undefined {
  const parameter = (value: unknown): string => `$${values.push(value)}`
  const range = [`o.location_id = ${parameter(locationId)}`]
  if (filter.from !== undefined) range.push(`o.placed_at >= ${parameter(filter.from)}`)
  if (filter.to !== undefined) range.push(`o.placed_at < ${parameter(filter.to)}`)
  const rangeValues = values.length

  const { companyId, companyIds, integrationId, status, gateway, state, cause, q } = filter
  const indexed: Indexed[] = []
  if (q?.trim()) {
    const words = wordsAsked(q, parameter)
    if (words.length === 0) return undefined
    indexed.push(words)
  }
  const ask = (condition: string): void => void indexed.push([[condition]])
  const id = integrationId === undefined ? '' : parameter(integrationId)
  const one = id && `and i.id = ${id}`
  if (status !== undefined) {
    const lexeme = `'${statusLexeme(status).replace(/[\\']/g, '$&$&')}'`
    ask(`(o.status = ${parameter(status)} and o.search @@ ${parameter(lexeme)}::tsquery)`)
  }
  if (gateway !== undefined) ask(`o.gateways @> array[${parameter(gateway)}::text]`)
  if (filter.ids) ask(`o.id = any (${parameter(filter.ids)}::text[])`)
  if (companyIds) ask(`o.company_id = any (${parameter(companyIds)}::uuid[])`)
  if (companyId !== undefined) ask(`o.company_id = ${parameter(companyId)}`)
  if (id) ask(`o.company_id = (select company_id from integration where id = ${id})`)
  const indexedValues = values.length
  const others: string[] = []
  // Keys are numbers, so they are safe in the text; not every statement of the search has a parameter for
  // them.
  if (filter.except?.length) others.push(`o.key <> all ('{${filter.except.map(Number)}}'::bigint[])`)
  if (state !== undefined)
    others.push(stateSql(state, one, cause === undefined ? '' : `and e.held_code = ${parameter(cause)}`))
  return {
    range: range.join(' and '),
    rangeValues,
    rest: allOf([...indexed.map(anyOf), ...others]),
    indexed,
    indexedValues,
    others,
    state: sourceOf(state, one),
  }
}

/** Conditions as one. */
export function allOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' and ')
}

/** The condition of these lists as one. */
export function anyOf(lists: Indexed): string {
  return `(${lists.map(conditions => conditions.join(' and ')).join(' or ')})`
}

function wordsAsked(text: string, parameter: (value: unknown) => string): Indexed {
  const words = searchQueries(text).map(list => list.map(query => `o.search @@ ${parameter(query)}::tsquery`))
  // A text with a digit may be a number in 1C.
  if (asWholeWord(text) !== undefined)
    words.push(...numberIn1CConditions(text, parameter).map(condition => [condition]))
  const number = asSequenceNumber(text)
  if (number === undefined) return words
  const companies = 'array(select id from company where location_id = $1)'
  return [...words, [`(o.company_id = any (${companies}) and o.sequence_number = ${parameter(number)})`]]
}

function sourceOf(state: OrderState | undefined, one: string): StateSource | undefined {
  const source = (rows: string, order = 'order_key', becomesFrequent = false): StateSource => ({
    from: most => `integration i
         cross join lateral (select e.order_key from ${rows} e order by ${order} limit ${most}) s
          join sale_order o on o.key = s.order_key
         where i.location_id = $1 ${one}`,
    becomesFrequent,
  })
  switch (state) {
    case 'owed':
    case 'changed':
      // Ordered by the key of the index outbox_entry_owed: nothing else tells PostgreSQL how few of the
      // entries are owed.
      return source(owedEntries('i.key'), `${placeSql('e')}, e.order_key`)
    case 'offered':
      return source(unconfirmedItems('i.key'))
    case 'held':
      return source(heldEntries('i.key'))
    case 'confirmed':
      return source(confirmedEntries('i.key'), 'order_key', true)
    default:
      return undefined
  }
}

const HAS_STATE =
  '(e.pending_revision > e.confirmed_revision or e.confirmed_at is not null or e.held_since is not null)'

/** Evaluated order by order ("offset 0"): as a join it would read the whole outbox for one page. */
function stateSql(state: OrderState, one: string, cause: string): string {
  const entry = (condition: string): string =>
    `exists (select from integration i join ${entryJoin('e', 'i.key', 'o.key')}
              where i.company_id = o.company_id ${one} and ${condition} offset 0)`
  const owed = entry(owedSql('e'))
  const held = entry('e.held_since is not null')
  switch (state) {
    case 'owed':
      return owed
    case 'offered':
      return entry(isOffered('e'))
    case 'changed':
      return entry(`${owedSql('e')} and e.confirmed_revision > 0 and not ${isOffered('e')}`)
    case 'held':
      return entry(`e.held_since is not null ${cause}`)
    case 'confirmed':
      return `${entry('e.confirmed_at is not null')} and not ${owed} and not ${held}`
    case 'not-matching':
      return `not ${entry(HAS_STATE)}`
  }
}

/**
 * Conditions on `sale_order o`: some 1C of the location ($1) knows the order by this number, or its document
 * of the order has this number or one that ends in it (accounting/).
 */
export function numberIn1CConditions(text: string, parameter: (value: unknown) => string): string[] {
  const number = parameter(text.trim())
  const digits = asNumberEnding(text)
  const documents = (condition: string): string =>
    `select d.order_key from integration i join accounting_document d on d.integration_key = i.key
      where i.location_id = $1 and ${condition}`
  const sources = [
    `select sent.order_key from integration i cross join lateral ${ordersBySentNumber('i.key', number)} sent
      where i.location_id = $1`,
    documents(`lower(d.reported->>'documentNumber') = lower(${number})`),
    ...(digits === undefined
      ? []
      : [
          documents(
            `ltrim(substring(d.reported->>'documentNumber' from '[0-9]+$'), '0') = ${parameter(digits)}`,
          ),
        ]),
  ]
  return sources.map(source => `o.key = any (array(${source}))`)
}
