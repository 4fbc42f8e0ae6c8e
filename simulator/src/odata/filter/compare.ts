import { badFilter } from '../errors.js'
import type { Row } from '../sets.js'

/** A part of a condition. A `composite` and a `reference` (the result of `cast`) have the value `type|guid`. */
export interface Operand {
  type: 'guid' | 'composite' | 'reference' | 'text' | 'number' | 'date' | 'boolean'
  value(row: Row): unknown
  literal?: string
}

type Value = string | number | boolean

const ORDER: Record<string, (a: Value, b: Value) => boolean> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
}

/** A condition as a whole must be a truth value. */
export function truth({ type, value }: Operand): (row: Row) => boolean {
  if (type !== 'boolean') throw badFilter('boolean')
  return value as (row: Row) => boolean
}

/**
 * Compares as 1C does: a composite field with a bare GUID, and a text with a date, are never equal and no error;
 * a text field with a number is one. GUIDs have no order.
 */
export function compare(operator: string, left: Operand, right: Operand): Operand {
  const [first, second] = left.type <= right.type ? [left, right] : [right, left]
  const types = `${first.type}|${second.type}`
  const isEquality = operator === 'eq' || operator === 'ne'
  if (types === 'composite|guid' || types === 'date|text')
    return { type: 'boolean', value: () => operator === 'ne' }
  const pair = pairOf(types, left, right)
  const isOrdered = types === 'number|number' || types === 'date|date' || types === 'text|text'
  if (pair === undefined || !(isEquality || isOrdered))
    throw badFilter(`${left.type} ${operator} ${right.type}`)
  const holds = ORDER[operator]!
  const [a, b] = pair
  return { type: 'boolean', value: row => holds(a(row) as Value, b(row) as Value) }
}

type Pair = [Operand['value'], Operand['value']]

/** What is compared with what; undefined: 1C has no comparison of these types. */
function pairOf(types: string, left: Operand, right: Operand): Pair | undefined {
  switch (types) {
    case 'guid|guid':
    case 'boolean|boolean':
    case 'number|number':
    case 'date|date':
    case 'text|text':
    case 'composite|composite':
    case 'composite|reference':
      return [left.value, right.value]
    case 'composite|text':
      return [typed(left), typed(right)]
    case 'guid|reference':
      return [guidIn(left), guidIn(right)]
  }
}

/** A text as a value of a composite field. */
const typed = ({ type, value }: Operand): Operand['value'] =>
  type === 'text' ? row => `Edm.String|${value(row)}` : value
const guidIn =
  ({ value }: Operand): Operand['value'] =>
  row =>
    String(value(row)).split('|').at(-1)
