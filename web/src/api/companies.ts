import type { Company, CompanyInput, CompanyPatch, Page, Total } from '@obmen/contract/rest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

export interface CompanyFilter {
  q?: string
  archived?: boolean
  limit?: number
  count?: true
  cursor?: string
}

export function companiesQuery(filter: CompanyFilter = {}) {
  return queryOptions({
    queryKey: ['companies', filter],
    queryFn: ({ signal }) =>
      request<Page<Company> & { total?: Total }>('/companies', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function createCompany(input: CompanyInput): Promise<Company> {
  return request('/companies', { method: 'POST', body: input })
}

export function patchCompany(id: string, version: number, patch: CompanyPatch): Promise<Company> {
  return request(`/companies/${id}`, { method: 'PATCH', body: patch, ifMatch: version })
}

export function companyQuery(id: string) {
  return queryOptions({
    queryKey: ['companies', id],
    queryFn: ({ signal }) => request<Company>(`/companies/${id}`, { signal }),
  })
}
