import { KEYS_A_CALL, list, listByKey, type Reader, readIfPublished, windowsOf } from '../reader.js'
import { isPosted, keepNewest } from '../same-base.js'
import { storeShipments } from './store-related.js'

/** Conditions on a long name: fewer keys of a call. */
const LINE_KEYS_A_CALL = 7

/** Shipments that name the document in their header. */
export async function readShipments(reader: Reader, from: string): Promise<void> {
  const { db, program, progress } = reader
  const { shipments } = program
  await readIfPublished(reader, [shipments.set], async () => {
    for await (const { rows, readTo } of windowsOf(reader, shipments, from)) {
      await storeShipments(
        db,
        reader,
        rows.filter(({ document }) => document !== null),
      )
      progress.documents += rows.length
      progress.newest[shipments.set] = keepNewest(progress.newest[shipments.set], rows.filter(isPosted))
      await reader.save(readTo)
    }
  })
}

/** Shipments of several documents name each in their lines. */
export async function readShipmentLines(reader: Reader, from: string): Promise<void> {
  const { db, program } = reader
  const { shipments, shipmentLines, shipmentsOfLines } = program
  await readIfPublished(reader, [shipments.set, ...shipmentLines.map(({ set }) => set)], async () => {
    for (let after = from; ; ) {
      const documents = await shippedElsewhere(reader, after)
      const filter = documents.map(shipmentsOfLines).join(' or ')
      const lines: { ref: string; document: string | null }[] = []
      if (documents.length > 0)
        for (const source of shipmentLines) lines.push(...(await list(reader, source, { filter })))
      const left = [...new Set(lines.map(({ ref }) => ref))]
      while (left.length > 0) {
        const headers = await listByKey(reader, shipments, left.splice(0, KEYS_A_CALL))
        const ofLines = headers.flatMap(shipment => {
          const named = lines.filter(({ ref }) => ref === shipment.ref).map(({ document }) => document)
          return [...new Set(named)].map(document => ({ ...shipment, document }))
        })
        await storeShipments(db, reader, ofLines)
      }
      if (documents.length < LINE_KEYS_A_CALL) return
      after = documents.at(-1)!
      await reader.save(after)
    }
  })
}

/** Documents that are shipped, and no header of a shipment names them. */
async function shippedElsewhere(reader: Reader, after: string): Promise<string[]> {
  const { db, integrationKey, number, program } = reader
  const { rows } = await db.query<{ ref: string }>(
    `select distinct d.ref from read_document d
      where d.integration_key = $1 and d.reading = $2 and not d.gone and ($3 = '' or d.ref > nullif($3, '')::uuid)
        and (d.shipping_status <> $4
             or exists (select from read_related r
                         where r.integration_key = $1 and r.document = d.ref and r.type = 'shipment'))
        and not exists (select from read_related r
                         where r.integration_key = $1 and r.document = d.ref and r.type = 'shipment'
                           and r.reading = $2)
      order by d.ref limit $5`,
    [integrationKey, number, after, program.statuses.without.shippingStatus, LINE_KEYS_A_CALL],
  )
  return rows.map(({ ref }) => ref)
}
