import type { MovementRow } from '../../programs/program.js'
import {
  headersOf,
  isPublished,
  KEYS_A_CALL,
  ofOrganization,
  type Reader,
  readIfPublished,
  windowsOf,
} from '../reader.js'
import { storeHeaders, storeMovements, storePayments } from './store-related.js'

/** What was paid of each document by the movements of the books. */
export async function readMovements(reader: Reader, from: string): Promise<void> {
  const { db, program } = reader
  const { movements } = program
  await readIfPublished(reader, [movements.set], async () => {
    let ofSecond: MovementRow[] = []
    const windows = windowsOf(reader, movements, from, ofOrganization(reader))
    for await (const { rows, continues, readTo } of windows) {
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
  await readIfPublished(reader, [payments.set], async () => {
    for await (const { rows, readTo } of windowsOf(reader, payments, from)) {
      await storePayments(db, reader, { kind: payments.kind, hasMovements }, rows)
      progress.documents += rows.length
      await reader.save(readTo)
    }
  })
}

/** Numbers of the documents that the movements name: bank and cash receipts. */
export async function readPayers(reader: Reader, from: string): Promise<void> {
  const { db, integrationKey, number } = reader
  for (let after = from; ; ) {
    const { rows } = await db.query<{ ref: string; kind: string; position: string }>(
      `select distinct kind, ref, kind || '/' || ref as position from read_related
        where integration_key = $1 and reading = $2 and number is null and kind || '/' || ref > $3
        order by position limit $4`,
      [integrationKey, number, after, KEYS_A_CALL],
    )
    await storeHeaders(db, reader, await headersOf(reader, rows))
    if (rows.length < KEYS_A_CALL) return
    after = rows.at(-1)!.position
    await reader.save(after)
  }
}
