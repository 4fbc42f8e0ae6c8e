import { lockCompanies } from '../../db/company-locks.js'
import type { Queryable } from '../../db/database.js'
import { hasRow } from '../../db/rows.js'
import { appliedSettings } from '../../integrations/recognition/recognize-client.js'
import type { IncomingOrder, Put, PutCompany, PutIntegration, StoredOrder } from './put.js'

export interface LoadedPuts {
  puts: Put[]
  /** The location's. */
  timezone: string
}

/** Locks the rules of the companies and the stored orders, and loads both. Foreign companies are left out. */
export async function loadPuts(
  tx: Queryable,
  locationId: string,
  incoming: readonly IncomingOrder[],
): Promise<LoadedPuts> {
  const companyIds = [...new Set(incoming.map(({ order }) => order.companyId))]
  await lockCompanies(tx, 'rules', 'shared', companyIds)
  const { companies, timezone } = await loadCompanies(tx, locationId, companyIds)
  const orders = incoming.map(({ order }) => order)
  const stored = await loadStored(tx, locationId, orders)
  const puts = incoming.map((input): Put => {
    const before = stored.get(input.order.id)
    return {
      ...input,
      refusal: undefined,
      company: companies.get(input.order.companyId)!,
      stored: before,
      unchanged: false,
      offer: undefined,
      key: before?.key ?? 0,
      sequenceNumber: before?.sequenceNumber ?? 0,
      revision: before?.revision ?? 0,
      paymentNumbers: before?.paymentNumbers ?? {},
      owedTo: [],
      warnings: [],
    }
  })
  return { puts, timezone }
}

interface Row extends Omit<PutIntegration, 'key'> {
  key: number | null
  timezone: string
  companyId: string | null
  companyName: string
  archived: boolean
}

async function loadCompanies(tx: Queryable, locationId: string, companyIds: readonly string[]) {
  const { rows } = await tx.query<Row>(
    `select l.timezone, c.id as "companyId", c.name as "companyName", c.archived_at is not null as archived,
            i.key, i.id, i.name, ${appliedSettings('i')} as settings,
            ${hasRow('order_number n where n.integration_key = i.key', 'n.compared')} as "ownNumbers"
       from location l
       left join company c on c.location_id = l.id and c.id = any($2::uuid[])
       left join integration i on i.company_id = c.id
      where l.id = $1
      order by i.key`,
    [locationId, companyIds],
    'save-context',
  )
  const companies = new Map<string, PutCompany>()
  for (const { companyId: id, companyName: name, archived, timezone: _, ...integration } of rows) {
    if (id === null) continue
    const company = companies.get(id) ?? { id, name, archived, integrations: [] }
    companies.set(id, company)
    if (integration.key !== null) company.integrations.push(integration as PutIntegration)
  }
  return { timezone: rows[0]?.timezone ?? 'UTC', companies }
}

/** A stored content so many times larger has changed and is not read: equal ones differ only in offsets. */
const MUCH_LARGER = 4

/** Loads and locks these orders in the order of their ids. One lookup each, whatever statistics say. */
export async function loadStored(
  tx: Queryable,
  locationId: string,
  incoming: readonly { id: string; size: number }[],
): Promise<Map<string, StoredOrder>> {
  const { rows } = await tx.query<StoredOrder>(
    `select o.key, o.id, o.company_id as "companyId", o.platform_number as number,
            o.sequence_number as "sequenceNumber", o.revision,
            case when o.content_size <= n.size::bigint * ${MUCH_LARGER} then o.content::text end as content,
            o.placed_at as "placedAt", o.received_at as "createdAt",
            o.changed_at as "updatedAt", o.payment_numbers as "paymentNumbers"
       from (select id, size from unnest($2::text[], $3::int[]) as given(id, size) order by id) n
      cross join lateral (
        select * from sale_order where location_id = $1 and id = n.id limit 1 for no key update) o`,
    [locationId, incoming.map(({ id }) => id), incoming.map(({ size }) => size)],
  )
  return new Map(rows.map(row => [row.id, row]))
}
