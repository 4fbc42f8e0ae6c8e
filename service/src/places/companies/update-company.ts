import { describeProblem } from '@obmen/contract'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { isMet, type Precondition } from '../../db/precondition.js'
import { AppError } from '../../errors/app-error.js'
import { checkCompany } from './check-company.js'
import type { Company } from './company.js'
import { getCompany } from './get-company.js'

export interface CompanyPatch {
  name?: string | undefined
  inn?: string | undefined
  kpp?: string | null | undefined
  archived?: boolean | undefined
}

/**
 * An archived company keeps its orders and numbers and gets no new integrations. `precondition`: the version that the person saw, if
 * known. Throws AppError `not-found`, `invalid`, `revision-mismatch` (somebody else changed it first), or `conflict` when archiving it while it
 * has an enabled integration.
 */
export async function updateCompany(
  db: Database,
  locationId: string,
  companyId: string,
  patch: CompanyPatch,
  precondition?: Precondition,
): Promise<Company> {
  return db.transaction(async tx => {
    const { id } = await getCompany(tx, locationId, companyId)
    if (patch.archived === true) await lockCompanies(tx, 'rules', 'exclusive', [id])
    await tx.query('select from company where id = $1 for no key update', [id])
    const before = await getCompany(tx, locationId, id)
    if (!isMet(precondition, before.version))
      throw new AppError('revision-mismatch', describeProblem('company-changed-meanwhile'))
    if (patch.archived === true) await requireNoEnabledIntegration(tx, id)
    const { name, inn, kpp } = checkCompany({
      name: patch.name ?? before.name,
      inn: patch.inn ?? before.inn,
      kpp: patch.kpp === undefined ? before.kpp : patch.kpp,
    })
    await tx.query(
      `update company
          set name = $2, inn = $3, kpp = $4, version = version + 1,
              archived_at = case when $5::boolean is null then archived_at when $5 then coalesce(archived_at, now()) end
        where id = $1 and (name, inn, kpp, archived_at is not null) is distinct from ($2, $3, $4, coalesce($5, archived_at is not null))`,
      [id, name, inn, kpp, patch.archived ?? null],
    )
    return getCompany(tx, locationId, id)
  })
}

async function requireNoEnabledIntegration(tx: Queryable, companyId: string): Promise<void> {
  const { rows } = await tx.query<{ name: string }>(
    'select name from integration where company_id = $1 and enabled order by created_at limit 5',
    [companyId],
  )
  if (rows.length > 0)
    throw new AppError(
      'conflict',
      describeProblem('company-has-integrations', { names: rows.map(row => row.name) }),
    )
}
