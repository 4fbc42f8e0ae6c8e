import { isCanceled, type Order, type TaxRegime } from '@obmen/contract'
import type { ClientChoice, Settings } from '@obmen/contract/settings'
import type { ReadFacts } from '../accounting/apply/order-reading.js'
import {
  finalStateOf,
  isCanceledIn1c,
  type StateFacts,
  skipsChanges,
  takesPayments,
} from '../accounting/final-state.js'
import type { ReportedDocument, Withdrawn } from '../accounting/reported-document.js'
import { type SentItems, sentItemsOf } from '../catalogue/links/sent-items.js'
import { clientsOfRule } from '../clients/index.js'
import type { Queryable } from '../db/database.js'
import type { OrderAtIntegration } from '../findings/finding.js'
import type { ClientSigns } from '../integrations/recognition/client-signs.js'
import { appliedSettings } from '../integrations/recognition/recognize-client.js'
import { moneyText, scaled } from '../orders/decimal.js'
import { buyerOf } from '../orders/warnings/buyers.js'
import { itemsOf } from '../orders/warnings/item-names.js'
import { compareWithOthers, type OtherOrders } from '../orders/warnings/other-orders.js'
import { loadsSent, revisionsSent, wasConfirmed } from '../outbox/batches/batch-sql.js'
import { adoptedRevisionSql } from '../outbox/entries/adopt-orders.js'
import { entryByKey, isRefusedChangeSql, numberSql, quarantinedEntries } from '../outbox/entries/entry-sql.js'
import { type PaymentExport, paymentExportsSql } from '../outbox/payments/payment-export.js'
import { type FinishedTask, finishedTasksSql } from '../tasks/task.js'
import type {
  GivenLoad,
  OrderHistory,
  PreflightInput,
  ReadMoney,
  Reconciled,
  RefusedPeriod,
  ReportedState,
} from './preflight-input.js'
import { type OpenProfile, openInput, openProfile } from './preflight-profile.js'

export interface LoadedInput extends OrderAtIntegration {
  integrationId: string
  /** The order is owed to the integration or was sent to it; others do not concern its 1C. */
  isRelevant: boolean
  input: PreflightInput
}

type Reported = StateFacts & Pick<ReportedDocument, 'paid' | 'payments' | 'shipments'>

interface Row extends OrderAtIntegration {
  integrationId: string
  companyId: string
  settings: Settings
  regimes: TaxRegime[]
  signs: ClientSigns | null
  timezone: string
  lastCmlVersion: string | null
  connectedAt: Date
  number: string
  order: Order
  paymentNumbers: Record<string, number>
  exports: PaymentExport[] | null
  finished: FinishedTask[] | null
  items: SentItems
  isRelevant: boolean
  sent: boolean
  owed: boolean
  held: boolean
  confirmed: boolean
  refusedPeriod: RefusedPeriod | null
  reported: Reported | null
  /** Its document is based on an earlier revision than it is to have; null: not known. */
  isBehind: boolean | null
  basisRevision: number | null
  reportedAt: Date | null
  readFacts: ReadFacts | null
  paymentsRead: boolean | null
  reconciled: Reconciled | null
  lastSentAt: Date | null
  confirmedAt: Date | null
  withdrawn: Pick<Withdrawn, 'what'>[] | null
  /** That earlier revision; null: no longer stored. */
  basis: Order | null
  given: {
    first: Order | null
    last: Order | null
    wasCanceled: boolean | null
    loads: GivenLoad[] | null
  } | null
}

interface InputOptions {
  integrationKey?: number
  now?: Date
  /** By order key, if they are known already. */
  others?: ReadonlyMap<number, OtherOrders>
}

/** The rules' input of orders for each 1C that is owed them or was sent them, or for one in any case. */
export async function loadInputs(
  db: Queryable,
  orderKeys: readonly number[],
  { integrationKey, now = new Date(), others }: InputOptions = {},
): Promise<LoadedInput[]> {
  if (orderKeys.length === 0) return []
  const { rows } = await db.query<Row>(
    SQL,
    [orderKeys, integrationKey ?? null, CLIENTS_CLOSING_PERIODS],
    'preflight-inputs',
  )
  const profiles = new Map<number, OpenProfile>()
  const known = others ?? (await loadOthers(db, rows))
  return rows.map(row => {
    const { integrationKey, orderKey, integrationId, isRelevant } = row
    const profile = profiles.get(integrationKey) ?? openProfile(row, now)
    profiles.set(integrationKey, profile)
    const history = historyOf(row, profile.feed.settings.client)
    const input = openInput(row, history, profile, known.get(orderKey))
    return { integrationKey, orderKey, integrationId, isRelevant, input }
  })
}

