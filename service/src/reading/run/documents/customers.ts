import type { CustomerRow } from '../../programs/program.js'
import { KEYS_A_CALL, listByKey, type Reader, readIfPublished } from '../reader.js'

/** Customers of documents that may be of orders, by key. They are compared and never stored. */
export async function customersOf(
  reader: Reader,
  refs: readonly string[],
): Promise<ReadonlyMap<string, CustomerRow>> {
  const { customers } = reader.program
  const found = new Map<string, CustomerRow>()
  const left = [...new Set(refs)]
  await readIfPublished(reader, [customers.set], async () => {
    while (left.length > 0)
      for (const row of await listByKey(reader, customers, left.splice(0, KEYS_A_CALL)))
        found.set(row.ref, row)
  })
  return found
}
