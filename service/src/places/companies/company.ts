import { innWarning } from './inn.js'

/** A supplier of goods or services: orders, numbers for 1C and integrations belong to one. */
export interface Company {
  id: string
  locationId: string
  name: string
  inn: string
  kpp: string | null
  createdAt: Date
  archivedAt: Date | null
  integrationCount: number
  orderCount: number
  /** Grows with each change, from 1. */
  version: number
  /** Russian sentences about what deserves a look, such as check digits that don't add up. */
  notes: string[]
}

type CompanyRow = Omit<Company, 'notes'>

/**
 * Orders are counted by the numbers allocated: no rows are counted, so that the list of companies is as fast with a
 * million orders.
 */
export const SELECT_COMPANIES = `
  select c.id, c.location_id as "locationId", c.name, c.inn, c.kpp, c.created_at as "createdAt", c.archived_at as "archivedAt", c.version,
         (select count(*) from integration i where i.company_id = c.id) as "integrationCount",
         (select n.next_order_number - 1 - n.skipped_order_numbers from company_counter n where n.company_id = c.id) as "orderCount"
    from company c`

export function toCompany(row: CompanyRow): Company {
  const warning = innWarning(row.inn)
  return { ...row, notes: warning === undefined ? [] : [warning] }
}

export type { CompanyRow }
