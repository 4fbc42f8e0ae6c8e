import type { MovementRow } from '../../programs/program.js'
import { isPublished, KEYS_A_CALL, list, listByKey, type Reader, readIfPublished } from '../reader.js'
import { readWindows } from '../windows.js'
import { storeHeaders, storeMovements, storePayments } from './store-related.js'

/** What was paid of each document by the movements of the books. */
export async function readMovements(reader: Reader, from: string): Promise<void> {
  const { db, program, progress } = reader
  const { movements } = program
  const filter = progress.organization ? program.ofOrganization(progress.organization.id) : undefined
  const scope = { from: from || progress.from, to: progress.to, filter }
  await readIfPublished(reader, [movements.set], async () => {
    let ofSecond: MovementRow[] = []
    for await (const { rows, continues, readTo } of readWindows(movements, scope, query =>
      list(reader, movements, query),
    )) {
      const ours = rows.filter(({ document }) => document !== null)
      // The movements of one document may stand in several answers of that second.
      ofSecond = continues ? [...ofSecond, ...ours] : ours
      await storeMovements(db, reader, ofSecond)
      await reader.save(readTo)
    }
  })
}

/** The payments and refunds that the site's exchange makes: of others the movements tell. */
export async function readPayments(reader: Reader, from: string): Promise<void> {
  const { db, program, progress } = reader
  const { payments, movements } = program
  const hasMovements = isPublished(reader, movements.set)
  const scope = { from: from || progress.from, to: progress.to }
  await readIfPublished(reader, [payments.set], async () => {
    for await (const { rows, readTo } of readWindows(payments, scope, query =>
      list(reader, payments, query),
    )) {
      await storePayments(db, reader, payments.kind, rows, hasMovements)
      progress.documents += rows.length
      await reader.save(readTo)
    }
  })
}

/** Numbers of the documents that the movements name: bank and cash receipts. */
export async function readPayers(reader: Reader, from: string): Promise<void> {
  const { db, program, integrationKey, number } = reader
  for (let after = from; ; ) {
    const { rows } = await db.query<{ ref: string; kind: string; position: string }>(
      `select distinct kind, ref, kind || '/' || ref as position from read_related
        where integration_key = $1 and reading = $2 and number is null and kind || '/' || ref > $3
        order by position limit $4`,
      [integrationKey, number, after, KEYS_A_CALL],
    )
    for (const kind of new Set(rows.map(row => row.kind))) {
      const refs = rows.filter(row => row.kind === kind).map(({ ref }) => ref)
      const source = { ...program.header, set: program.setOf(kind) }
      await readIfPublished(reader, [source.set], async () =>
        storeHeaders(db, reader, await listByKey(reader, source, refs)),
      )
    }
    if (rows.length < KEYS_A_CALL) return
    after = rows.at(-1)!.position
    await reader.save(after)
  }
}
