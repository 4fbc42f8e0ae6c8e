import type { Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { hasRow } from '../../db/has-row.js'
import type { ClientSigns } from '../../integrations/recognition/client-signs.js'
import { appliedSettings } from '../../integrations/recognition/recognize-client.js'
import { numberSet } from '../../outbox/entries/entry-sql.js'

export interface SaveContextIntegration {
  key: number
  id: string
  name: string
  /** With the recognized client, if the settings leave it open. */
  settings: Settings
  /** What its exchanges revealed about its client. */
  signs: ClientSigns | null
  /** The `integration_key` of its rows in order_number. */
  numberSet: number
  /** Whether its 1C knows some orders by other numbers than their sequence numbers. */
  ownNumbers: boolean
  /** Whether lines are linked to catalogue items of its 1C. */
  linksItems: boolean
  /** What its 1C last announced in `init`. */
  lastCmlVersion: string | null
  /** When its 1C first called, else when it was created. */
  connectedAt: Date
}

export interface SaveContextCompany {
  id: string
  name: string
  archived: boolean
  integrations: SaveContextIntegration[]
}

/** What decides which integrations are owed an order: the location's time zone, and its companies with their integrations. */
export interface SaveContext {
  timezone: string
  companies: Map<string, SaveContextCompany>
}

/** Leaves out companies of other locations. Hold the companies' `rules` lock, or the integrations may change meanwhile. */
export async function loadSaveContext(
  tx: Queryable,
  locationId: string,
  companyIds: readonly string[],
): Promise<SaveContext> {
  const { rows } = await tx.query<Row>(
    `select l.timezone, c.id as "companyId", c.name as "companyName", c.archived_at is not null as archived,
            i.key, i.id, i.name, ${appliedSettings('i')} as settings, i.client_signs as signs, i.last_cml_version as "lastCmlVersion",
            coalesce(i.first_seen_at, i.created_at) as "connectedAt",
            ${numberSet('i')} as "numberSet",
            ${hasRow(`order_number n where n.integration_key = ${numberSet('i')}`, 'n.compared')} as "ownNumbers",
            ${hasRow('catalogue_link k where k.integration_key = i.key', 'k.line_id')} as "linksItems"
       from location l
       left join company c on c.location_id = l.id and c.id = any($2::uuid[])
       left join integration i on i.company_id = c.id
      where l.id = $1
      order by i.key`,
    [locationId, companyIds],
    'save-context',
  )
  const companies = new Map<string, SaveContextCompany>()
  for (const { companyId: id, companyName: name, archived, timezone: _, ...integration } of rows) {
    if (id === null) continue
    const company = companies.get(id) ?? { id, name, archived, integrations: [] }
    companies.set(id, company)
    if (integration.key !== null) company.integrations.push(integration as SaveContextIntegration)
  }
  return { timezone: rows[0]?.timezone ?? 'UTC', companies }
}

type Row = { timezone: string; companyId: string | null; companyName: string; archived: boolean } & Omit<
  SaveContextIntegration,
  'key'
> & { key: number | null }
