import type { BulkActionKind, BulkActionState } from '@obmen/contract'

/** An action on many orders of one 1C, and its progress. */
export interface BulkAction {
  id: number
  integrationId: string
  integrationName: string
  action: BulkActionKind
  reason: string | null
  state: BulkActionState
  /** The orders that match its filter are still being collected. */
  collecting: boolean
  /** Of those collected so far. */
  total: number
  done: number
  skipped: number
  by: string | null
  undoOf: number | null
  /** A later action undid it. */
  undone: boolean
  createdAt: Date
  finishedAt: Date | null
}

export const SELECT_BULK_ACTIONS = `
  select b.id, i.id as "integrationId", i.name as "integrationName", b.action, b.reason, b.state,
         b.state = 'running' and b.filter is not null as collecting, b.total, b.done, b.skipped,
         coalesce(nullif(u.name, ''), u.email, k.name) as by, b.undo_of as "undoOf",
         exists (select from bulk_action undo where undo.undo_of = b.id) as undone,
         b.created_at as "createdAt", b.finished_at as "finishedAt"
    from bulk_action b
    join integration i on i.key = b.integration_key
    left join user_account u on u.id = b.user_id
    left join api_token k on k.id = b.token_id`
