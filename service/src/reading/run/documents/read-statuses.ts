import { list, type Reader, readIfPublished, readWhole, stream } from '../reader.js'

/** Up to so many documents are asked for one by one, for more the whole register is read. */
const MOST_SINGLE = 100
/** A condition on a reference of several types is long. */
const KEYS_A_CALL = 5

/** What people see as the state of each document, which is not what its money says. */
export async function readStatuses(reader: Reader): Promise<void> {
  const { program, progress } = reader
  const { statuses } = program
  await readIfPublished(reader, [statuses.set], async () => {
    const organization = progress.organization?.id
    if ((await untold(reader, MOST_SINGLE + 1)).length > MOST_SINGLE) {
      const ofOrganization = organization ? `${program.ofOrganization(organization)} and ` : ''
      const filter = `${ofOrganization}${statuses.ofKind}`
      const isWhole = await readWhole(reader, statuses, async () => {
        for await (const rows of stream(reader, statuses, { filter })) await storeStatuses(reader, rows)
      })
      if (!isWhole) return
      await storeWithout(reader, organization)
    }
    for (;;) {
      const refs = await untold(reader, KEYS_A_CALL)
      if (refs.length === 0) return
      const filter = refs.map(ref => statuses.of(ref)).join(' or ')
      const rows = await list(reader, statuses, { filter })
      const told = new Set(rows.map(({ ref }) => ref))
      const without = refs.filter(ref => !told.has(ref)).map(ref => ({ ref, ...withoutRow(reader) }))
      await storeStatuses(reader, [...rows, ...without])
      await reader.save()
    }
  })
}

interface Told {
  ref: string | null
  /** Null: as it was known. */
  status: string | null
  shippingStatus: string | null
}

/** What a document without a row has; its row may be hidden. */
function withoutRow({ program, progress }: Reader): Omit<Told, 'ref'> {
  const { set, without } = program.statuses
  return progress.restricted.includes(set) ? { status: null, shippingStatus: null } : without
}

/** Documents of this reading whose state it was not told. */
async function untold({ db, integrationKey, number }: Reader, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ ref: string }>(
    `select distinct ref from read_document
      where integration_key = $1 and reading = $2 and not gone and status_reading is distinct from $2
      order by ref limit $3`,
    [integrationKey, number, limit],
  )
  return rows.map(({ ref }) => ref)
}

async function storeStatuses(reader: Reader, rows: readonly Told[]): Promise<void> {
  const { db, integrationKey, number } = reader
  await db.query(
    `update read_document d
        set status = coalesce(s.status, d.status), status_reading = $2,
            shipping_status = coalesce(s."shippingStatus", d.shipping_status)
       from json_to_recordset($3) as s(ref uuid, status text, "shippingStatus" text)
      where d.integration_key = $1 and d.ref = s.ref and d.reading = $2`,
    [integrationKey, number, JSON.stringify(rows.filter(({ ref }) => ref !== null))],
  )
}

/** The register was read whole: documents that it did not tell have no row in it. */
async function storeWithout(reader: Reader, organization: string | undefined): Promise<void> {
  const { db, integrationKey, number } = reader
  const { status, shippingStatus } = withoutRow(reader)
  await db.query(
    `update read_document
        set status = coalesce($3, status), shipping_status = coalesce($4, shipping_status), status_reading = $2
      where integration_key = $1 and reading = $2 and not gone and status_reading is distinct from $2
        and ($5::uuid is null or organization = $5)`,
    [integrationKey, number, status, shippingStatus, organization ?? null],
  )
}
