import { Button, Group } from '@mantine/core'
import type { Total } from '@obmen/contract/rest'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './found-total.module.css'

/** The part of a page's URL that pages through a list: see `paging` in app/search.ts. */
export interface Paging {
  cursor?: string | undefined
  before?: string[] | undefined
}

interface Props {
  paging: Paging
  /** The cursor of the next page, from the list's answer. */
  next: string | null
  onChange: (paging: Paging) => void
}

/** Pages through a list by cursors: the last page costs no more than the first. Hidden for one page. */
export function Pager({ paging, next, onChange }: Props) {
  const t = useTexts(texts).table
  const before = paging.before ?? []
  if (next === null && paging.cursor === undefined) return null
  return (
    <Group component="nav" aria-label={t.pages} justify="flex-end" gap="xs" mt="md">
      {before.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => onChange({ cursor: undefined, before: undefined })}
        >
          {t.toFirst}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconChevronLeft size={16} />}
        disabled={paging.cursor === undefined}
        onClick={() => onChange(previous(before))}
      >
        {t.previous}
      </Button>
      <Button
        variant="default"
        rightSection={<IconChevronRight size={16} />}
        disabled={next === null}
        onClick={() => next !== null && onChange(following(paging, next))}
      >
        {t.next}
      </Button>
    </Group>
  )
}

/** "" in `before` stands for the first page, which has no cursor. */
function following({ cursor, before = [] }: Paging, next: string): Paging {
  return { cursor: next, before: [...before, cursor ?? ''] }
}

function previous(before: string[]): Paging {
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
