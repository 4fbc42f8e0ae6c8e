/** True for what PostgreSQL accepts as a uuid. Check ids from outside with it, so that nonsense is simply not found. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}
