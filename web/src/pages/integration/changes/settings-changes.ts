type Settings = Readonly<Record<string, unknown>>

/** One key of the settings: removed and added values; for a list only the items that differ. */
export interface KeyChange {
  key: string
  removed: unknown[]
  added: unknown[]
}

/** The differences between two settings, key by key, in the order of the newer. */
export function settingsChanges(before: Settings = {}, after: Settings = {}): KeyChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return keys
    .map(key => {
      const [old, now] = [valuesOf(before[key]), valuesOf(after[key])]
      return { key, removed: without(old, now), added: without(now, old) }
    })
    .filter(({ removed, added }) => removed.length > 0 || added.length > 0)
}

function valuesOf(value: unknown): unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** Compared as multisets: the same item once and twice differ. */
function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const left = others.map(other => JSON.stringify(other))
  return values.filter(value => {
    const at = left.indexOf(JSON.stringify(value))
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}
