type Settings = Readonly<Record<string, unknown>>

/** One key of the settings: values that are gone and values that came; of a list only the items that differ. */
export interface KeyChange {
  key: string
  removed: unknown[]
  added: unknown[]
}

/** What differs between two settings, key by key, in the order of the newer. */
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

/** As multisets: the same item twice and once differ. */
function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const left = others.map(other => JSON.stringify(other))
  return values.filter(value => {
    const at = left.indexOf(JSON.stringify(value))
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}
