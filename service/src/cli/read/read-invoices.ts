import { moneyText, scaled } from '../../orders/decimal.js'
import type { ODataClient } from '../../reading/odata/client.js'
import { isLacking } from '../../reading/odata/failures.js'
import type { DocumentRow, Program, ShipmentRow, Source, StatusRow } from '../../reading/programs/program.js'
import { readWindows } from '../../reading/run/windows.js'
import { describeSet } from '../../reading/texts.js'

/** What 1C has of a document, with decimal sums; null: not published. */
export interface ReadInvoice {
  number: string
  date: string
  total: string
  posted: boolean
  deleted: boolean
  status: string | null
  shippingStatus: string | null
  paid: string | null
  shipments: Pick<ShipmentRow, 'kind' | 'number' | 'date' | 'total' | 'posted'>[] | null
}

export interface ReadPeriod {
  invoices: ReadInvoice[]
  /** What could not be read, and what it would have brought. */
  missing: { name: string; brings: string }[]
}

/** Conditions of one call. */
const STATUSES_A_CALL = 5
/** Of more documents the whole register comes at once. */
const FEW_DOCUMENTS = 100

/** Reads the documents dated in a period, `to` excluded, by 1C's clock. @throws ReadingError */
export async function readInvoices(
  client: ODataClient,
  program: Program,
  { from, to, later }: { from: string; to: string; later: string },
): Promise<ReadPeriod> {
  const { documents, statuses, movements, shipments } = program
  const missing = new Set<string>()
  const all = <Row>(source: Source<Row>, until: string): AsyncGenerator<Row[]> =>
    rowsOf(client, source, from, until)
  const optional = async (set: string, read: () => Promise<void>): Promise<void> => {
    await read().catch(error => {
      if (!isLacking(error)) throw error
      missing.add(set)
    })
  }

  const found: DocumentRow[] = []
  for await (const rows of all(documents, to)) found.push(...rows)
  found.sort((a, b) => (a.date + a.number < b.date + b.number ? -1 : 1))
  const refs = new Set(found.map(({ ref }) => ref))
  const statusOf = new Map<string, StatusRow>()
  await optional(statuses.set, () => readStatuses(client, program, [...refs], statusOf))
  const paid = new Map<string, bigint>()
  await optional(movements.set, async () => {
    for await (const rows of all(movements, later))
      for (const { document, active, total } of rows)
        if (active && document !== null && refs.has(document))
          paid.set(document, (paid.get(document) ?? 0n) + scaled(total, 2))
  })
  const shipped = new Map<string, ShipmentRow[]>()
  await optional(shipments.set, async () => {
    for await (const rows of all(shipments, later))
      for (const row of rows)
        if (row.document !== null) shipped.set(row.document, [...(shipped.get(row.document) ?? []), row])
  })

  const has = <Value>(set: string, value: Value): Value | null => (missing.has(set) ? null : value)
  const invoices = found.map(({ ref, number, date, total, posted, deleted }): ReadInvoice => {
    const { status, shippingStatus } = statusOf.get(ref) ?? statuses.without
    return {
      number,
      date,
      total,
      posted,
      deleted,
      status: has(statuses.set, status),
      shippingStatus: has(statuses.set, shippingStatus),
      paid: has(movements.set, moneyText(paid.get(ref) ?? 0n)),
      shipments: has(shipments.set, (shipped.get(ref) ?? []).map(shownShipment)),
    }
  })
  return { invoices, missing: [...missing].map(describeSet) }
}

async function* rowsOf<Row>(
  client: ODataClient,
  source: Source<Row>,
  from: string,
  to: string,
): AsyncGenerator<Row[]> {
  const list = (query: object) => client.list(source.set, { select: source.select, ...query }, source.row)
  for await (const { rows } of readWindows(source, { from, to }, list)) yield rows
}

async function readStatuses(
  client: ODataClient,
  { statuses }: Program,
  refs: readonly string[],
  statusOf: Map<string, StatusRow>,
): Promise<void> {
  const { set, select, row } = statuses
  const note = (rows: readonly StatusRow[]): void => {
    for (const one of rows) if (one.ref !== null) statusOf.set(one.ref, one)
  }
  if (refs.length > FEW_DOCUMENTS) {
    for await (const rows of client.rows(set, { select, filter: statuses.ofKind }, row)) note(rows)
    return
  }
  for (let at = 0; at < refs.length; at += STATUSES_A_CALL) {
    const filter = refs
      .slice(at, at + STATUSES_A_CALL)
      .map(statuses.of)
      .join(' or ')
    note(await client.list(set, { select, filter }, row))
  }
}

const shownShipment = ({ kind, number, date, total, posted }: ShipmentRow) => {
  return { kind, number, date, total, posted }
}
