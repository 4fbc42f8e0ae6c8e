import { describeProblem } from '@obmen/contract'
import type { Client, Settings } from '@obmen/contract/settings'
import { lockCompanies } from '../db/company-locks.js'
import type { Database, Queryable } from '../db/database.js'
import { isMet, type Precondition } from '../db/precondition.js'
import { AppError, refusalAt } from '../errors/app-error.js'
import { getCompany } from '../places/companies.js'
import { lockNumbers } from '../places/company-counter.js'
import { type Author, recordChange } from './changes.js'
import { hashExchangePassword, randomPassword } from './connection/credentials.js'
import { type ApplySettings, getIntegration, type Integration } from './integration.js'
import { checkName, readSettingsField } from './integration-input.js'
import {
  answerKey,
  chosenClient,
  recognizeClient,
  withAppliedClient,
} from './recognition/recognize-client.js'
import { startNumbers } from './start-numbers.js'

export interface IntegrationPatch {
  name?: string | undefined
  /** An object or a string of JSON. */
  settings?: unknown
  /** Confirms an `ordernumberfrom` far above the numbers in use. */
  confirm?: boolean | undefined
  enabled?: boolean | undefined
  /** Can't be changed; refused if it differs. */
  companyId?: string | undefined
}

/** Which integration is changed, and by whom. */
export interface ChangedIntegration {
  locationId: string
  integrationId: string
  by: Author
  /** The version that the person saw, if known. */
  precondition?: Precondition | undefined
}

/**
 * Changes an integration. If the new settings route orders differently, what is owed is recalculated
 * afterwards; orders that were sent are still followed. `prepare` runs first, in the same transaction: if the
 * change is refused, it is undone, too. Throws AppError `not-found`, `revision-mismatch`,
 * `company-fixed`, `conflict`, `restored`, `invalid`, `bad-settings`, `number-jump`, `number-taken` or
 * `numbers-exhausted`.
 */
export async function updateIntegration(
  db: Database,
  where: ChangedIntegration,
  patch: IntegrationPatch,
  applySettings: ApplySettings,
  prepare?: (tx: Queryable) => Promise<void>,
): Promise<Integration> {
  const name = patch.name === undefined ? undefined : checkName(patch.name)
  const read = patch.settings === undefined ? undefined : readSettingsField(patch.settings)
  return db.transaction(async tx => {
    await prepare?.(tx)
    const before = await lockUnchanged(tx, where)
    if (patch.companyId !== undefined && patch.companyId.toLowerCase() !== before.companyId) {
      throw refusalAt('company-fixed', '/companyId', describeProblem('integration-company-fixed'))
    }
    const after = {
      name: name ?? before.name,
      settings: read?.settings ?? before.settings,
      enabled: patch.enabled ?? before.enabled,
    }
    const newSettings = JSON.stringify(after.settings) !== JSON.stringify(before.settings)
    const recognized = recognizedAfter(before, after.settings)
    if (after.enabled && !before.enabled) await requireResumable(tx, before)
    if (newSettings || after.enabled !== before.enabled || after.name !== before.name) {
      await tx.query(
        `update integration set name = $2, settings = $3, enabled = $4,
                version = version + 1, updated_at = now(),
                paused_at = case when enabled and not $4 then now() else paused_at end,
                resumed_at = case when $4 and not enabled then now() else resumed_at end,
                recognized_client = $5
          where key = $1`,
        [before.key, after.name, JSON.stringify(after.settings), after.enabled, recognized],
      )
      await recordChange(tx, {
        integrationKey: before.key,
        kind: 'updated',
        by: where.by,
        before,
        after: { ...after, recognizedClient: recognized },
      })
    }
    const startChanged = after.settings.ordernumberfrom !== before.settings.ordernumberfrom
    const changed = { ...before, settings: after.settings }
    const numberNotes = startChanged ? await startNumbers(tx, changed, patch.confirm ?? false) : []
    if (newSettings)
      await applySettings(
        tx,
        { ...changed, settings: withAppliedClient(after.settings, recognized) },
        withAppliedClient(before.settings, before.recognizedClient),
      )
    const integration = await getIntegration(tx, where.locationId, where.integrationId)
    return { ...integration, notes: [...(read?.notes ?? integration.notes), ...numberNotes] }
  })
}

/** The recognized client after a change: derived from the last exchanges when `client` becomes `auto`. */
function recognizedAfter({ settings, signs, recognizedClient }: Integration, after: Settings): Client | null {
  const begins = chosenClient(after) === 'auto' && chosenClient(settings) !== 'auto'
  return begins ? (recognizeClient(signs).client ?? null) : recognizedClient
}

/**
 * The integration, locked until the transaction ends; the company's lock is taken first, as everywhere.
 * Throws AppError `revision-mismatch` if it was changed since the person saw it.
 */
export async function lockUnchanged(
  tx: Queryable,
  { locationId, integrationId, precondition }: ChangedIntegration,
): Promise<Integration> {
  const { companyId } = await getIntegration(tx, locationId, integrationId)
  await lockCompanies(tx, 'rules', 'exclusive', [companyId])
  const integration = await getIntegration(tx, locationId, integrationId)
  if (!isMet(precondition, integration.version))
    throw new AppError('revision-mismatch', describeProblem('integration-changed-meanwhile'))
  return integration
}

async function requireResumable(tx: Queryable, integration: Integration): Promise<void> {
  const { locationId, companyId, restoredAt } = integration
  if (restoredAt) {
    const { firstFree } = await lockNumbers(tx, companyId)
    const problem = describeProblem('integration-restored', { next: firstFree })
    throw new AppError('restored', problem, { proposedNumber: firstFree })
  }
  const company = await getCompany(tx, locationId, companyId)
  if (company.archivedAt)
    throw new AppError('conflict', describeProblem('company-archived', { name: company.name }))
}

/**
 * Stores a person's answer to the question which client an integration has. If it differs from the settings,
 * these are changed; otherwise the question is not asked again until exchanges reveal something else. Throws
 * like `updateIntegration`.
 */
export async function answerClient(
  db: Database,
  where: Omit<ChangedIntegration, 'precondition'>,
  client: Client,
  applySettings: ApplySettings,
): Promise<Integration> {
  const { key, settings, recognizedClient, signs } = await getIntegration(
    db,
    where.locationId,
    where.integrationId,
  )
  if (chosenClient(withAppliedClient(settings, recognizedClient)) === client) {
    await db.query('update integration set kept_client = $2 where key = $1', [key, answerKey(signs, client)])
    return getIntegration(db, where.locationId, where.integrationId)
  }
  return updateIntegration(db, where, { settings: { ...settings, client } }, applySettings)
}

/** The old password stops working; the new one is shown only here. Throws AppError `not-found`. */
export async function changeIntegrationPassword(
  db: Database,
  { locationId, integrationId, by }: { locationId: string; integrationId: string; by: Author },
): Promise<{ integration: Integration; password: string }> {
  const password = randomPassword()
  return db.transaction(async tx => {
    const { key } = await getIntegration(tx, locationId, integrationId)
    await tx.query('update integration set password_hash = $2, password_changed_at = now() where key = $1', [
      key,
      hashExchangePassword(password),
    ])
    await recordChange(tx, { integrationKey: key, kind: 'password', by })
    return { integration: await getIntegration(tx, locationId, integrationId), password }
  })
}
