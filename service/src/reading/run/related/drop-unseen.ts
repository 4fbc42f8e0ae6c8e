import type { HeaderRow } from '../../programs/program.js'
import { headersOf, isPublished, KEYS_A_CALL, type Reader } from '../reader.js'

interface Unseen {
  kind: string
  ref: string
}

/**
 * Payments and shipments that a complete reading did not see again are no more: unposted, of another document
 * now, or deleted. One that has moved to a date that was not read stays.
 */
export async function dropUnseen(reader: Reader, from: string): Promise<void> {
  const { progress } = reader
  // Hidden documents are not seen, either.
  if (progress.partial) return
  for (let after = from; ; ) {
    const unseen = await listUnseen(reader, after)
    const moved = (await headersOf(reader, unseen)).filter(
      ({ posted, date }) => posted && (date < progress.from || date >= progress.to),
    )
    await drop(reader, unseen, moved)
    if (unseen.length < KEYS_A_CALL) return
    after = unseen.at(-1)!.ref
    await reader.save(after)
  }
}

/** Of the documents and the dates that this reading covers. */
async function listUnseen(reader: Reader, after: string): Promise<Unseen[]> {
  const { db, integrationKey, number, progress, program } = reader
  const { movements, payments, shipments } = program
  const { rows } = await db.query<Unseen>(
    `select ref, min(kind) as kind from read_related r
      where integration_key = $1 and reading <> $2 and ($3 = '' or ref > nullif($3, '')::uuid)
        and ($4 or date >= $5 and date < $6
             or exists (select from read_document d
                         where d.integration_key = $1 and d.ref = r.document and d.reading = $2))
        and case type when 'shipment' then $7 when 'refund' then $8 else $9 or $8 and kind = $10 end
      group by ref order by ref limit $11`,
    [
      ...[integrationKey, number, after, progress.whole, progress.from, progress.to],
      ...[shipments, payments, movements].map(({ set }) => isPublished(reader, set)),
      ...[payments.kind, KEYS_A_CALL],
    ],
  )
  return rows
}

async function drop(reader: Reader, unseen: readonly Unseen[], moved: readonly HeaderRow[]): Promise<void> {
  const { db, integrationKey, number } = reader
  await db.query(
    `with kept as (
       update read_related r set reading = $2, seen_at = now(), number = m.number, date = m.date
         from json_to_recordset($4) as m(ref uuid, number text, date timestamp)
        where r.integration_key = $1 and r.ref = m.ref and r.reading <> $2)
     delete from read_related
      where integration_key = $1 and ref = any($3) and reading <> $2
        and ref not in (select ref from json_to_recordset($4) as m(ref uuid))`,
    [integrationKey, number, unseen.map(({ ref }) => ref), JSON.stringify(moved)],
  )
}
