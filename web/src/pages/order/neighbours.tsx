import { ActionIcon, Group } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ordersPageQuery } from '../../api/orders.js'
import type { OrdersSearch } from '../../app/search.js'
import { following, previous } from '../../components/layout/pager.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/**
 * The list that an order was opened from, as its address asks for it, or the orders that were shown; and the
 * order's place there.
 */
interface Place {
  list?: OrdersSearch
  ids?: readonly string[]
  at: number
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    opened?: Place
  }
}

export function useOpenedFrom(): Place | undefined {
  return useLocation({ select: ({ state }) => state.opened })
}

/**
 * The orders before and after this one in its list, also by K and J (`data-key`, see the shell's shortcuts).
 */
export function Neighbours({ id }: { id: string }) {
  const t = useTexts(texts).neighbours
  const opened = useOpenedFrom()
  const page = useListPage(opened?.list)
  const items = opened?.ids?.map(one => ({ id: one })) ?? page?.items ?? []
  const found = items.findIndex(order => order.id === id)
  // An order that has left the list meanwhile still has neighbours there.
  const at = opened?.at ?? 0
  const [before, after] = found < 0 ? [at - 1, at] : [found - 1, found + 1]
  const list = opened?.list ?? {}
  const ended = page !== undefined && after >= items.length && page.next !== null ? page.next : null
  const next = useListPage(ended === null ? undefined : { ...list, ...following(list, ended) })
  const begins = page !== undefined && before < 0 && list.cursor !== undefined
  const last = useListPage(begins ? { ...list, ...previous(list.before ?? []) } : undefined)
  if (opened === undefined) return null
  const up = items[before]
    ? { ...opened, at: before }
    : last && { list: last.list, at: last.items.length - 1 }
  const down = items[after] ? { ...opened, at: after } : next && { list: next.list, at: 0 }
  return (
    <Group component="nav" aria-label={t.title} gap="xs">
      <Neighbour name={t.previous} code="KeyK" id={(items[before] ?? last?.items.at(-1))?.id} place={up}>
        <IconChevronUp size={18} aria-hidden="true" />
      </Neighbour>
      <Neighbour name={t.next} code="KeyJ" id={(items[after] ?? next?.items[0])?.id} place={down}>
        <IconChevronDown size={18} aria-hidden="true" />
      </Neighbour>
    </Group>
  )
}

function useListPage(list: OrdersSearch | undefined) {
  const { data, isPlaceholderData } = useQuery({
    ...ordersPageQuery(list ?? {}),
    enabled: list !== undefined,
  })
  return list === undefined || data === undefined || isPlaceholderData ? undefined : { ...data, list }
}

interface Props {
  name: string
  code: string
  id: string | undefined
  place: Place | undefined
  children: ReactNode
}

function Neighbour({ name, code, id, place, children }: Props) {
  if (id === undefined || place === undefined)
    return (
      <ActionIcon variant="default" size="lg" aria-label={name} disabled>
        {children}
      </ActionIcon>
    )
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={name}
      title={name}
      data-key={code}
      renderRoot={props => (
        <Link {...props} to="/orders/$orderId" params={{ orderId: id }} state={{ opened: place }} />
      )}
    >
      {children}
    </ActionIcon>
  )
}
