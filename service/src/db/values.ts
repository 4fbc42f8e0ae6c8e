/** Check ids from outside with it, so that nonsense is simply not found. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}

/** True for a day that exists, `2024-02-29`. PostgreSQL rejects any other, and the year 0. */
export function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !day.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** A pattern for LIKE and ILIKE that finds `text` anywhere; its own %, _ and \ are literal. */
export function containsPattern(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`
}

/** The text truncated, and without NUL, which PostgreSQL cannot store. */
export function storable(text: string, maxLength: number): string {
  return text.replaceAll('\0', '').slice(0, maxLength)
}

/** JSON that PostgreSQL's JSON functions can read: without texts that it can't store. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value)
  if (!UNSTORABLE.test(text)) return text
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  )
}
// NUL and half of a surrogate pair, as JSON writes them.
const UNSTORABLE = /\\u(0000|d)/

/** The text without NUL, and with U+FFFD for half of a surrogate pair, which truncating may leave. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
}
