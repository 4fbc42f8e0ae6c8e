import { checkRow } from '../../odata/read-rows.js'
import type { DocumentRow } from '../../programs/program.js'
import { KEYS_A_CALL, listByKey, ofOrganization, type Reader, windowsOf } from '../reader.js'
import { isPosted, keepNewest, requireNoEarlierVersion, requireNoneLostTogether } from '../same-base.js'
import { customersOf } from './customers.js'
import { findCandidates } from './match-documents.js'
import { needsCustomer, recognize } from './recognize.js'
import { dropWeak, storeDocuments, storeGone } from './store-documents.js'

/** Documents of the organization by windows over their dates; those of orders are stored. */
export async function readDocuments(reader: Reader, from: string): Promise<void> {
  const { program, progress, db, integrationKey } = reader
  const { set } = program.documents
  const windows = windowsOf(reader, program.documents, from, ofOrganization(reader))
  for await (const { rows, readTo } of windows) {
    await storeFound(reader, rows)
    progress.documents += rows.length
    progress.newest[set] = keepNewest(progress.newest[set], rows.filter(isPosted))
    await reader.save(readTo)
  }
  await dropWeak(db, integrationKey)
}

/** Known documents that the windows did not show: moved elsewhere, or no more. */
export async function readKnown(reader: Reader, from: string): Promise<void> {
  const { db, program, client, progress } = reader
  const { set, select, row } = program.documents
  for (let after = from; ; ) {
    const unseen = await unseenDocuments(reader, after)
    const refs = unseen.map(({ ref }) => ref)
    const rows = await listByKey(reader, program.documents, refs)
    await storeFound(reader, rows)
    const shown = new Set(rows.map(({ ref }) => ref))
    for (const { ref, gone } of unseen.filter(each => !shown.has(each.ref))) {
      // With hidden documents, one that is asked for by its key may be refused.
      if (progress.restricted.includes(set)) continue
      // Of one that is known to be gone, the list is enough: a base keeps thousands of them for ever.
      const found = gone ? undefined : await client.entity(set, ref, select)
      if (found) await storeFound(reader, [checkRow(row, found, set)])
      else await storeGone(db, reader, ref)
    }
    if (unseen.length < KEYS_A_CALL) break
    after = refs.at(-1)!
    await reader.save(after)
  }
  await dropWeak(db, reader.integrationKey)
  await requireNoneLostTogether(reader)
}

/** Of a reading of the newest orders: documents that are, or were, of its time or of its orders. */
async function unseenDocuments(reader: Reader, after: string): Promise<{ ref: string; gone: boolean }[]> {
  const { db, integrationKey, number, progress, timezone } = reader
  const { rows } = await db.query<{ ref: string; gone: boolean }>(
    `select d.ref, bool_and(d.gone) as gone from read_document d join sale_order o on o.key = d.order_key
      where d.integration_key = $1 and d.reading <> $2 and ($3 = '' or d.ref > nullif($3, '')::uuid)
        and ($4 or d.number is null and not d.gone
             or not d.gone and (d.date >= $5 or o.placed_at >= $5::timestamp at time zone $6))
      group by d.ref order by d.ref limit $7`,
    [integrationKey, number, after, progress.whole, progress.from, timezone, KEYS_A_CALL],
  )
  return rows
}

async function storeFound(reader: Reader, rows: readonly DocumentRow[]): Promise<void> {
  const { db, program, progress } = reader
  if (rows.length === 0) return
  const documents = rows.map(row => ({
    ...row,
    digits: program.digitsOf(row.number),
    prefix: program.prefixOf(row.number),
  }))
  const found = await findCandidates(db, reader, documents)
  const { ownPrefix } = progress
  const asked = documents.flatMap(document => {
    const needs = found.get(document.ref)?.some(candidate => needsCustomer(document, candidate, ownPrefix))
    return document.customer && needs ? document.customer : []
  })
  const customers = await customersOf(reader, asked)
  const stored = documents.flatMap(document => {
    const candidates = found.get(document.ref) ?? []
    for (const { earlierVersions } of candidates) requireNoEarlierVersion(document, earlierVersions)
    const customer = document.customer ? customers.get(document.customer) : undefined
    return recognize(document, candidates, customer, ownPrefix).map(order => ({ ...document, ...order }))
  })
  await storeDocuments(db, reader, program.documents.kind, stored)
}
