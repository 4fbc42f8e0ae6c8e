import { badOption, noField, Refusal } from './errors.js'
import { parseFilter } from './filter/parse.js'
import type { EntitySet, Row } from './sets.js'

/** Options of a query, by the names that the address has; `allowedOnly` is known with and without `$`. */
export type Options = Map<string, string>

const KNOWN = ['$filter', '$select', '$orderby', '$top', '$skip', '$expand', '$format', '$allowedOnly']

/** Reads what follows `?`. A plus stays a plus; what is no percent-encoding of UTF-8 is refused. */
export function readOptions(query: string): Options {
  const options: Options = new Map()
  for (const part of query.split('&').filter(part => part !== '')) {
    const [name = '', ...value] = part.split('=')
    let decoded: [string, string]
    try {
      decoded = [decodeURIComponent(name), decodeURIComponent(value.join('='))]
    } catch {
      throw badOption(part)
    }
    if (decoded[0].startsWith('$') && !KNOWN.includes(decoded[0])) throw badOption(decoded[0])
    options.set(...decoded)
  }
  return options
}

/** The rows of a set that the options ask for. */
export function select(set: EntitySet, all: readonly Row[], options: Options): Row[] {
  const filter = options.get('$filter')
  const found = filter === undefined ? [...all] : all.filter(parseFilter(filter, set))
  sort(set, found, options.get('$orderby'))
  const project = projection(set, options)
  const skip = whole(options, '$skip') ?? 0
  const top = whole(options, '$top')
  return found.slice(skip, top === undefined ? undefined : skip + top).map(project)
}

function whole(options: Options, name: string): number | undefined {
  const text = options.get(name)
  if (text !== undefined && !/^\d{1,9}$/.test(text)) throw badOption(`${name}=${text}`)
  return text === undefined ? undefined : Number(text)
}

/** Without `$orderby` the order is not promised: by GUIDs, which are as good as drawn by lot. */
function sort(set: EntitySet, rows: Row[], orderBy = ''): void {
  const parts = orderBy === '' ? [] : orderBy.split(',').map(part => part.trim().split(/ +/))
  const fields = parts.map(([field = '', direction = 'asc']) => {
    if (set.fields[field] === undefined) throw noField(field)
    if (direction !== 'asc' && direction !== 'desc') throw badOption(`$orderby=${orderBy}`)
    return { field, sign: direction === 'asc' ? 1 : -1 }
  })
  for (const field of set.key) fields.push({ field, sign: 1 })
  rows.sort((a, b) => {
    for (const { field, sign } of fields) {
      const [left, right] = [a[field] as string, b[field] as string]
      if (left !== right) return left < right ? -sign : sign
    }
    return 0
  })
}

/** `$select`: fields by their whole names, `*`, `**` (no tables), `Part/Field`. */
export function projection(set: EntitySet, options: Options): (row: Row) => Row {
  if (options.has('$expand')) throw new Refusal(501, 0, 'expand is not played')
  const selected = (options.get('$select') ?? '*').split(',').map(name => name.trim())
  const names = selected.flatMap(name => {
    if (name === '*') return Object.keys(set.fields)
    if (name === '**') return Object.keys(set.fields).filter(field => set.fields[field] !== 'table')
    const [field = '', column] = name.split('/')
    if (set.fields[field] === undefined || (column !== undefined && set.fields[field] !== 'table'))
      throw noField(name)
    return [name]
  })
  return row => Object.fromEntries(names.map(name => valueAt(row, name)))
}

function valueAt(row: Row, name: string): [string, unknown] {
  const [field = '', column] = name.split('/')
  if (column === undefined) return [field, row[field]]
  const lines = row[field] as Row[]
  return [field, lines.map(line => ({ LineNumber: line.LineNumber, [column]: line[column] }))]
}
