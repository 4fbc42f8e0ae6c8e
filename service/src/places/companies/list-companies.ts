import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { containsPattern } from '../../db/values/like.js'
import { type Company, type CompanyRow, SELECT_COMPANIES, toCompany } from './company.js'

interface CompanyFilter {
  /** Part of the name, or the first digits of the ИНН. */
  q?: string | undefined
  /** Absent: both. */
  archived?: boolean | undefined
}

export type CompanyListRequest = CompanyFilter & PageRequest

/** A location's companies by name. */
export async function listCompanies(
  db: Queryable,
  scope: Scope,
  { q, archived, limit, cursor }: CompanyListRequest,
): Promise<Page<Company>> {
  const after = readCursor(cursor, ['text', 'uuid'])
  const { rows } = await db.query<CompanyRow>(
    `${SELECT_COMPANIES}
      where ${FILTER}
        and ($6::text is null or (c.name, c.id) > ($6, $7::uuid))
      order by c.name, c.id limit $8`,
    [...filterValues(scope, { q, archived }), after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  )
  return toPage(rows, limit, toCompany, row => [row.name, row.id])
}

/** How many companies the list has in all. */
export async function countCompanies(db: Queryable, scope: Scope, filter: CompanyFilter): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from company c where ${FILTER}`,
    filterValues(scope, filter),
  )
  return rows[0]!.count
}

const FILTER = `c.location_id = $1
        and ($2::text is null or c.name ilike $2 or starts_with(c.inn, $3))
        and ($4::boolean is null or (c.archived_at is not null) = $4)
        and ${companySeenSql('c.id', '$5')}`

function filterValues(scope: Scope, { q, archived }: CompanyFilter): unknown[] {
  const text = q?.trim() || undefined
  const pattern = text === undefined ? null : containsPattern(text)
  return [
    locationIn(scope),
    pattern,
    text?.replaceAll('\0', '') ?? null,
    archived ?? null,
    companiesIn(scope),
  ]
}
