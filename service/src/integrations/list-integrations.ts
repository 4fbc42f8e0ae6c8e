import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import { isUuid } from '../db/values/uuid.js'
import { type Integration, type IntegrationRow, SELECT_INTEGRATIONS, toIntegration } from './integration.js'

export type IntegrationPage = PageRequest & { companyId?: string | undefined }

/** The integrations of a location or of a company, oldest first. */
export async function listIntegrations(
  db: Queryable,
  scope: Scope,
  { companyId, limit, cursor }: IntegrationPage,
): Promise<Page<Integration>> {
  const after = readCursor(cursor, ['time', 'uuid'])
  if (companyId !== undefined && !isUuid(companyId)) return { items: [], next: null }
  const { rows } = await db.query<IntegrationRow & { position: string }>(
    `select listed.*, i.created_at::text as position
       from (${SELECT_INTEGRATIONS}) listed join integration i on i.key = listed.key
      where i.location_id = $1 and ($2::uuid is null or i.company_id = $2)
        and ($3::timestamptz is null or (i.created_at, i.id) > ($3, $4::uuid))
        and ${companySeenSql('i.company_id', '$6')}
      order by i.created_at, i.id limit $5`,
    [
      locationIn(scope),
      companyId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
      companiesIn(scope),
    ],
  )
  return toPage(
    rows,
    limit,
    ({ position: _, ...row }) => toIntegration(row),
    row => [row.position, row.id],
  )
}
