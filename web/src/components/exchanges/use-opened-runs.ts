import type { Exchange } from '@obmen/contract/rest'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { runQuery } from '../../api/exchanges.js'

/** Most exchanges of a run that are shown one by one. */
export const RUN_SHOWN = 100

/** A row of the list: an exchange, or a run of empty ones, followed by its exchanges when opened. */
export interface ExchangeRow {
  exchange: Exchange
  run?: NonNullable<Exchange['run']>
}

/** The rows of a list, with the opened runs; `integrationId`: the list is of that one only. */
export function useOpenedRuns(
  exchanges: readonly Exchange[],
  filter: { integrationId?: string | undefined; from?: string | undefined; to?: string | undefined },
): { rows: ExchangeRow[]; isOpened: (id: number) => boolean; toggle: (id: number) => void } {
  const [opened, setOpened] = useState<readonly number[]>([])
  const isOpened = (id: number) => opened.includes(id)
  const runs = exchanges.filter(({ id, run }) => run !== undefined && isOpened(id))
  const answers = useQueries({
    queries: runs.map(({ run }) =>
      runQuery({ ...filter, cursor: run?.cursor, limit: Math.min(run?.count ?? 1, RUN_SHOWN) }),
    ),
  })
  const rows = exchanges.flatMap((exchange): ExchangeRow[] => {
    if (exchange.run === undefined) return [{ exchange }]
    const inside = answers[runs.indexOf(exchange)]?.data?.items ?? []
    return [{ exchange, run: exchange.run }, ...inside.map(one => ({ exchange: one }))]
  })
  const toggle = (id: number) =>
    setOpened(isOpened(id) ? opened.filter(other => other !== id) : [...opened, id])
  return { rows, isOpened, toggle }
}
