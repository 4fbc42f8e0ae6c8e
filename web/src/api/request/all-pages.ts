import type { Page } from '@obmen/contract/rest'
import { request } from './request.js'

/** Items in one answer. */
const PAGE = 200

/** All items of a list that comes in pages, from `cursor` on. */
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
