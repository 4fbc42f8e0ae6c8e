import { describeProblem, type FieldProblem, type TaxRegime } from '@obmen/contract'
import type { Company as ShownCompany } from '@obmen/contract/rest'
import { lockCompanies } from '../db/company-locks.js'
import type { Database, Queryable } from '../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { isMet, type Precondition } from '../db/precondition.js'
import type { WithTimes } from '../db/rows.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import { containsPattern, isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import { requestFindings } from '../findings/recalculate.js'
import { innProblem, innWarning, kppProblem } from './inn.js'
import { checkName } from './locations.js'

/** A supplier of goods or services: orders, numbers for 1C and integrations belong to one. */
export type Company = WithTimes<Omit<ShownCompany, 'archived'>, 'createdAt'> & {
  locationId: string
  archivedAt: Date | null
}

export type CompanyRow = Omit<Company, 'notes'>

/** Numbers allocated are the count of orders: the list is as fast with a million of them. */
const SELECT_COMPANIES = `
  select c.id, c.location_id as "locationId", c.name, c.inn, c.kpp, c.regimes, c.created_at as "createdAt",
         c.archived_at as "archivedAt", c.version,
         (select count(*) from integration i where i.company_id = c.id) as "integrationCount",
         (select n.next_order_number - 1 - n.skipped_order_numbers from company_counter n
           where n.company_id = c.id) as "orderCount"
    from company c`

function toCompany(row: CompanyRow): Company {
  const warning = innWarning(row.inn)
  return { ...row, notes: warning === undefined ? [] : [warning] }
}

/** Throws AppError `not-found`, also for a company outside the scope and for what is no id at all. */
export async function getCompany(db: Queryable, scope: Scope, companyId: string): Promise<Company> {
  const { rows } = isUuid(companyId)
    ? await db.query<CompanyRow>(
        `${SELECT_COMPANIES} where c.location_id = $1 and c.id = $2 and ${companySeenSql('c.id', '$3')}`,
        [locationIn(scope), companyId, companiesIn(scope)],
      )
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', describeProblem('company-not-found'))
  return toCompany(rows[0])
}

interface CompanyInput {
  name: string
  inn: string
  kpp?: string | null | undefined
  regimes?: readonly TaxRegime[] | undefined
}

/**
 * Trimmed fields, an empty КПП as null, regimes by date; throws AppError `invalid` with every problem at
 * once.
 */
function checkCompany(input: CompanyInput): {
  name: string
  inn: string
  kpp: string | null
  /** JSON. */
  regimes: string
} {
  const problems: FieldProblem[] = []
  const name = checkName(input.name, '/name', problems)
  const inn = input.inn.trim()
  const innWrong = innProblem(inn)
  if (innWrong !== undefined) problems.push({ path: '/inn', ...innWrong })
  const kpp = input.kpp?.trim() || null
  const kppWrong = kpp === null ? undefined : kppProblem(kpp, inn)
  if (kppWrong !== undefined) problems.push({ path: '/kpp', ...kppWrong })
  const given = input.regimes ?? []
  for (const [index, { from }] of given.entries())
    if (given.findIndex(other => other.from === from) < index)
      problems.push({ path: `/regimes/${index}/from`, ...describeProblem('regime-twice', { from }) })
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('company-invalid'), { errors: problems })
  const regimes = [...given].sort((one, other) => (one.from < other.from ? -1 : 1))
  return { name, inn, kpp, regimes: JSON.stringify(regimes) }
}

/**
 * Also starts the company's numbers. Throws AppError `invalid` (paths `/name`, `/inn`, `/kpp`, `/regimes`).
 */
export async function createCompany(
  tx: Queryable,
  locationId: string,
  input: CompanyInput,
): Promise<Company> {
  const { name, inn, kpp, regimes } = checkCompany(input)
  const { rows } = await tx.query<{ id: string }>(
    `with made as (insert into company (location_id, name, inn, kpp, regimes)
                     values ($1, $2, $3, $4, $5) returning id)
     insert into company_counter (company_id) select id from made returning company_id as id`,
    [locationId, name, inn, kpp, regimes],
  )
  return getCompany(tx, locationId, rows[0]!.id)
}

interface CompanyFilter {
  /** Part of the name, or the first digits of the ИНН. */
  q?: string | undefined
  /** Absent: both. */
  archived?: boolean | undefined
}

type CompanyListRequest = CompanyFilter & PageRequest

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
  return mapPage(
    toPage(rows, limit, row => [row.name, row.id]),
    toCompany,
  )
}

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

interface CompanyPatch {
  name?: string | undefined
  inn?: string | undefined
  kpp?: string | null | undefined
  regimes?: readonly TaxRegime[] | undefined
  archived?: boolean | undefined
}

/**
 * An archived company keeps its orders and numbers and gets no new integrations. Throws AppError `not-found`,
 * `invalid`, `revision-mismatch` (changed since the `precondition`), or `conflict` while one is enabled.
 */
export async function updateCompany(
  db: Database,
  { locationId, companyId }: { locationId: string; companyId: string },
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
    const { name, inn, kpp, regimes } = checkCompany({
      name: patch.name ?? before.name,
      inn: patch.inn ?? before.inn,
      kpp: patch.kpp === undefined ? before.kpp : patch.kpp,
      regimes: patch.regimes ?? before.regimes,
    })
    await tx.query(
      `update company
          set name = $2, inn = $3, kpp = $4, regimes = $6, version = version + 1,
              archived_at = case when $5::boolean is null then archived_at
                                  when $5 then coalesce(archived_at, now()) end
        where id = $1 and (name, inn, kpp, archived_at is not null, regimes) is distinct
          from ($2, $3, $4, coalesce($5, archived_at is not null), $6::jsonb)`,
      [id, name, inn, kpp, patch.archived ?? null, regimes],
    )
    const after = await getCompany(tx, locationId, id)
    if (patch.regimes && after.version > before.version) await requestFindingsOf(tx, id)
    return after
  })
}

async function requestFindingsOf(tx: Queryable, companyId: string): Promise<void> {
  const { rows } = await tx.query<{ key: number }>(
    'select key from integration where company_id = $1 order by key',
    [companyId],
  )
  for (const { key } of rows) await requestFindings(tx, key, { putsWait: false })
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
