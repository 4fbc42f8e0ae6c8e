import { pointer } from './field-problems.js'

/** One difference of two contents; `before` or `after` is missing where the field itself was. */
export interface FieldChange {
  /** JSON pointer into the newer content; of what has gone, into the older. */
  path: string
  before?: unknown
  after?: unknown
}

/** Differences told of one revision at most. */
export const MAX_CHANGES = 200

/** What changed from one content of an order to the next. Lines and payments are compared by their id where it tells them apart. */
export function fieldChanges(before: object, after: object): FieldChange[] {
  const changes: FieldChange[] = []
  compare(before, after, [], changes)
  return changes.slice(0, MAX_CHANGES)
}

type Path = readonly (string | number)[]

function compare(before: unknown, after: unknown, path: Path, changes: FieldChange[]): void {
  if (before === after || changes.length >= MAX_CHANGES) return
  if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, path, changes)
  else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(before[name], after[name], [...path, name], changes)
  } else changes.push(change(before, after, path))
}

function compareLists(before: unknown[], after: unknown[], path: Path, changes: FieldChange[]): void {
  const ids = [before, after].map(list => list.map(item => (isObject(item) ? item.id : undefined)))
  const isTellable = ids.every(
    list => list.every(id => typeof id === 'string') && new Set(list).size === list.length,
  )
  const places = isTellable ? new Map(ids[0]!.map((id, index) => [id, index])) : undefined
  const met = new Set<number>()
  after.forEach((item, index) => {
    const place = places ? places.get(ids[1]![index]) : index
    if (place !== undefined && place < before.length) met.add(place)
    compare(place === undefined ? undefined : before[place], item, [...path, index], changes)
  })
  before.forEach((item, index) => {
    if (!met.has(index)) compare(item, undefined, [...path, index], changes)
  })
}

function change(before: unknown, after: unknown, path: Path): FieldChange {
  return {
    path: pointer(path),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
