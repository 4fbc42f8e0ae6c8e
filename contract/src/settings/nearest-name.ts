import { closest, distance } from 'fastest-levenshtein'

/** The known name that was probably meant, ignoring case; undefined if none is close. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.trim().toLowerCase()
  const nearest = closest(wanted, known as string[])
  if (nearest === undefined) return undefined
  const mistakes = distance(wanted, nearest.toLowerCase())
  const allowed = Math.max(1, Math.floor(nearest.length / 3))
  return mistakes <= allowed || (wanted.length >= 4 && nearest.startsWith(wanted)) ? nearest : undefined
}
