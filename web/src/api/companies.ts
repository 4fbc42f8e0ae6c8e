import type { Company, CompanyInput, CompanyPatch, Page, Total } from '@obmen/contract/rest'
import { read, readList } from './request/queries.js'
import { request } from './request/request.js'

export type CompanyFilter = {
  q?: string
  archived?: boolean
  limit?: number
  count?: true
  cursor?: string
}

export function companiesQuery(filter: CompanyFilter = {}) {
  return readList<Page<Company> & { total?: Total }>(['companies'], '/companies', filter)
}

export function createCompany(input: CompanyInput): Promise<Company> {
  return request('/companies', { method: 'POST', body: input })
}

export function patchCompany(id: string, version: number, patch: CompanyPatch): Promise<Company> {
  return request(`/companies/${id}`, { method: 'PATCH', body: patch, ifMatch: version })
}

export function companyQuery(id: string) {
  return read<Company>(['companies', id], `/companies/${id}`)
}
