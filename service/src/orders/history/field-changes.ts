import { pointer } from '../intake/read/field-problems.js'
import { truncateText } from '../intake/read/order-limits.js'

/** One difference of two contents; `before` or `after` is missing where the field itself was. */
export interface FieldChange {
  /** JSON pointer into the newer content; for what was removed, into the older one. */
  path: string
  /** The line or payment that it belongs to, as people know it: its name, else its id. */
  item?: string
  before?: unknown
  after?: unknown
}

/** Limits of what is reported of one revision; the stored one is complete. */
const MAX_CHANGES = 200
const MAX_TEXT = 1000

/** What changed from one content to the next. Lines and payments are matched by id if it is unique. */
export function fieldChanges(before: object, after: object): FieldChange[] {
  const changes: FieldChange[] = []
  compare(before, after, { path: [] }, changes)
  return changes.slice(0, MAX_CHANGES)
}

interface Place {
  path: readonly (string | number)[]
  item?: string
}

function compare(before: unknown, after: unknown, place: Place, changes: FieldChange[]): void {
  if (before === after || changes.length >= MAX_CHANGES) return
  if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, place, changes)
  else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(before[name], after[name], { ...place, path: [...place.path, name] }, changes)
  } else changes.push(change(before, after, place))
}

function compareLists(before: unknown[], after: unknown[], { path }: Place, changes: FieldChange[]): void {
  const ids = [before, after].map(list => list.map(item => (isObject(item) ? item.id : undefined)))
  const haveUniqueIds = ids.every(
    list => list.every(id => typeof id === 'string') && new Set(list).size === list.length,
  )
  const places = haveUniqueIds ? new Map(ids[0]!.map((id, index) => [id, index])) : undefined
  const matched = new Set<number>()
  after.forEach((item, index) => {
    const place = places ? places.get(ids[1]![index]) : index
    if (place !== undefined && place < before.length) matched.add(place)
    compare(place === undefined ? undefined : before[place], item, placeOf(item, path, index), changes)
  })
  before.forEach((item, index) => {
    if (!matched.has(index)) compare(item, undefined, placeOf(item, path, index), changes)
  })
}

function placeOf(item: unknown, path: Place['path'], index: number): Place {
  const label = isObject(item) ? (item.name ?? item.id) : undefined
  return { path: [...path, index], ...(typeof label === 'string' ? { item: label } : {}) }
}

function change(before: unknown, after: unknown, { path, item }: Place): FieldChange {
  return {
    path: pointer(path),
    ...(item === undefined ? {} : { item: shortText(item) }),
    ...(before === undefined ? {} : { before: shortened(before) }),
    ...(after === undefined ? {} : { after: shortened(after) }),
  }
}

/** Shortens all texts in a value, which may be a whole line or list. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return shortText(value)
  if (Array.isArray(value)) return value.slice(0, MAX_CHANGES).map(shortened)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part)]))
}

function shortText(text: string): string {
  return text.length > MAX_TEXT ? `${truncateText(text, MAX_TEXT)}…` : text
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
