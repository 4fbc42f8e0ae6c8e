import type { Page, Total } from '@obmen/contract/rest'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PagingSearch } from '../../app/search.js'
import { Loaded, type LoadingQuery } from './loaded.js'
import { FoundTotal, Pager } from './pager.js'

interface Props<Item> {
  query: LoadingQuery<Page<Item> & { total?: Total | undefined }> & { isPlaceholderData: boolean }
  empty: ReactNode
  /** The list counts what it has on all its pages: «заказа» after 2. */
  unit?: (count: number) => string
  keepScroll?: boolean
  children: (items: Item[], stale: boolean) => ReactNode
}

/** A page of a list with its pager, or why there is none. */
export function Listed<Item>({ query, empty, unit, keepScroll = false, children }: Props<Item>) {
  const { cursor }: PagingSearch = useSearch({ strict: false })
  return (
    <Loaded query={query}>
      {({ items, next, total }) =>
        items.length === 0 && cursor === undefined && next === null ? (
          empty
        ) : (
          <>
            {unit && <FoundTotal total={total} unit={unit} />}
            {children(items, query.isPlaceholderData)}
            <Pager next={next} keepScroll={keepScroll} />
          </>
        )
      }
    </Loaded>
  )
}
