/** At most `limit` characters of a text, never half of a surrogate pair. */
export function truncateText(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
}