function historyOf(row: Row, client: ClientChoice): OrderHistory {
  const { sent, owed, given, exports, finished, refusedPeriod, reported } = row
  return {
    sent,
    arrived: row.confirmed || reported !== null,
    owed,
    held: row.held,
    payments: exports ?? [],
    loads: given?.loads ?? [],
    tasks: finished ?? [],
    first: given?.first ?? undefined,
    last: given?.last ?? undefined,
    basis: row.basis ?? undefined,
    wasCanceled: given?.wasCanceled === true,
    refusedPeriod: refusedPeriod ?? undefined,
    reported: reported ? stateOf(reported, row, client) : undefined,
    read: moneyRead(row),
    reconciled: row.reconciled ?? undefined,
  }
}

/**
 * A package that 1C confirmed after a reading began may have been loaded after that, too, although it was sent
 * before: then it counts as the later of both.
 */
function moneyRead({ readFacts, lastSentAt, confirmedAt }: Row): ReadMoney | undefined {
  if (!readFacts?.money) return undefined
  const { documents, money } = readFacts
  const at = Date.parse(readFacts.at)
  const isLoadedLater = confirmedAt !== null && lastSentAt !== null && confirmedAt.getTime() >= at
  return { at: isLoadedLater ? Math.min(at, lastSentAt.getTime() - 1) : at, paid: money.paid, documents }
}

function stateOf(
  reported: Reported,
  { order, isBehind, basis, basisRevision, reportedAt, withdrawn, paymentsRead }: Row,
  client: ClientChoice,
): ReportedState {
  const without = takesPayments(reported, client) ? { payments: [] } : {}
  // A platform that hears of a shipment tells it back as a status: then nothing is missing in 1C.
  const contentOf = (one: Order): string => JSON.stringify({ ...one, ...without, status: isCanceled(one) })
  const skips = isBehind === true && skipsChanges(reported, client)
  return {
    finalState: finalStateOf(reported, client),
    skips: skipsChanges(reported, client) && !takesPayments(reported, client),
    basis: basisRevision,
    at: reportedAt?.getTime() ?? 0,
    total: reported.total,
    lacksChanges: skips && (basis === null || contentOf(basis) !== contentOf(order)),
    canceled: isCanceledIn1c(reported, client),
    paid: reported.paid !== null,
    paymentsRead: paymentsRead === true,
    isLinked: reported.payments.length > 0 || reported.shipments.length > 0,
    listsPayments:
      reported.payments.length > 0 || withdrawn?.some(({ what }) => what === 'payments') === true,
    payments: moneyText(reported.payments.reduce((sum, { amount }) => sum + scaled(amount ?? '0.00', 2), 0n)),
  }
}

const CLIENTS_CLOSING_PERIODS = clientsOfRule('closed-period-risk')

const CANCELED = `((c.content->>'canceled')::boolean or c.content->>'status' in ('canceled', 'cancelled'))`

// The first and last revisions sent are known only as far as batches and revisions are stored: see
// outbox/README.md.
const GIVEN = `(
  select json_build_object(
           'first', (array_agg(c.content order by c.revision))[1],
           'last', (array_agg(c.content order by c.revision desc))[1],
           'wasCanceled', max(c.revision) filter (where ${CANCELED})
                          > min(c.revision) filter (where not ${CANCELED}),
           'loads', json_agg(json_build_object(
                      'revision', c.revision, 'at', extract(epoch from c.sent_at) * 1000,
                      'confirmed', c.confirmed,
                      'canceled', coalesce(${CANCELED}, false), 'total', c.content->>'total',
                      'payments', c.content->'payments') order by c.sent_at, c.revision))
    from (select g.revision, g.sent_at, g.confirmed,
                 coalesce(r.content, case when o.revision = g.revision then o.content end) as content
            from (${loadsSent('e.integration_key', 'o.key')}
                   union all
                  select e.sent_revision, e.first_sent_at,
                         e.sent_revision <= e.confirmed_revision
                         or coalesce(e.last_sent_at <= e.confirmed_at, false)
                   where not exists (${revisionsSent('e.integration_key', 'o.key')}
                                        and item.revision = e.sent_revision)) g
            left join order_revision r on r.order_key = o.key and r.revision = g.revision) c
   where c.content is not null)`

const DOCUMENT = `(
  select d.reported, d.withdrawn, d.received_at, d.read_facts, d.read_fields ? 'payments' as payments_read,
         greatest(d.basis_revision, ${adoptedRevisionSql('i.key', 'o.key')}) as basis_revision
    from accounting_document d where d.integration_key = i.key and d.order_key = o.key limit 1)`

