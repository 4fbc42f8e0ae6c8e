/** The text truncated, and without NUL, which PostgreSQL cannot store. */
export function storable(text: string, maxLength: number): string {
  return text.replaceAll('\0', '').slice(0, maxLength)
}
