import type { Company, CompanyInput, CompanyPatch, Page, Total } from '@obmen/contract/rest'
import { type Filter, read, readList } from './request/queries.js'
import { request } from './request/request.js'

export function companiesQuery(filter: Filter<'q'> & { archived?: boolean; count?: true }) {
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