// A missing one that was sent since may be there again: the next reading will show it.
const RECONCILED = `(
  select json_build_object(
           'state', case when c.state in ('missing', 'doubled') then c.state else 'found' end,
           'since', c.since,
           'documents', coalesce((
             select json_agg(json_build_object('ref', d.ref, 'kind', d.kind, 'number', d.number,
                                               'date', to_char(d.date, 'YYYY-MM-DD')) order by d.date, d.ref)
               from read_document d
              where d.integration_key = c.integration_key and d.order_key = c.order_key
                and d.number is not null and d.gone = (c.state = 'missing')
                and not (d.deleted and c.state = 'doubled')), '[]'))
    from reconciliation c
   where c.integration_key = i.key and c.order_key = o.key and c.state in ('missing', 'doubled', 'agrees', 'differs')
     and (c.state <> 'missing' or c.seen_at > greatest(e.last_sent_at, e.confirmed_at)))`

// Of every integration whose client the rule about it concerns: in one pass, however many orders ask, and
// only if one does.
const REFUSED_PERIODS = `
  select distinct on (i.key) i.key as integration_key,
         json_build_object(
           'before', to_char(date_trunc('month', r.placed_at at time zone l.timezone) + interval '1 month',
                             'YYYY-MM-DD'),
           'number', c.sent_number) as period
    from integration i join location l on l.id = i.location_id
   cross join lateral ${quarantinedEntries('i.key')} c
   cross join lateral (select placed_at from sale_order where key = c.order_key limit 1) r
   where i.company_id = any(array(select company_id from sale_order where key = any($1)))
     and ($2::int is null or i.key = $2)
     and ${isRefusedChangeSql('c')} and coalesce(${appliedSettings('i')}->>'client', 'auto') = any($3)
   order by i.key, r.placed_at desc`

const SQL = `
  with refused_period as materialized (${REFUSED_PERIODS})
  select o.key as "orderKey", i.key as "integrationKey", i.id as "integrationId", o.company_id as "companyId",
         ${appliedSettings('i')} as settings,
         i.client_signs as signs, l.timezone,
         (select regimes from company where id = o.company_id) as regimes,
         i.last_cml_version as "lastCmlVersion", coalesce(i.first_seen_at, i.created_at) as "connectedAt",
         ${numberSql('e.sent_number', 'i.key', 'o.key', 'o.sequence_number')} as number,
         o.content as "order", o.payment_numbers as "paymentNumbers",
         case when e.first_sent_at is not null then ${paymentExportsSql('i.key', 'o.key')} end as exports,
         ${finishedTasksSql('i.key', 'o.key')} as finished,
         ${sentItemsOf('i.key', 'o.content', 'e')} as items,
         coalesce(e.pending_revision > 0, false) as "isRelevant", e.first_sent_at is not null as sent,
         coalesce(e.confirmed_revision > 0
                  or (e.resend_count > 0 and ${wasConfirmed('i.key', 'o.key')}), false) as confirmed,
         coalesce(e.pending_revision > e.confirmed_revision, false) as owed,
         coalesce(e.held_kind <> 'finding', false) as held,
         case when e.first_sent_at is not null then ${GIVEN} end as given,
         case when e.first_sent_at is not null and e.pending_revision > e.confirmed_revision
                   and not (${isRefusedChangeSql('e')})
              then (select period from refused_period where integration_key = i.key) end as "refusedPeriod",
         a.reported, a.withdrawn, a.received_at as "reportedAt",
         a.read_facts as "readFacts", a.payments_read as "paymentsRead",
         case when e.first_sent_at is not null then ${RECONCILED} end as reconciled,
         e.last_sent_at as "lastSentAt", e.confirmed_at as "confirmedAt",
         a.basis_revision as "basisRevision", a.basis_revision < e.pending_revision as "isBehind",
         case when a.basis_revision < e.pending_revision
              then (select content from order_revision
                     where order_key = o.key and revision = a.basis_revision) end as basis
    from (select key, company_id, location_id, revision, sequence_number, content, payment_numbers
            from sale_order where key = any($1)) o
    join location l on l.id = o.location_id
    join integration i on i.company_id = o.company_id and ($2::int is null or i.key = $2)
    left join lateral ${entryByKey('i.key', 'o.key')} e on true
    left join lateral ${DOCUMENT} a on true
   where $2::int is not null or e.pending_revision is not null
   order by o.key, i.key`

/** What other orders of their companies reveal about these orders, by key. */
async function loadOthers(db: Queryable, rows: readonly Row[]): Promise<Map<number, OtherOrders>> {
  const orders = [...new Map(rows.map(row => [row.orderKey, row])).values()]
  const others = await compareWithOthers(
    db,
    orders.map(({ companyId, order, orderKey }) => ({
      key: orderKey,
      companyId,
      paymentIds: order.payments.map(({ id }) => id),
      items: itemsOf(order),
      buyer: buyerOf(order.customer),
    })),
    false,
  )
  return new Map(orders.map(({ orderKey }, index) => [orderKey, others[index]!]))
}
