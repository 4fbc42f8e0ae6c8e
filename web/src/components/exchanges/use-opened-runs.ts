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
 * The rows of a list, with the opened runs; `integrationId`: the list is of that one only. A run is known by when its first exchange
 * began, as its latest is another one with every exchange that joins it.
 */
export function useOpenedRuns(
  exchanges: readonly Exchange[],
  filter: { integrationId?: string | undefined; from?: string | undefined; to?: string | undefined },
): { rows: ExchangeRow[]; isOpened: (since: string) => boolean; toggle: (since: string) => void } {
  const [opened, setOpened] = useState<readonly string[]>([])
  // What a run that has grown shows until it is read anew.
  const shown = useRef(new Map<string, readonly Exchange[]>())
  const isOpened = (since: string) => opened.includes(since)
  const runs = exchanges.flatMap(({ run }) => (run !== undefined && isOpened(run.since) ? [run] : []))
  const answers = useQueries({
    queries: runs.map(({ cursor, count }) =>
      runQuery({ ...filter, cursor, limit: Math.min(count, RUN_SHOWN) }),
    ),
  })
  shown.current = new Map(
    runs.map(({ since }, at) => [since, answers[at]?.data?.items ?? shown.current.get(since) ?? []]),
  )
  const rows = exchanges.flatMap((exchange): ExchangeRow[] => {
    if (exchange.run === undefined) return [{ exchange }]
    const inside = shown.current.get(exchange.run.since) ?? []
    return [{ exchange, run: exchange.run }, ...inside.map(one => ({ exchange: one }))]
  })
  const toggle = (since: string) =>
    setOpened(isOpened(since) ? opened.filter(other => other !== since) : [...opened, since])
  return { rows, isOpened, toggle }
}
