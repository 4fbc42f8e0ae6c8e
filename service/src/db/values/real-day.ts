/** True for a day that exists, `2024-02-29`. PostgreSQL rejects any other, and the year 0. */
export function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !day.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
