import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import type { IntegrationChange } from './integration-change.js'

interface Row extends Omit<IntegrationChange, 'by'> {
  person: string | null
  token: string | null
}

/** Changes of an integration and who made them, newest first. */
export async function listChanges(
  db: Queryable,
  integrationKey: number,
  { limit, cursor }: PageRequest,
): Promise<Page<IntegrationChange>> {
  const before = readCursor(cursor, ['number'])
  const { rows } = await db.query<Row>(
    `select c.id, c.at, c.kind, c.before, c.after, coalesce(nullif(u.name, ''), u.email) as person, t.name as token
       from integration_change c
       left join user_account u on u.id = c.user_id
       left join api_token t on t.id = c.token_id
      where c.integration_key = $1 and ($2::bigint is null or c.id < $2)
      order by c.id desc limit $3`,
    [integrationKey, before?.[0] ?? null, limit + 1],
  )
  return toPage(rows, limit, toChange, row => [row.id])
}

function toChange({ person, token, ...row }: Row): IntegrationChange {
  if (person !== null) return { ...row, by: { kind: 'person', name: person } }
  return { ...row, by: token === null ? null : { kind: 'token', name: token } }
}
