/** A pattern for LIKE and ILIKE that finds `text` anywhere; its own %, _ and \ are literal. */
export function containsPattern(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`
}
