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
   * confirmed: by one, and neither owed nor held; not-matching: none of these; by-hand: has a task, open
   * or done.
   */
  state?: OrderState | undefined
  /** Code of the hold: only orders that are held for it. */
  cause?: string | undefined
  /** Only orders with these ids of the platform. */
  ids?: readonly string[] | undefined
  /** ISO instants: from inclusive, to exclusive. */
  from?: string | undefined
  to?: string | undefined
  /** ISO instant, inclusive: put or changed since then. */
  changedSince?: string | undefined
  /** Without the orders with these keys. */
  except?: readonly number[] | undefined
  /** The whole number in a 1C or its document, or beginnings of id, number, name, ИНН, e-mail or phone. */
  q?: string | undefined
}

/** The column that orders a list. */
export type ListDate = 'placed_at' | 'changed_at'

/** A filter as SQL over `sale_order o`; its parameters are in the values passed to filterSql. */
export interface FilterSql {
  /** Location and range of dates: conditions on the columns of the index sale_order_placed, or _changed. */
  range: string
  /** The other conditions; `true` if there are none. */
  rest: string
  /** Range and those conditions by which an index finds few orders. */
  indexed: string | undefined
  /** Range and companies, if only some are asked for. */
  companies: string | undefined
  /** The orders in the requested state, if an index finds them. */
  state: StateSource | undefined
}

interface StateSource {
  /** A condition that all matches meet, and others; it lacks some if an integration has `most` or more. */
  among: (most: number) => string
  /** Over time nearly every order gets this state, so looking at the list first is quicker. */
  becomesFrequent: boolean
}

/** Undefined when nothing can match. The first value is the location. `by`: the date that orders the list. */
export function filterSql(
  filter: OrderFilter,
  locationId: string,
  values: unknown[],
  by: ListDate = 'placed_at',
): FilterSql | undefined {
  const parameter = (value: unknown): string => `$${values.push(value)}`
  const range = [`o.location_id = ${parameter(locationId)}`]
  const dates: [ListDate, string, string | undefined][] = [
    ['placed_at', '>=', filter.from],
    ['placed_at', '<', filter.to],
    ['changed_at', '>=', filter.changedSince],
  ]

  const { companyId, companyIds, integrationId, status, gateway, cause, q } = filter
  const { state = cause === undefined ? undefined : 'held' } = filter
  const rest: string[] = []
  const indexed: string[] = []
  if (q?.trim()) {
    const words = wordsAsked(q, parameter)
    if (words.length === 0) return undefined
    rest.push(anyOf(words.map(list => list.join(' and '))))
    // An index would collect all orders for each beginning of a word, and many have a frequent one.
    indexed.push(anyOf(words.map(([rarest]) => rarest!)))
  }
  const ask = (condition: string): void => {
    rest.push(condition)
    indexed.push(condition)
  }
  for (const [column, compared, at] of dates)
    if (at !== undefined) {
      const condition = `o.${column} ${compared} ${parameter(at)}::timestamptz`
      if (column === by) range.push(condition)
      else ask(condition)
    }
  const id = integrationId === undefined ? '' : parameter(integrationId)
  const one = id && `and i.id = ${id}`
  if (status !== undefined) {
    const lexeme = `'${statusLexeme(status).replace(/[\\']/g, '$&$&')}'`
    ask(`(o.status = ${parameter(status)} and o.search @@ ${parameter(lexeme)}::tsquery)`)
  }
  if (gateway !== undefined) ask(`o.gateways @> array[${parameter(gateway)}::text]`)
  if (filter.ids) ask(`o.id = any (${parameter(filter.ids)}::text[])`)
  const companies: string[] = []
  if (companyIds) companies.push(`o.company_id = any (${parameter(companyIds)}::uuid[])`)
  if (companyId !== undefined) companies.push(`o.company_id = ${parameter(companyId)}`)
  rest.push(...companies)
  if (id) rest.push(`o.company_id = (select company_id from integration where id = ${id})`)
  if (filter.except?.length) rest.push(`o.key <> all (${parameter(filter.except)}::bigint[])`)
  if (state !== undefined) rest.push(stateSql(state, one))
  if (cause !== undefined) rest.push(stateSql('held', one, `and e.held_code = ${parameter(cause)}`))
  return {
    range: range.join(' and '),
    rest: rest.length === 0 ? 'true' : rest.join(' and '),
    indexed: indexed.length === 0 ? undefined : [...range, ...indexed].join(' and '),
    companies: companies.length === 0 ? undefined : [...range, ...companies].join(' and '),
    state: sourceOf(state, one),
  }
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(' or ')})`
}

/** A match meets all conditions of one of these lists, of which the first is the rarest. */
function wordsAsked(text: string, parameter: (value: unknown) => string): string[][] {
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
  const source = (entries: string, order = 'order_key', becomesFrequent = false): StateSource => ({
    among: most => `o.key = any (array(
      select s.order_key from integration i
       cross join lateral (select e.order_key from ${entries} e order by ${order} limit ${most}) s
       where i.location_id = $1 ${one}))`,
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
    case 'by-hand':
      return source('(select * from accounting_task task where task.integration_key = i.key)')
    default:
      return undefined
  }
}

const HAS_STATE =
  '(e.pending_revision > e.confirmed_revision or e.confirmed_at is not null or e.held_since is not null)'

/** Evaluated order by order ("offset 0"): as a join it would read the whole outbox for one page. */
function stateSql(state: OrderState, one: string, cause = ''): string {
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
    case 'by-hand':
      return `exists (select from integration i join accounting_task t on t.integration_key = i.key
                       where i.company_id = o.company_id ${one} and t.order_key = o.key offset 0)`
    case 'not-matching':
      return `not ${entry(HAS_STATE)}`
  }
}

/** Conditions on `o`: a 1C of the location ($1) knows it, or its document, by this number or its end. */
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
