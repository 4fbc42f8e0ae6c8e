import type { CatalogueGroup, CatalogueItemPage, CatalogueLink, LinkedItem, Page } from '@obmen/contract/rest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Filter, read, readList } from './request/queries.js'
import { request } from './request/request.js'

const pathOf = (integrationId: string, part: string): string =>
  `/integrations/${integrationId}/catalogue/${part}`

/** Prefix of all queries about one integration's catalogue: changing links invalidates all of them. */
export const catalogueKey = (integrationId: string) => ['integrations', integrationId, 'catalogue'] as const

export function itemsQuery(integrationId: string, filter: Filter<'q' | 'group' | 'state'>) {
  return readList<CatalogueItemPage>(
    [...catalogueKey(integrationId), 'items'],
    pathOf(integrationId, 'items'),
    filter,
  )
}

export function groupsQuery(integrationId: string) {
  return read<{ items: CatalogueGroup[] }>(
    [...catalogueKey(integrationId), 'groups'],
    pathOf(integrationId, 'groups'),
  )
}

export type LinkPage = Page<CatalogueLink> & { counts: Record<CatalogueLink['state'], number> }

export function linksQuery(integrationId: string, filter: Filter<'state' | 'q'>) {
  return readList<LinkPage>([...catalogueKey(integrationId), 'links'], pathOf(integrationId, 'links'), filter)
}

export interface Suggestion {
  item: LinkedItem
  score: number
  by: 'article' | 'name'
}

export function suggestionsQuery(integrationId: string, lines: readonly CatalogueLink[]) {
  const asked = lines.map(({ lineId, name }) => ({ lineId, ...(name === null ? {} : { name }) }))
  return queryOptions({
    queryKey: [...catalogueKey(integrationId), 'suggestions', asked],
    queryFn: async ({ signal }) => {
      const { items } = await request<{ items: { lineId: string; suggestions: Suggestion[] }[] }>(
        pathOf(integrationId, 'links:suggest'),
        { method: 'POST', body: { lines: asked }, signal },
      )
      return new Map(items.map(({ lineId, suggestions }) => [lineId, suggestions]))
    },
    enabled: asked.length > 0,
    // Lines that stay keep theirs while the others are asked for.
    placeholderData: keepPreviousData,
  })
}

export function linkLine(integrationId: string, lineId: string, itemId: string): Promise<CatalogueLink> {
  const path = pathOf(integrationId, `links/${encodeURIComponent(lineId)}`)
  return request(path, { method: 'PUT', body: { itemId } })
}

export function unlinkLine(integrationId: string, lineId: string): Promise<void> {
  return request(pathOf(integrationId, `links/${encodeURIComponent(lineId)}`), { method: 'DELETE' })
}
