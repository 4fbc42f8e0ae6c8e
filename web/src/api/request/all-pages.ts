import type { Page } from '@obmen/contract/rest'
import { request } from './request.js'

const PAGE = 200

export async function allPages<Item>(
  path: string,
  signal: AbortSignal,
  cursor: string | null = '',
): Promise<Item[]> {
  const items: Item[] = []
  for (let next: string | null = cursor; next !== null; ) {
    const query = { limit: PAGE, ...(next !== '' && { cursor: next }) }
    const page: Page<Item> = await request<Page<Item>>(path, { query, signal })
    items.push(...page.items)
    next = page.next
  }
  return items
}
