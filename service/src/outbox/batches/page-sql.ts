import { owedSql, placeSql } from '../entries/entry-sql.js'

export interface Selection {
  only?: number[]
  except?: number[]
}

export interface PageParameters {
  integrationKey: string
  batchId: string
  afterPlace: string
  afterKey: string
  limit: string
  selected: string
}

/**
 * The beginning of the statement that reads a page: `batch` has a row while it is open, `looked_at` the next
 * `limit` owed orders, `owed` one more. `further` skips what earlier batches of the session gave, in the same
 * revision. Skipped is also what the package has already: its place changes once another answer sends it.
 * "offset 0" makes PostgreSQL look each up by its key.
 */
export function selectOwedSql(
  at: PageParameters,
  further: boolean,
  selection: Selection | undefined,
): string {
  return `${further ? sentBefore(at) : ''} batch as materialized (
    select id, opened_at from outbox_batch where id = ${at.batchId} and state = 'open' for update),
  owed as materialized (
    select e.order_key, e.resend_count, e.first_sent_at, e.links_at, e.line_ids, e.sent_number,
           ${placeSql('e')} as place
      from outbox_entry e
     where e.integration_key = ${at.integrationKey}
       and (${placeSql('e')}, e.order_key) > (${at.afterPlace}::int, ${at.afterKey}::bigint)
       and ${selectedSql(at, selection)} ${further ? NOT_SENT_BEFORE : ''} and exists (select from batch)
       and not exists (select from outbox_batch_item has
                        where has.batch_id = ${at.batchId} and has.order_key = e.order_key offset 0)
     order by ${placeSql('e')}, e.order_key limit ${at.limit}::int + 1),
  looked_at as materialized (select * from owed order by place, order_key limit ${at.limit})`
}

/** The end of that statement: records the orders of `page` as items of the batch (O2). */
export function recordItemsSql({ batchId }: PageParameters): string {
  return `given as (
    insert into outbox_batch_item (batch_id, order_key, revision, resend_count, number, place)
    select ${batchId}, key, revision, resend_count, number, place from page order by key),
  counted as (
    update outbox_batch set order_count = order_count + (select count(*) from page)
     where id = (select id from batch))`
}

const sentBefore = ({ integrationKey, batchId }: PageParameters): string => `
  sent_before as materialized (
    select b.id from outbox_batch b
     where (b.session_id, b.by_cookie) =
           (select session_id, by_cookie from outbox_batch where id = ${batchId})
       and b.integration_key = ${integrationKey} and b.state = 'sent'),`
const NOT_SENT_BEFORE = `
  and not exists (select from sent_before b join outbox_batch_item g on g.batch_id = b.id
                   where g.order_key = e.order_key and g.revision = e.pending_revision
                     and g.resend_count = e.resend_count offset 0)`

/** Orders being retried are held and sent nevertheless (O9). A subquery is hashed: `except` may be long. */
function selectedSql({ selected }: PageParameters, selection: Selection | undefined): string {
  if (selection?.only)
    return `e.pending_revision > e.confirmed_revision and (e.held_since is null or e.held_kind = 'quarantine')
            and e.order_key = any(${selected}::bigint[])`
  const wanted = selection?.except
    ? `e.order_key not in (select unnest(${selected}::bigint[]))`
    : `${selected}::bigint[] is null`
  return `${owedSql('e')} and ${wanted}`
}
