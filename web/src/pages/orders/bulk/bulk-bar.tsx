import { Button, Checkbox } from '@mantine/core'
import { BULK_ACTION_KINDS, type BulkActionKind } from '@obmen/contract'
import type { OrderListItem, Total } from '@obmen/contract/rest'
import { lazy, Suspense, useState } from 'react'
import type { OrdersSearch } from '../../../app/search.js'
import { DownloadList } from '../../../components/list-menus/list-menus.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './bulk.module.css'
import type { BulkSubject } from './bulk-dialog.js'
import { texts } from './texts-bulk.js'

const BulkDialog = lazy(() => import('./bulk-dialog.js'))

interface Props {
  /** As the list is filtered. */
  filter: Omit<OrdersSearch, 'cursor' | 'before' | 'sort'>
  orders: OrderListItem[]
  total: Total | undefined
  /** Orders and total are still those of the filter before: nothing can be done with them. */
  stale: boolean
  selection: Selection
}

/** Above the list: the selection and the actions on it. */
export function BulkBar({ filter, orders, total, stale, selection }: Props) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const [action, setAction] = useState<BulkActionKind>()
  const [subject, setSubject] = useState<BulkSubject>()
  const { ids, all, some } = selection
  const shown = orders.map(({ id }) => id)
  const onPage = shown.filter(id => all || ids.has(id)).length
  const counted = total && (total.exact ? number(total.count) : t.atLeast(number(total.count)))
  const many = total !== undefined && (total.count > orders.length || !total.exact)

  function open(kind: BulkActionKind) {
    const count = (all && total) || { count: ids.size, exact: true }
    const rows = orders.filter(({ id }) => ids.has(id))
    setSubject({ orders: all ? { filter } : { orderIds: [...ids] }, rows, count, filter })
    setAction(kind)
  }

  return (
    <section className={classes.bar} aria-label={t.bar} data-some={some || undefined}>
      <Checkbox
        size="sm"
        label={t.page}
        checked={onPage === shown.length}
        indeterminate={onPage > 0 && onPage < shown.length}
        onChange={event => selection.toggle(shown, event.currentTarget.checked)}
      />
      {some && (
        <>
          <span role="status">{all ? t.chosenAll(counted ?? '') : t.chosen(number(ids.size))}</span>
          {!all && many && (
            <Button size="compact-sm" variant="subtle" disabled={stale} onClick={selection.chooseAll}>
              {t.all(counted ?? '')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={selection.clear}>
            {t.none}
          </Button>
          <div className={classes.actions}>
            {BULK_ACTION_KINDS.map(kind => (
              <Button key={kind} size="xs" variant="default" disabled={stale} onClick={() => open(kind)}>
                {t.actions[kind]}
              </Button>
            ))}
            <DownloadList list="orders" filter={all ? filter : { id: [...ids] }} size="xs" />
          </div>
        </>
      )}
      {subject && (
        <Suspense fallback={null}>
          <BulkDialog
            action={action}
            subject={subject}
            onClose={() => setAction(undefined)}
            onStarted={selection.clear}
          />
        </Suspense>
      )}
    </section>
  )
}

/** The selected orders of a list: some by id, or all that match. Another list starts without a selection. */
export interface Selection {
  ids: ReadonlySet<string>
  all: boolean
  /** At least one is. */
  some: boolean
  toggle: (ids: readonly string[], chosen: boolean) => void
  chooseAll: () => void
  clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** `list` identifies the list: a selection is not carried over to another one. */
export function useSelection(list: string): Selection {
  const [chosen, setChosen] = useState({ list, ids: NONE, all: false })
  const { ids, all } = chosen.list === list ? chosen : { ids: NONE, all: false }
  return {
    ids,
    all,
    some: all || ids.size > 0,
    toggle(changed, isChosen) {
      const next = new Set(ids)
      for (const id of changed)
        if (isChosen) next.add(id)
        else next.delete(id)
      setChosen({ list, ids: next, all: false })
    },
    chooseAll: () => setChosen({ list, ids: NONE, all: true }),
    clear: () => setChosen({ list, ids: NONE, all: false }),
  }
}
