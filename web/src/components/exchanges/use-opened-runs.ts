import type { Exchange } from '@obmen/contract/rest'
import { useQueries } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { runQuery } from '../../api/exchanges.js'

/** Most exchanges of a run that are shown one by one. */
export const RUN_SHOWN = 100

/** A row of the list: an exchange, or a run of empty ones, followed by its exchanges when opened. */
export interface ExchangeRow {
  exchange: Exchange
  run?: NonNullable<Exchange['run']>
}

/**
 * The rows of a list, with the opened runs. A run is known by when its first exchange began; of a very long
 * one only the latest part is listed, so an opened one is that in which such a time lies.
 */
export function useOpenedRuns(
  exchanges: readonly Exchange[],
  filter: { integrationId?: string | undefined; from?: string | undefined; to?: string | undefined },
): {
  rows: ExchangeRow[]
  isOpened: (row: ExchangeRow) => boolean
  toggle: (row: ExchangeRow) => void
  keyOf: (row: ExchangeRow) => string
} {
  const [opened, setOpened] = useState<readonly string[]>([])
  // What a run that has grown shows until it is read anew.
  const shown = useRef(new Map<string, readonly Exchange[]>())
  const markIn = ({ exchange, run }: ExchangeRow) =>
    run && opened.find(at => at >= run.since && at <= exchange.startedAt)
  const runs = exchanges.flatMap(exchange => {
    const mark = exchange.run && markIn({ exchange, run: exchange.run })
    return mark === undefined ? [] : [{ ...exchange.run!, mark }]
  })
  const answers = useQueries({
    queries: runs.map(({ cursor, count }) =>
      runQuery({ ...filter, cursor, limit: Math.min(count, RUN_SHOWN) }),
    ),
  })
  shown.current = new Map(
    runs.map(({ mark }, at) => [mark, answers[at]?.data?.items ?? shown.current.get(mark) ?? []]),
  )
  const rows = exchanges.flatMap((exchange): ExchangeRow[] => {
    if (exchange.run === undefined) return [{ exchange }]
    const row = { exchange, run: exchange.run }
    const inside = shown.current.get(markIn(row) ?? '') ?? []
    return [row, ...inside.map(one => ({ exchange: one }))]
  })
  const toggle = (row: ExchangeRow) => {
    const mark = markIn(row)
    if (mark !== undefined) setOpened(opened.filter(other => other !== mark))
    else if (row.run) setOpened([...opened, row.run.since])
  }
  return {
    rows,
    isOpened: row => markIn(row) !== undefined,
    toggle,
    keyOf: row => (row.run ? `run-${markIn(row) ?? row.run.since}` : `${row.exchange.id}`),
  }
}
