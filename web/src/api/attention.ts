import type { Attention, HeldGroups } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { read } from './request/queries.js'

/** Changes that only time brings about (a 1C falls silent) cause no event. */
const POLL_MS = 60_000

export const attentionQuery = queryOptions({
  ...read<Attention>(['attention'], '/attention'),
  refetchInterval: POLL_MS,
})

export const heldGroupsQuery = read<HeldGroups>(['attention', 'held'], '/held-orders')
