import { closest, distance } from 'fastest-levenshtein'

/** The known name that was probably meant, ignoring case; undefined if none is close. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const normalized = name.trim().toLowerCase()
  const nearest = closest(normalized, known as string[])
  if (nearest === undefined) return undefined
  const mistakes = distance(normalized, nearest.toLowerCase())
  const allowed = Math.max(1, Math.floor(nearest.length / 3))
  return mistakes <= allowed || (normalized.length >= 4 && nearest.startsWith(normalized))
    ? nearest
    : undefined
}
