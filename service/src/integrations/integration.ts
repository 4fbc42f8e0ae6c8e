import { describeProblem } from '@obmen/contract'
import { adviceNotes, type Client, formatSettingsMessage, type Settings } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import { isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import type { ClientSigns } from './recognition/client-signs.js'

/** A connected 1C base. */
export interface Integration {
  id: string
  /** The short key that outbox and journal use. */
  key: number
  locationId: string
  companyId: string
  companyName: string
  class: 'CommerceML'
  name: string
  settings: Settings
  /** Russian sentences: what was corrected in the settings just written, and what should be checked. */
  notes: string[]
  enabled: boolean
  /** Since when it waits for its next number, its database having been restored from a backup. */
  restoredAt: Date | null
  /** For trying out: the server itself may play a 1C against it. */
  sandbox: boolean
  login: string
  passwordChangedAt: Date
  /** Increases with every change by a person, for optimistic locking. */
  version: number
  createdAt: Date
  updatedAt: Date
  /** What was observed of its 1C; null until its first successful sign-in. */
  firstSeenAt: Date | null
  lastSeenAt: Date | null
  lastUserAgent: string | null
  lastCmlVersion: string | null
  /** What its exchanges revealed about its client, and the client recognized by that. */
  signs: ClientSigns | null
  recognizedClient: Client | null
  /** The question about a contradicting client that a person has answered (answerKey): `bp: ut`. */
  keptClient: string | null
  /** Its running recalculation: since when, and its progress from 0 to 1. */
  recalculating: { since: Date; progress: number } | null
}

/**
 * Applies an integration's settings to the orders of its company, in the same transaction; `orders/`
 * implements it. The caller holds the company's `rules` lock exclusively. `before`: its previous settings;
 * absent for a new integration.
 */
export type ApplySettings = (tx: Queryable, integration: Integration, before?: Settings) => Promise<void>

export interface IntegrationRow extends Omit<Integration, 'notes' | 'recalculating'> {
  recalculatingSince: Date | null
  recalculated: number
}

const SELECT_INTEGRATIONS = `
  select i.id, i.key, i.location_id as "locationId", i.company_id as "companyId", c.name as "companyName",
         i.class, i.name,
         i.settings, i.enabled, i.restored_at as "restoredAt", i.sandbox, i.login, i.password_changed_at as "passwordChangedAt", i.version,
         i.created_at as "createdAt", i.updated_at as "updatedAt", i.first_seen_at as "firstSeenAt",
         i.last_seen_at as "lastSeenAt", i.last_user_agent as "lastUserAgent",
         i.last_cml_version as "lastCmlVersion",
         i.client_signs as signs, i.recognized_client as "recognizedClient", i.kept_client as "keptClient",
         r.started_at as "recalculatingSince",
         coalesce((r.done_number - r.first_number + 1)::float8
                  / (r.last_number - r.first_number + 1), 1) as recalculated
    from integration i join company c on c.id = i.company_id
    left join integration_recalculation r on r.integration_key = i.key`

function toIntegration({
  recalculatingSince: since,
  recalculated: progress,
  ...row
}: IntegrationRow): Integration {
  return {
    ...row,
    notes: adviceNotes(row.settings).map(note => formatSettingsMessage(note, 'ru')),
    recalculating: since && { since, progress },
  }
}

/** Throws AppError `not-found`, also for an integration outside the scope and for a malformed id. */
export async function getIntegration(
  db: Queryable,
  scope: Scope,
  integrationId: string,
): Promise<Integration> {
  const { rows } = isUuid(integrationId)
    ? await db.query<IntegrationRow>(
        `${SELECT_INTEGRATIONS}
          where i.location_id = $1 and i.id = $2 and ${companySeenSql('i.company_id', '$3')}`,
        [locationIn(scope), integrationId, companiesIn(scope)],
      )
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', describeProblem('integration-not-found'))
  return toIntegration(rows[0])
}

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
  return mapPage(
    toPage(rows, limit, row => [row.position, row.id]),
    ({ position: _, ...row }) => toIntegration(row),
  )
}
