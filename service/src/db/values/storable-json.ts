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
