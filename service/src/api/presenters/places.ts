import type { Company, Location } from '@obmen/contract/rest'
import type { Company as CompanyRow } from '../../places/companies.js'
import type { Location as LocationRow } from '../../places/locations.js'

export function presentCompany(row: CompanyRow): Company {
  return {
    id: row.id,
    name: row.name,
    inn: row.inn,
    kpp: row.kpp,
    archived: row.archivedAt !== null,
    integrationCount: row.integrationCount,
    orderCount: row.orderCount,
    notes: row.notes,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }
}

export function presentLocation(row: LocationRow, publicUrl: string): Location {
  return {
    id: row.id,
    name: row.name,
    timezone: row.timezone,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    publicUrl,
  }
}
