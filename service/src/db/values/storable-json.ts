/** JSON that PostgreSQL's functions take apart: of storable texts. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value)
  if (!SUSPICIOUS.test(text)) return text
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  )
}
// As JSON writes NUL and half of a surrogate pair.
const SUSPICIOUS = /\\u(0000|d)/

/** Without NUL, and with U+FFFD for half of a surrogate pair, which a cut may leave. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
}
