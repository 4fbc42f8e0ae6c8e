import { list, type Reader, readIfPublished, readWhole, stream } from '../reader.js'
import { storeMarks } from './store-documents.js'

/** With more, a reading of the newest orders does without them. */
const MOST_EVERY_TIME = 20_000

/** Which documents say themselves of which order they are. */
export async function readMarks(reader: Reader): Promise<void> {
  const { db, program, progress } = reader
  const { marks } = program
  if (!progress.whole && progress.marks > MOST_EVERY_TIME) return
  await readIfPublished(reader, [marks.properties.set, marks.rows.set], async () => {
    // Names of properties are not unique.
    const properties = await list(reader, marks.properties, { filter: marks.propertiesOf(marks.name) })
    let count = 0
    await readWhole(reader, marks.rows, async () => {
      for (const { ref } of properties)
        for await (const rows of stream(reader, marks.rows, { filter: marks.rowsOf(ref) })) {
          const ours = rows.flatMap(row => (row.ref === null ? [] : { ref: row.ref, value: row.value }))
          await storeMarks(db, reader, program.documents.kind, ours)
          count += rows.length
        }
    })
    progress.marks = count
  })
}
