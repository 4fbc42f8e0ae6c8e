import type { Queryable } from '../../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { containsPattern } from '../../db/values/like.js'
import { type Company, type CompanyRow, SELECT_COMPANIES, toCompany } from './company.js'

export interface CompanyListRequest extends PageRequest {
  /** Part of the name, or the first digits of the ИНН. */
  q?: string | undefined
  /** Absent: both. */
  archived?: boolean | undefined
}

/** A location's companies by name. */
export async function listCompanies(
  db: Queryable,
  locationId: string,
  { q, archived, limit, cursor }: CompanyListRequest,
): Promise<Page<Company>> {
  const after = readCursor(cursor, ['text', 'uuid'])
  const text = q?.trim() || undefined
  const { rows } = await db.query<CompanyRow>(
    `${SELECT_COMPANIES}
      where c.location_id = $1
        and ($2::text is null or c.name ilike $2 or starts_with(c.inn, $3))
        and ($4::boolean is null or (c.archived_at is not null) = $4)
        and ($5::text is null or (c.name, c.id) > ($5, $6::uuid))
      order by c.name, c.id limit $7`,
    [
      locationId,
      text === undefined ? null : containsPattern(text),
      text?.replaceAll('\0', '') ?? null,
      archived ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  )
  return toPage(rows, limit, toCompany, row => [row.name, row.id])
}
