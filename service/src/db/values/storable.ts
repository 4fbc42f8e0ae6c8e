/** PostgreSQL keeps no NUL; and nobody needs a header of kilobytes. */
export function storable(text: string, maxLength: number): string {
  return text.replaceAll('\0', '').slice(0, maxLength)
}
