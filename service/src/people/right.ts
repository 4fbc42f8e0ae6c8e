/** What an API token may be allowed; people's rights follow from their role. */
export const RIGHTS = [
  'orders:read',
  'orders:write',
  'integrations:read',
  'integrations:write',
  'companies:read',
  'companies:write',
  'journal:read',
  'events:read',
] as const
export type Right = (typeof RIGHTS)[number]
