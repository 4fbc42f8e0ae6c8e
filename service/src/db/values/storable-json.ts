/** JSON that PostgreSQL's functions take apart: without NUL, and with U+FFFD for half of a surrogate pair, which a cut may leave. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD') : part,
  )
}
