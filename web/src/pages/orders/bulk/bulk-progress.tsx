import { Button, CloseButton, Progress } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import type { BulkAction } from '@obmen/contract/rest'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { bulkActionsQuery, cancelBulkAction, undoBulkAction } from '../../../api/bulk-actions.js'
import { FailureLine } from '../../../components/layout/loaded.js'
import { useAction } from '../../../hooks/use-action.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './bulk.module.css'
import { texts } from './texts-bulk.js'

/** How long a finished action is shown, though 1C has all its orders by then. */
const SHOWN_MS = 60_000

/** Progress and results of bulk actions, whoever started them; survives a reload. */
export function BulkProgress() {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const [closed, setClosed] = useLocalStorage({ key: 'obmen-bulk-closed', defaultValue: 0 })
  const query = useQuery(bulkActionsQuery)
  const items = query.data ?? []
  // Not their number: of the latest few it stays the same while another one ends.
  const over = items.flatMap(({ id, state }) => (state === 'running' ? [] : [`${id} ${state}`])).join()
  const known = items.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: orders change whenever an action is over
  useEffect(() => {
    if (!known) return
    void queryClient.invalidateQueries({ queryKey: ['orders'] })
    void queryClient.invalidateQueries({ queryKey: ['attention'] })
  }, [over, known, queryClient])
  const shown = items.filter(
    ({ id, state, pending, finishedAt }) =>
      state === 'running' ||
      (id > closed && (pending || Date.now() - Date.parse(finishedAt ?? '') < SHOWN_MS)),
  )
  const failure = <FailureLine title={t.progressFailed} query={query} />
  if (shown.length === 0) return failure
  return (
    <section className={classes.progress} aria-label={t.progress}>
      {failure}
      {shown.map(one => (
        <OneAction key={one.id} one={one} onClose={() => setClosed(Math.max(closed, one.id))} />
      ))}
    </section>
  )
}

function OneAction({ one, onClose }: { one: BulkAction; onClose: () => void }) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const { act, busy } = useAction({ renews: [bulkActionsQuery.queryKey] })
  const { id, action, state, integrationName, total, done, skipped, undoable } = one
  const taken = done + skipped

  if (state === 'running') {
    const name = `${t.doing[action]} · ${integrationName}`
    return (
      <div className={classes.one}>
        <span role="status">
          {name}: {total === null ? t.collecting : t.running(number(taken), number(total))}
        </span>
        <Progress
          className={classes.line ?? ''}
          value={total ? (taken / total) * 100 : 0}
          aria-label={name}
          striped={total === null}
          animated={total === null}
        />
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          aria-label={t.stopOf(name)}
          onClick={() => void act(() => cancelBulkAction(id))}
        >
          {t.stop}
        </Button>
      </div>
    )
  }
  const result = t.done[action](done, number(done))
  return (
    <div className={classes.one} data-over>
      <span role="status">
        {result} · {integrationName}
        {skipped > 0 && ` · ${t.skipped(number(skipped))}`}
        {state === 'canceled' && ` · ${t.canceled}`}
      </span>
      {undoable && (
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          aria-label={t.undoOf(result)}
          onClick={() => void act(() => undoBulkAction(id))}
        >
          {t.undo}
        </Button>
      )}
      <CloseButton size="sm" aria-label={`${t.close}: ${result}`} onClick={onClose} />
    </div>
  )
}
