/** True for what PostgreSQL takes as a uuid; ids from outside are asked this first, so that nonsense is simply not found. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}
