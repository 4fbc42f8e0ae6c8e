import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Queryable } from '../../db/database.js'
import type { Logger } from '../../log.js'
import type { StoredFile } from '../../uploads/processing/file-reader.js'
import { comparedName } from '../../uploads/upload.js'
import { lockCatalogue } from '../catalogue.js'
import type { CatalogueSummary } from '../reading/catalogue-rows.js'
import { stepClosing } from './close-import.js'

/** Files of one import that are noted; one with more takes nothing away. */
export const MOST_FILES = 5000

interface Import {
  id: number
  firstFile: string
  /** Something happened that makes it uncertain what 1C has: nothing is gone at the end. */
  doubtful: boolean
  /** 1C reported that it has sent everything. */
  over: boolean
  /** Its items are being examined. */
  closing: boolean
  files: number
  /** A file of it came in another session. */
  isOfAnother: boolean
}

/**
 * The import that a file belongs to; null if none is in progress and the file begins none. A file with a
 * whole catalogue begins one, and all that 1C sends before its end belongs to it. If its first file comes
 * again in another session, the earlier files count no more. Any other file of one is a doubt: УТ and УНФ
 * open
 * a session for each portion, and don't report which is the last.
 */
export async function joinImport(
  db: Database,
  file: StoredFile,
  summary: CatalogueSummary,
): Promise<number | null> {
  for (;;) {
    const joined = await db.transaction(async tx => {
      await lockCatalogue(tx, file.integrationKey)
      return join(tx, file, summary)
    })
    if (joined !== 'ended') return joined
    while (await stepClosing(db, file.integrationKey));
  }
}

async function join(
  tx: Queryable,
  { integrationKey, uploadId, name: fullName }: StoredFile,
  { catalogueId, wholeItems, wholeOffers }: CatalogueSummary,
): Promise<number | null | 'ended'> {
  const name = comparedName(fullName)
  const { rows } = await tx.query<Import>(FIND, [integrationKey, uploadId])
  const [open] = rows
  const isWhole = wholeItems || wholeOffers
  if (open?.closing || (open?.over && open.isOfAnother)) return 'ended'
  if (!open && !isWhole) return null
  const beginsAnew = open?.isOfAnother && isWhole && open.firstFile === name && !open.doubtful
  if (beginsAnew) await tx.query('delete from catalogue_import where id = $1', [open.id])
  const isTooMuch = open !== undefined && !beginsAnew && open.files >= MOST_FILES
  const isDoubtful = isTooMuch || (open?.isOfAnother === true && !beginsAnew)
  const { rows: joined } = await tx.query<{ id: number }>(
    `insert into catalogue_import as i
            (integration_key, first_file, whole_items, whole_offers, doubtful, files)
     values ($1, $2, $3, $4, $5, 1)
     on conflict (integration_key) do update
        set last_file_at = now(), files = i.files + 1, doubtful = i.doubtful or excluded.doubtful,
            whole_items = ${withNew('whole_items')}, whole_offers = ${withNew('whole_offers')}
     returning id`,
    [
      integrationKey,
      name,
      wholeItems && !isTooMuch ? [catalogueId ?? ''] : [],
      wholeOffers && !isTooMuch ? [catalogueId ?? ''] : [],
      isDoubtful,
    ],
  )
  const { id } = joined[0]!
  if (!isTooMuch)
    await tx.query(
      `insert into catalogue_import_file (import_id, name, session_id)
       select $1, $2, session_id from upload where id = $3 on conflict do nothing`,
      [id, name, uploadId],
    )
  return id
}

const FIND = `
  select id, first_file as "firstFile", doubtful, over, closing, files,
         exists (select from catalogue_import_file f
                  where f.import_id = i.id
                    and f.session_id <> (select session_id from upload where id = $2)) as "isOfAnother"
    from catalogue_import i where integration_key = $1`

const withNew = (column: string): string =>
  `case when excluded.${column} <@ i.${column} then i.${column} else i.${column} || excluded.${column} end`

/** The pause that ends an import starts when its latest file has been read. */
export async function touchImport(db: Queryable, integrationKey: number): Promise<void> {
  await db.query('update catalogue_import set last_file_at = now() where integration_key = $1', [
    integrationKey,
  ])
}

/** 1C reports in this session that it has sent everything: a doubt if files came in another one. */
export async function endImport(db: Queryable, integrationKey: number, sessionId: number): Promise<void> {
  await db.query(
    `update catalogue_import i
        set over = true, doubtful = doubtful or exists (
              select from catalogue_import_file f where f.import_id = i.id and f.session_id <> $2)
      where integration_key = $1`,
    [integrationKey, sessionId],
  )
}

/**
 * A file was refused, broke off or could not be read: nobody knows what it would have named. If it is the
 * first of an import, the files that follow join this one.
 */
async function doubtImport(db: Database, integrationKey: number): Promise<void> {
  await db.query(
    `insert into catalogue_import (integration_key, first_file, doubtful)
     select key, '', true from integration where key = $1
     on conflict (integration_key) do update set doubtful = true, last_file_at = now()`,
    [integrationKey],
  )
}

const NOTE_TRIES = 60
const NOTE_PAUSE_MS = 1000

/**
 * Notes that a file of a catalogue failed; resolves after the first attempt. The database may be what
 * failed, so it goes on trying for a minute. `find` says whose file it was. Never throws.
 */
export async function noteFailedFile(
  find: () => Promise<{ db: Database; integrationKey: number } | undefined>,
  log: Logger,
  triesLeft = NOTE_TRIES,
): Promise<void> {
  try {
    const found = await find()
    if (found) await doubtImport(found.db, found.integrationKey)
  } catch (error) {
    if (triesLeft === NOTE_TRIES)
      log.warn({ err: error }, 'could not note yet that a file of a catalogue failed')
    if (triesLeft > 1)
      void delay(NOTE_PAUSE_MS, undefined, { ref: false }).then(() =>
        noteFailedFile(find, log, triesLeft - 1),
      )
  }
}
