import { Button, Group } from '@mantine/core'
import type { Total } from '@obmen/contract/rest'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { PagingSearch } from '../../app/search.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './found-total.module.css'

interface Props {
  next: string | null
  keepScroll?: boolean
}

/** Pages through a list by cursors: the last page costs no more than the first. Hidden for one page. */
export function Pager({ next, keepScroll = false }: Props) {
  const t = useTexts(texts).table
  const navigate = useNavigate()
  const paging: PagingSearch = useSearch({ strict: false })
  const before = paging.before ?? []
  const open = (chosen: PagingSearch) =>
    void navigate({ to: '.', search: now => ({ ...now, ...chosen }), resetScroll: !keepScroll })
  if (next === null && paging.cursor === undefined) return null
  return (
    <Group component="nav" aria-label={t.pages} justify="flex-end" gap="xs" mt="md">
      {before.length > 0 && (
        <Button variant="subtle" color="gray" onClick={() => open({ cursor: undefined, before: undefined })}>
          {t.toFirst}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconChevronLeft size={16} />}
        disabled={paging.cursor === undefined}
        onClick={() => open(previous(before))}
      >
        {t.previous}
      </Button>
      <Button
        variant="default"
        rightSection={<IconChevronRight size={16} />}
        disabled={next === null}
        onClick={() => next !== null && open(following(paging, next))}
      >
        {t.next}
      </Button>
    </Group>
  )
}

/** "" in `before` stands for the first page, which has no cursor. */
export function following({ cursor, before = [] }: PagingSearch, next: string): PagingSearch {
  return { cursor: next, before: [...before, cursor ?? ''] }
}

export function previous(before: string[]): PagingSearch {
  const last = before.at(-1)
  const rest = before.slice(0, -1)
  return { cursor: last === '' ? undefined : last, before: rest.length === 0 ? undefined : rest }
}

interface TotalProps {
  total: Total | undefined
  /** «заказа» after 2. */
  unit: (count: number) => string
}

/** «128 заказов»: how many the list has on all its pages. */
export function FoundTotal({ total, unit }: TotalProps) {
  const t = useTexts(texts)
  const { number } = useFormats()
  if (total === undefined) return null
  const { count, exact } = total
  const counted = `${number(count)}\u00a0${unit(count)}`
  return (
    <p role="status" className={classes.total}>
      {exact ? counted : t.atLeast(counted)}
    </p>
  )
}

/** «Итого 128 заказов: 1 234 000,00 ₽», of all pages; under the list, and on paper. */
export function ListSum({ total, unit }: TotalProps) {
  const t = useTexts(texts).sum
  const { money, number } = useFormats()
  if (total === undefined) return null
  const { count, exact, sums } = total
  const counted = `${exact ? '' : t.over}${number(count)}\u00a0${unit(count)}`
  return (
    <p className={classes.sum}>
      {sums ? t.text(counted, sums.map(of => money(of.total, of.currency)).join(' + ')) : t.tooMany(counted)}
    </p>
  )
}
