import type { Database, Queryable } from '../../db/database.js'
import type { StoredFile } from '../../uploads/processing/file-reader.js'
import { comparedName } from '../../uploads/upload.js'
import { lockCatalogue } from '../lock-catalogue.js'
import type { CatalogueSummary } from '../reading/catalogue-rows.js'
import { stepClosing } from './close-round.js'

interface Round {
  id: number
  sessionId: number
  files: string[]
  failed: boolean
  over: boolean
  closing: boolean
}

/**
 * The exchange of whole catalogues that a file belongs to; null if none is in progress and the file starts none. Its files
 * come in one session, or in several if УТ opens one per portion; a file name repeated from an earlier session starts another
 * exchange, unless it is of another catalogue: УНФ numbers the files of each of its catalogues from 0. One that 1C had ended is
 * closed by that, and by a catalogue of its own in another session, which would be judged before all of it came; of another
 * nobody knows whether all of it came, so only the new one is judged, which is whole itself. With `failed`, nothing is marked
 * as gone at the end of the exchange. `keepDays`: see stepClosing.
 */
export async function joinRound(
  db: Database,
  file: StoredFile,
  summary: CatalogueSummary | 'failed',
  keepDays: number,
): Promise<number | null> {
  for (;;) {
    const joined = await db.transaction(async tx => {
      await lockCatalogue(tx, file.integrationKey)
      return join(tx, file, summary)
    })
    if (joined !== 'over') return joined
    while (await stepClosing(db, file.integrationKey, keepDays));
  }
}

async function join(
  tx: Queryable,
  { integrationKey, uploadId, name }: StoredFile,
  summary: CatalogueSummary | 'failed',
): Promise<number | null | 'over'> {
  const { rows: uploads } = await tx.query<{ sessionId: number }>(
    'select session_id as "sessionId" from upload where id = $1',
    [uploadId],
  )
  const sessionId = uploads[0]!.sessionId
  const failed = summary === 'failed'
  const { catalogueId, wholeItems, wholeOffers } = failed ? UNKNOWN : summary
  const startsRound = failed || wholeItems || wholeOffers
  const fileKey = `${sessionId} ${comparedName(name)}${catalogueId === null ? '' : `\n${catalogueId}`}`
  const whole = (is: boolean) => (is ? [catalogueId ?? ''] : [])
  const { rows } = await tx.query<Round>(
    `select id, session_id as "sessionId", files, failed, over, closing from catalogue_round where integration_key = $1`,
    [integrationKey],
  )
  const [open] = rows
  const isAnother = open !== undefined && startsRound && isRepeated(open.files, fileKey)
  const isEnded = open?.over && startsRound && (isAnother || isOfItsOwn(open.files, fileKey))
  if (open?.closing || isEnded) return 'over'
  if (catalogueId !== null)
    await tx.query(
      `insert into known_catalogue (integration_key, catalogue_id) values ($1, $2)
       on conflict (integration_key, catalogue_id) do update set last_named_at = now(), missed_since = null, overdue_since = null`,
      [integrationKey, catalogueId],
    )
  if (isAnother) await tx.query('delete from catalogue_round where id = $1', [open.id])
  if (!open && !startsRound) return null
  const { rows: joined } = await tx.query<{ id: number }>(
    `insert into catalogue_round as r (integration_key, session_id, files, in_portions, whole_items, whole_offers, failed)
     values ($1, $2, array[$3], $4, $5, $6, $7)
     on conflict (integration_key) do update
        set last_file_at = now(), files = ${joinedWith('files')},
            session_id = excluded.session_id, in_portions = r.in_portions or excluded.in_portions,
            whole_items = ${joinedWith('whole_items')}, whole_offers = ${joinedWith('whole_offers')},
            failed = r.failed or excluded.failed
     returning id`,
    [
      ...[integrationKey, sessionId, fileKey, PORTION.test(comparedName(name))],
      ...[whole(wholeItems), whole(wholeOffers), failed],
    ],
  )
  return joined[0]!.id
}

const UNKNOWN = { catalogueId: null, wholeItems: false, wholeOffers: false }
const joinedWith = (column: string): string =>
  `case when excluded.${column} <@ r.${column} then r.${column} else r.${column} || excluded.${column} end`
/** УТ names its files by catalogue and portion: `import0_1.xml`; УНФ by portion alone: `import0.xml`, `services_offers0.xml`. */
const PORTION = /^(?:import|offers|services|services_offers)\d+(?:_\d+)?\.xml$/

/** Whether a file of the same name came in another session, of the same catalogue as far as both are known. */
function isRepeated(files: readonly string[], fileKey: string): boolean {
  const given = partsOf(fileKey)
  return files.map(partsOf).some(({ session, name, catalogueId = given.catalogueId }) => {
    const isSame = name === given.name && catalogueId === (given.catalogueId ?? catalogueId)
    return isSame && session !== given.session
  })
}

/** Whether a file is of a catalogue that none of these files is known to be of, and came in another session. */
function isOfItsOwn(files: readonly string[], fileKey: string): boolean {
  const { session, catalogueId } = partsOf(fileKey)
  if (catalogueId === undefined) return false
  return files.map(partsOf).every(file => file.session !== session && file.catalogueId !== catalogueId)
}

function partsOf(fileKey: string) {
  const at = fileKey.indexOf(' ')
  const [name, catalogueId] = fileKey.slice(at + 1).split('\n')
  return { session: fileKey.slice(0, at), name, catalogueId }
}

/** The pause that ends an exchange starts when its latest file has been read. */
export async function touchRound(db: Queryable, integrationKey: number): Promise<void> {
  await db.query('update catalogue_round set last_file_at = now() where integration_key = $1', [
    integrationKey,
  ])
}

/** 1C reports that it has sent everything. */
export async function endRound(db: Queryable, integrationKey: number): Promise<void> {
  await db.query('update catalogue_round set over = true where integration_key = $1', [integrationKey])
}
