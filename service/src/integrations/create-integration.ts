import { describeProblem } from '@obmen/contract'
import type { Settings } from '@obmen/contract/settings'
import { lockCompanies } from '../db/company-locks.js'
import type { Database, Queryable } from '../db/database.js'
import { isUuid } from '../db/values.js'
import { AppError, invalidAt, refusalAt } from '../errors/app-error.js'
import { getCompany } from '../places/companies.js'
import { type Author, recordChange } from './changes.js'
import { hashExchangePassword, randomLogin, randomPassword } from './connection/credentials.js'
import { type ApplySettings, getIntegration, type Integration } from './integration.js'
import { checkName, readSettingsField } from './integration-input.js'
import { startNumbers } from './start-numbers.js'
import { TEXTS } from './texts.js'

export interface IntegrationInput {
  locationId: string
  companyId: string
  name: string
  /** An object or a string of JSON. */
  settings: unknown
  /** Confirms an `ordernumberfrom` far above the numbers in use. */
  confirm?: boolean | undefined
  sandbox?: boolean | undefined
  by: Author
}

const LOGIN_SUFFIXES = [4, 4, 4, 6, 8, 16] as const

/**
 * Connects a 1C base: it is owed every order of its company that matches the rules. `password` is returned
 * only here. Throws AppError `invalid`, `bad-settings`, `number-jump`, `number-taken`, `numbers-exhausted`,
 * `unknown-company`, or `conflict` if the company has `perCompany` integrations
 * (integrationsPerCompany) already.
 */
export async function createIntegration(
  db: Database,
  input: IntegrationInput,
  applySettings: ApplySettings,
  perCompany = Number.POSITIVE_INFINITY,
): Promise<{ integration: Integration; password: string }> {
  const name = checkName(input.name)
  const { settings, notes } = readSettingsField(input.settings)
  const password = randomPassword()
  return db.transaction(async tx => {
    const companyId = await lockCompany(tx, input.locationId, input.companyId)
    await refuseTooMany(tx, companyId, perCompany)
    const id = await insert(tx, {
      ...input,
      companyId,
      name,
      settings,
      passwordHash: hashExchangePassword(password),
    })
    const inserted = await getIntegration(tx, input.locationId, id)
    const starts = settings.ordernumberfrom !== undefined
    const numberNotes = starts ? await startNumbers(tx, inserted, input.confirm ?? false) : []
    await recordChange(tx, { integrationKey: inserted.key, kind: 'created', by: input.by, after: inserted })
    await applySettings(tx, inserted)
    const created = await getIntegration(tx, input.locationId, id)
    return { integration: { ...created, notes: [...notes, ...numberNotes] }, password }
  })
}

/** Locks the company until the transaction ends: no orders, no archiving. Returns its id. */
async function lockCompany(tx: Queryable, locationId: string, companyId: string): Promise<string> {
  const unknown = (): AppError =>
    refusalAt('unknown-company', '/companyId', describeProblem('company-unknown'))
  if (!isUuid(companyId)) throw unknown()
  await lockCompanies(tx, 'rules', 'exclusive', [companyId])
  const company = await getCompany(tx, locationId, companyId).catch(error => {
    throw error instanceof AppError && error.code === 'not-found' ? unknown() : error
  })
  if (company.archivedAt)
    throw invalidAt('/companyId', describeProblem('company-archived', { name: company.name }))
  return company.id
}

/** The company is locked. */
async function refuseTooMany(tx: Queryable, companyId: string, perCompany: number): Promise<void> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*) as count from integration where company_id = $1',
    [companyId],
  )
  if (rows[0]!.count >= perCompany)
    throw new AppError('conflict', describeProblem('too-many-integrations', { limit: perCompany }))
}

interface NewRow {
  locationId: string
  companyId: string
  name: string
  settings: Settings
  sandbox?: boolean | undefined
  passwordHash: Buffer
}

async function insert(tx: Queryable, row: NewRow): Promise<string> {
  for (const suffixLength of LOGIN_SUFFIXES) {
    const { rows } = await tx.query<{ id: string }>(
      // After a restore it waits for the company's next number, as those of the backup do.
      `insert into integration (location_id, company_id, class, name, settings, login, password_hash, sandbox,
                                enabled, restored_at)
       select $1, $2, 'CommerceML', $3, $4, $5::text, $6, $7, not waits, case when waits then now() end
         from (select exists (select from company_counter where company_id = $2 and first_free_guessed)
                      and not $7::boolean as waits) w
        where not exists (select 1 from removed_integration where login = $5)
       on conflict (login) do nothing returning id`,
      [
        row.locationId,
        row.companyId,
        row.name,
        JSON.stringify(row.settings),
        randomLogin(row.name, suffixLength),
        row.passwordHash,
        row.sandbox ?? false,
      ],
    )
    if (!rows[0]) continue
    await tx.query(
      `insert into integration_state (integration_key, state, since)
       select key, 'waiting', created_at from integration where id = $1`,
      [rows[0].id],
    )
    return rows[0].id
  }
  throw new AppError('internal', TEXTS.noLogin)
}
