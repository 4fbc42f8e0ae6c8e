import { createHash } from 'node:crypto'
import type { OneC } from '../base/base.js'

/**
 * What a field holds. `composite`: a value of one of several types, which stands in a second field, `X_Type`.
 * `int64` is text in JSON. `table`: the rows of a tabular part, or the records of a set.
 */
export type FieldType = 'guid' | 'composite' | 'text' | 'number' | 'int64' | 'date' | 'boolean' | 'table'

/** A date is the base's wall clock, a reference a GUID, a tabular part rows. */
export type Row = Record<string, unknown>

/** One entity set. */
export interface EntitySet {
  name: string
  fields: Record<string, FieldType>
  /** Fields that together name one entity. */
  key: string[]
  rows(base: OneC): Row[]
}

export const NO_REFERENCE = '00000000-0000-0000-0000-000000000000'
const TYPES = 'StandardODATA.'
const EMPTY: Record<FieldType, unknown> = {
  guid: NO_REFERENCE,
  composite: '',
  text: '',
  number: 0,
  int64: '0',
  date: '0001-01-01T00:00:00',
  boolean: false,
  table: [],
}

/** A set of these fields; what a row leaves out is empty as 1C has it. */
export function entitySet(
  name: string,
  fields: Record<string, FieldType>,
  key: string[],
  rows: EntitySet['rows'],
): EntitySet {
  const all: EntitySet['fields'] = {}
  const empty: Row = {}
  for (const [field, type] of Object.entries(fields)) {
    all[field] = type
    empty[field] = EMPTY[type]
    if (type !== 'composite') continue
    all[`${field}_Type`] = 'text'
    empty[`${field}_Type`] = `${TYPES}Undefined`
  }
  return { name, fields: all, key, rows: base => rows(base).map(row => ({ ...empty, ...row })) }
}

const STANDARD = {
  Ref_Key: 'guid',
  DataVersion: 'text',
  DeletionMark: 'boolean',
} as const

/** A document, and a set for each of its tabular parts. */
export function documentSets(
  name: string,
  fields: Record<string, FieldType>,
  parts: Record<string, Record<string, FieldType>>,
  rows: EntitySet['rows'],
): EntitySet[] {
  const tables = Object.fromEntries(Object.keys(parts).map(part => [part, 'table' as const]))
  const header = {
    ...STANDARD,
    Number: 'text',
    Date: 'date',
    Posted: 'boolean',
    ...fields,
    ...tables,
  } as const
  const linesOf = (part: string): EntitySet =>
    entitySet(
      `Document_${name}_${part}`,
      { Ref_Key: 'guid', LineNumber: 'int64', ...parts[part] },
      ['Ref_Key', 'LineNumber'],
      base => rows(base).flatMap(row => (row[part] ?? []) as Row[]),
    )
  const partSets = Object.keys(parts).map(linesOf)
  const filled: EntitySet['rows'] = base =>
    rows(base).map(row => ({ ...row, ...partRows(row, partSets, name) }))
  return [entitySet(`Document_${name}`, header, ['Ref_Key'], filled), ...partSets]
}

/** The inline tables of a document have all fields of their sets, too. */
function partRows(row: Row, parts: readonly EntitySet[], name: string): Row {
  return Object.fromEntries(
    parts.map(set => {
      const part = set.name.slice(`Document_${name}_`.length)
      const empty = Object.fromEntries(Object.entries(set.fields).map(([key, type]) => [key, EMPTY[type]]))
      return [part, ((row[part] ?? []) as Row[]).map(line => ({ ...empty, ...line }))]
    }),
  )
}

export function catalogueSet(
  name: string,
  fields: Record<string, FieldType>,
  rows: EntitySet['rows'],
): EntitySet {
  const standard = { ...STANDARD, Code: 'text', Description: 'text' } as const
  return entitySet(name, { ...standard, ...fields }, ['Ref_Key'], rows)
}

/** A composite field that refers to an object, or holds a text. */
export const reference = (field: string, set: string, guid: string): Row => ({
  [field]: guid,
  [`${field}_Type`]: TYPES + set,
})
export const textIn = (field: string, text: string): Row => ({
  [field]: text,
  [`${field}_Type`]: 'Edm.String',
})
export const enumerationIn = (field: string, type: string, value: string): Row =>
  value === '' ? {} : { [field]: value, [`${field}_Type`]: TYPES + type }

/** The GUID of an object: always the same for the same facts. */
export function guidOf(kind: string, ...facts: readonly (string | number | null)[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([kind, ...facts]))
    .digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** The opaque text that changes with every write of an object. */
export function dataVersion(...facts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64').slice(0, 11).concat('=')
}
