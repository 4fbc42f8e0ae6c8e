import { describeProblem } from '@obmen/contract'
import { invalidAt } from '../errors/app-error.js'
import { isRealDay, isUuid } from './values.js'

/** One page of a list; pass `next` as the cursor of the next page, null is the end. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

export interface PageRequest {
  limit: number
  cursor?: string | undefined
}

/**
 * `time` is PostgreSQL's text of a timestamptz: a Date would lose microseconds, and rows with them. `only`:
 * this very text, such as the order of the list.
 */
export type CursorPart = 'text' | 'uuid' | 'time' | 'number' | { only: string }

const TIME = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-5])(:?[0-5]\d)?$/

/** A page of `limit + 1` rows. `position`: the values that order the list, the last one unique. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last !== undefined ? writeCursor(position(last)) : null
  return { items, next }
}

export function writeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** A page, or a list, with its items changed. */
export function mapPage<Row, Item, More extends object>(
  { items, ...more }: { items: readonly Row[] } & More,
  toItem: (row: Row) => Item,
): { items: Item[] } & Omit<More, 'items'> {
  return { items: items.map(row => toItem(row)), ...more }
}

/** Decodes a cursor; undefined without one. Throws AppError `invalid` for one that we did not issue. */
export function readCursor(
  cursor: string | undefined,
  parts: readonly CursorPart[],
): (string | number)[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(values) &&
      values.length === parts.length &&
      parts.every((part, at) => fits(part, values[at]))
    ) {
      return values as (string | number)[]
    }
  } catch {
    // Not JSON: refused below.
  }
  throw invalidAt('/cursor', describeProblem('page-cursor-broken'))
}

function fits(part: CursorPart, value: unknown): boolean {
  if (typeof part === 'object') return value === part.only
  switch (part) {
    case 'number':
      return Number.isSafeInteger(value)
    case 'uuid':
      return typeof value === 'string' && isUuid(value)
    case 'time':
      return typeof value === 'string' && TIME.test(value) && isRealDay(value.slice(0, 10))
    case 'text':
      return typeof value === 'string' && !value.includes('\0')
  }
}
