import type { HeldGroup as ShownGroup } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import type { WithTimes } from '../../db/rows.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { LATE } from '../../integrations/state/states.js'
import { COUNTED, heldEntries, oldestOwed } from '../../outbox/entries/entry-sql.js'
import type { HoldKind } from '../../outbox/entries/hold-orders.js'
import { type ListedOrder, loadListed } from './list-orders.js'

/** Counts go up to COUNTED. */
export interface WaitingOrders {
  /** Orders that some 1C of the location is owed. */
  count: number
  /** Those waiting for more than an hour: a 1C on a schedule would have fetched them. */
  late: number
  /** Orders that are held back from some 1C. */
  held: number
  /** Since when the first of them has been waiting. */
  since: Date | null
  /** Those that 1C refused, then held by findings, then late, then held by a person. */
  orders: ListedOrder[]
}

/** Orders of a location ($1), or of companies of it ($2), that are held back from some 1C; as a subquery. */
const HELD = `(
  select e.order_key, min(e.held_since) as since,
         min(case e.held_kind when 'quarantine' then 0 when 'finding' then 1 else 3 end) as place
    from integration i cross join lateral (
      select * from ${heldEntries('i.key')} h where h.held_since is not null limit ${COUNTED}) e
   where i.location_id = $1 and ${companySeenSql('i.company_id', '$2')} group by e.order_key)`

/** How many orders are held back from some 1C, and how many of them only by people; up to COUNTED. */
export async function countHeld(db: Queryable, scope: Scope): Promise<{ held: number; byPeople: number }> {
  const { rows } = await db.query<{ held: number; byPeople: number }>(
    `select least(count(*), ${COUNTED}) as held,
            least(count(*) filter (where place = 3), ${COUNTED}) as "byPeople" from ${HELD} held`,
    [locationIn(scope), companiesIn(scope)],
  )
  return rows[0]!
}

/** What the 1C bases of a location, or of companies of it, are owed now. */
export async function loadWaitingOrders(db: Queryable, scope: Scope, limit: number): Promise<WaitingOrders> {
  const { rows } = await db.query<Omit<WaitingOrders, 'orders'> & { keys: number[] | null }>(
    `with owed as materialized (
       select e.order_key, min(e.owed_since) as since
         from integration i cross join lateral ${oldestOwed('i.key')} e
        where i.location_id = $1 and ${companySeenSql('i.company_id', '$2')} group by e.order_key),
     held as materialized ${HELD}
     select least(count(*), ${COUNTED}) as count,
            least(count(*) filter (where since < now() - ${LATE}), ${COUNTED}) as late,
            min(since) as since,
            (select least(count(*), ${COUNTED}) from held) as held,
            array(select order_key from (
                    select order_key, place, since from held
                     union all
                    select order_key, 2, since from owed where since < now() - ${LATE}) troubled
                   group by order_key order by min(place), min(since), order_key limit $3) as keys
       from owed`,
    [locationIn(scope), companiesIn(scope), limit],
  )
  const { keys, ...counts } = rows[0]!
  return { ...counts, orders: await loadListed(db, (keys ?? []).map(Number)) }
}

/** Orders that are held back from one 1C for the same cause. */
export type HeldGroup = WithTimes<Omit<ShownGroup, 'holdKind'>, 'since' | 'retryAt'> & { kind: HoldKind }

/** Orders that Obmen itself holds for the same cause, each once, and back from which 1C bases. */
export type HeldCause = Omit<HeldGroup, 'retryAt' | 'companyName' | keyof IntegrationNamed> & {
  integrations: IntegrationNamed[]
}
type IntegrationNamed = Pick<HeldGroup, 'integrationId' | 'integrationName'>

/** What Obmen holds back in a location, by cause: what a 1C refused first, then the most orders. */
export async function heldCauses(db: Queryable, scope: Scope, limit: number): Promise<HeldCause[]> {
  const { rows } = await db.query<HeldCause>(
    `select g.kind, g.code, g.reason, g.orders, g.since,
            o.id as "orderId", coalesce(o.platform_number, o.sequence_number::text) as "orderNumber",
            (select json_agg(json_build_object('integrationId', i.id, 'integrationName', i.name)
                             order by i.name)
               from integration i where i.key = any(g.keys)) as integrations
       from (select h.held_kind as kind, h.held_code as code, min(h.held_reason) as reason,
                    count(distinct h.order_key) as orders, max(h.held_since) as since,
                    (array_agg(h.order_key order by h.held_since desc, h.order_key desc))[1] as newest,
                    array_agg(distinct i.key) as keys
               from integration i
              cross join lateral (
                select * from ${heldEntries('i.key')} e
                 where e.held_since is not null and e.held_kind <> 'person' limit ${COUNTED}) h
              where i.location_id = $1 and ${companySeenSql('i.company_id', '$2')}
              group by h.held_kind, h.held_code) g
       join sale_order o on o.key = g.newest
      order by g.kind <> 'quarantine', g.orders desc, g.since, g.code limit $3`,
    [locationIn(scope), companiesIn(scope), limit],
  )
  return rows
}

/** The held orders of a location, grouped by 1C and cause, newest first. */
export async function heldGroups(db: Queryable, scope: Scope, limit: number): Promise<HeldGroup[]> {
  const rows = await selectGroups(db, [locationIn(scope), companiesIn(scope), limit])
  return rows.map(({ locationId: _, integrationKey: __, ...group }) => group)
}

interface GroupAnywhere extends HeldGroup {
  locationId: string
  integrationKey: number
}

/** So many of all locations raise alarms. */
const MOST_GROUPS = 10_000

/** Those of all locations. */
export async function allHeldGroups(db: Queryable): Promise<GroupAnywhere[]> {
  return selectGroups(db, [null, null, MOST_GROUPS])
}

async function selectGroups(
  db: Queryable,
  values: [locationId: string | null, companies: ReturnType<typeof companiesIn>, limit: number],
): Promise<GroupAnywhere[]> {
  const { rows } = await db.query<GroupAnywhere>(
    `select i.location_id as "locationId", i.key as "integrationKey",
            i.id as "integrationId", i.name as "integrationName", c.name as "companyName",
            g.kind, g.code, g.reason, g.orders, g.since, g."retryAt",
            o.id as "orderId", coalesce(o.platform_number, o.sequence_number::text) as "orderNumber"
       from integration i
      cross join lateral (
        select h.held_kind as kind, h.held_code as code, min(h.held_reason) as reason, count(*) as orders,
               max(h.held_since) as since, min(h.retry_at) as "retryAt",
               (array_agg(h.order_key order by h.held_since desc, h.order_key desc))[1] as newest
          from (select * from ${heldEntries('i.key')} e where e.held_since is not null limit ${COUNTED}) h
         group by h.held_kind, h.held_code) g
       join company c on c.id = i.company_id
       join sale_order o on o.key = g.newest
      where ($1::uuid is null or i.location_id = $1) and ${companySeenSql('i.company_id', '$2')}
      order by g.since desc, i.key, g.kind, g.code limit $3`,
    values,
  )
  return rows
}
