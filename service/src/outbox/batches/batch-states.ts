export type BatchState = 'open' | 'sent' | 'confirmed' | 'abandoned'

/**
 * finished: the last chunk is about to be sent. query: the same session asks again. further-query: so does a
 * client that confirms several batches together. cut: the client disconnected.
 */
export type BatchEvent = 'finished' | 'success' | 'query' | 'further-query' | 'cut'

export const TRANSITIONS = {
  open: {
    finished: 'sent',
    success: 'refused',
    query: 'abandoned',
    'further-query': 'abandoned',
    cut: 'abandoned',
  },
  sent: {
    finished: 'sent',
    success: 'confirmed',
    query: 'abandoned',
    'further-query': 'sent',
    // It was sent completely, so the client may have the closing tag and say success later.
    cut: 'sent',
  },
  confirmed: {
    finished: 'confirmed',
    success: 'confirmed',
    query: 'confirmed',
    'further-query': 'confirmed',
    cut: 'confirmed',
  },
  abandoned: {
    finished: 'abandoned',
    success: 'refused',
    query: 'abandoned',
    'further-query': 'abandoned',
    cut: 'abandoned',
  },
} as const satisfies Record<BatchState, Record<BatchEvent, BatchState | 'refused'>>

/** The states that `event` turns into `to`, for the `where` clause of the transition. */
export function statesBefore(event: BatchEvent, to: BatchState): BatchState[] {
  return (Object.keys(TRANSITIONS) as BatchState[]).filter(
    state => state !== to && TRANSITIONS[state][event] === to,
  )
}
