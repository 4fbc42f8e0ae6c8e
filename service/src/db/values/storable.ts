/** Without NUL, which PostgreSQL cannot store, and truncated. */
export function storable(text: string, maxLength: number): string {
  return text.replaceAll('\0', '').slice(0, maxLength)
}
