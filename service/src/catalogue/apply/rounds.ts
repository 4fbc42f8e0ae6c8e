import { createHash } from 'node:crypto'
import type { Database, Queryable } from '../../db/database.js'
import type { StoredFile } from '../../uploads/processing/file-reader.js'
import { comparedName, storedName } from '../../uploads/upload.js'
import { lockCatalogue } from '../lock-catalogue.js'
import type { CatalogueSummary } from '../reading/catalogue-rows.js'
import { stepClosing } from './close-round.js'

/** The exchange in progress, as a file finds it. */
interface Round {
  id: number
  /** That of the latest file. */
  sessionId: number
  over: boolean
  closing: boolean
  /** Nothing is marked as gone at its end, whatever becomes of its files. */
  failed: boolean
  /** One of the same name was read in another session, or failed and no other came, of the same catalogue as far as both are known. */
  isRepeated: boolean
  /** It is the latest file, and others came before it: 1C sends a file again whose answer it did not get. */
  isRetried: boolean
  /** The file is of a catalogue that none of the exchange is known to be of, and none came in its session. */
  isOfItsOwn: boolean
  /** The file came before in its session, or one of its catalogue did. */
  isKnown: boolean
  isOfKnown: boolean
  /** How many files came, and how many catalogues they are of. */
  files: number
  catalogues: number
}

/**
 * Files of one exchange, and catalogues that they are of. A catalogue of 1,000,000 items in portions of 1,000, each with a file of items and
 * one of offers, prices and stock, has 4,000. Each file is compared with those before it, and an archive may hold 20,000 tiny ones: past
 * these limits the exchange counts as failed, and nothing more is kept of its files.
 */
export const ROUND_LIMITS = { files: 5000, catalogues: 200 }

/** A file as 1C sent it. */
export interface SentFile {
  integrationKey: number
  sessionId: number
  name: string
}

/**
 * The exchange of whole catalogues that a file belongs to; null if none is in progress and the file starts none. Its files
 * come in one session, or in several if УТ opens one per portion; a file name repeated from an earlier session starts another
 * exchange, unless it is of another catalogue: УНФ numbers the files of each of its catalogues from 0. Nor does the latest file, which
 * УНФ sends again in a session of its own if it got no answer. An exchange that 1C had ended is closed by another, and by a catalogue
 * of its own in another session, which would be judged before all of it came; of one that 1C had not ended nobody knows whether all of
 * it came, so only the new one is judged, which is whole itself, and not even that where it may have begun with files that joined the one
 * before. After a file that `failed`, nothing is marked as gone at the end of the exchange, unless it comes again before 1C goes on to
 * others. `keepDays`: see stepClosing.
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
      const { rows } = await tx.query<{ sessionId: number }>(
        'select session_id as "sessionId" from upload where id = $1',
        [file.uploadId],
      )
      return join(tx, { ...file, sessionId: rows[0]!.sessionId }, summary)
    })
    if (joined !== 'over') return joined
    while (await stepClosing(db, file.integrationKey, keepDays));
  }
}

/**
 * Notes a file that was refused or broke off, so that nothing of it was stored, unless it has come again meanwhile: where a connection
 * breaks unnoticed, that takes less time than to notice it. False as long as the exchange before it waits to be judged: try later.
 */
export async function noteFailed(db: Database, file: SentFile): Promise<boolean> {
  return db.transaction(async tx => {
    await lockCatalogue(tx, file.integrationKey)
    return (await cameAgain(tx, file)) || (await join(tx, file, 'failed')) !== 'over'
  })
}

/**
 * Forgets that an upload failed before, once all of it has been read: an archive has a name of its own, and a picture is no file of a
 * catalogue. Where several catalogues are known, nobody knows which of them an archive of that name belonged to.
 */
export async function noteRead(tx: Queryable, { integrationKey, sessionId, name }: SentFile): Promise<void> {
  await tx.query(
    `delete from catalogue_round_file f
      where f.integration_key = $1 and f.name_hash = $2 and f.failed and ${isNext('f.session_id', '$3')} and ${HAS_ONE_CATALOGUE}`,
    [integrationKey, hashOf(name), sessionId],
  )
}

/**
 * Whether a file of this name has been read in its session or a later one, or in a later one all of an upload of that name: it may be of
 * an archive or a picture (noteRead).
 */
async function cameAgain(tx: Queryable, { integrationKey, sessionId, name }: SentFile): Promise<boolean> {
  const { rows } = await tx.query<{ came: boolean }>(
    `select exists (
              select from catalogue_round_file f
               where f.integration_key = $1 and f.name_hash = $2 and not f.failed and f.session_id >= $3
                 and ${isOfSame('f.catalogue_id', '$3', 'f.session_id')})
            or exists (
              select from exchange_session s join upload u on u.session_id = s.id
               where s.integration_key = $1 and s.id > $3 and u.type = 'catalog' and u.state = 'done' and u.name = $4
                 and u.finished_at >= (select opened_at from catalogue_round where integration_key = $1)
                 and ${isNext('$3', 's.id')} and ${HAS_ONE_CATALOGUE}) as came`,
    [integrationKey, hashOf(name), sessionId, storedName(name)],
  )
  return rows[0]!.came
}

async function join(
  tx: Queryable,
  { integrationKey, sessionId, name }: SentFile,
  summary: CatalogueSummary | 'failed',
): Promise<number | null | 'over'> {
  const failed = summary === 'failed'
  const { catalogueId, wholeItems, wholeOffers } = failed ? UNKNOWN : summary
  const startsRound = failed || wholeItems || wholeOffers
  const key = [integrationKey, hashOf(name), sessionId, catalogueId ?? '']
  const likelyId = failed ? await findLatestCatalogue(tx, integrationKey) : key[3]
  const { rows } = await tx.query<Round>(FIND_ROUND, [...key.slice(0, 3), likelyId])
  const [open] = rows
  const isLate = failed && open !== undefined && sessionId < open.sessionId
  const isAnother = open !== undefined && startsRound && open.isRepeated && !open.isRetried && !isLate
  const isEnded = open?.over && startsRound && (isAnother || open.isOfItsOwn)
  if (open?.closing || isEnded) return 'over'
  const isTooMuch = open !== undefined && !isAnother && exceedsLimits(open)
  if (catalogueId !== null && !isTooMuch)
    await tx.query(
      `insert into known_catalogue (integration_key, catalogue_id) values ($1, $2)
       on conflict (integration_key, catalogue_id) do update set last_named_at = now(), missed_since = null, overdue_since = null`,
      [integrationKey, catalogueId],
    )
  // What began in the middle stays so: when 1C begins anew, the files before the middle join it, and only the next one is repeated.
  const isPart = isAnother && (open.failed || (await beginsInMiddle(tx, [...key.slice(0, 3), likelyId])))
  if (isAnother) await tx.query('delete from catalogue_round where id = $1', [open.id])
  if (!open && !startsRound) return null
  const whole = (is: boolean) => (is && !isTooMuch ? [catalogueId ?? ''] : [])
  const { rows: joined } = await tx.query<{ id: number }>(
    `insert into catalogue_round as r (integration_key, session_id, in_portions, whole_items, whole_offers, failed, files, catalogues)
     values ($1, $2, $3, $4, $5, $6, 1, 1)
     on conflict (integration_key) do update
        set last_file_at = now(), session_id = greatest(r.session_id, excluded.session_id), in_portions = r.in_portions or excluded.in_portions,
            whole_items = ${joinedWith('whole_items')}, whole_offers = ${joinedWith('whole_offers')},
            failed = r.failed or excluded.failed, files = r.files + $7, catalogues = r.catalogues + $8
     returning id`,
    [
      ...[integrationKey, sessionId, PORTION.test(comparedName(name))],
      ...[whole(wholeItems), whole(wholeOffers), isTooMuch || isPart],
      ...[Number(!isTooMuch && !open?.isKnown), Number(!isTooMuch && !open?.isOfKnown)],
    ],
  )
  if (!failed)
    await tx.query(
      `delete from catalogue_round_file f
        where f.integration_key = $1 and f.name_hash = $2 and f.failed
          and ${isNext('f.session_id', '$3')} and ${isOfSame('$4', 'f.session_id', '$3')}`,
      key,
    )
  if (!isTooMuch)
    await tx.query(
      `insert into catalogue_round_file (integration_key, name_hash, session_id, catalogue_id, failed)
       values ($1, $2, $3, $4, $5)
       on conflict (integration_key, name_hash, session_id, catalogue_id) do update set failed = excluded.failed`,
      [...key, failed],
    )
  return joined[0]!.id
}

/**
 * Whether an exchange that begins anew with a file may lack files that came before it: another file of its session joined the exchange
 * before, or that did not begin with this name. 1C then either began with a name that was new there, as after a refused first file, or
 * sends a portion from the middle again.
 */
async function beginsInMiddle(tx: Queryable, key: readonly unknown[]): Promise<boolean> {
  const { rows } = await tx.query(
    `select from catalogue_round_file o
      where o.integration_key = $1 and o.name_hash <> $2
        and (o.session_id = $3
             or ($4 = '' or o.catalogue_id in ('', $4))
                and o.session_id < (select min(f.session_id) from catalogue_round_file f where ${IS_SAME}))
      limit 1`,
    key,
  )
  return rows.length > 0
}

/** The catalogue of the latest file that names one, '' if none does: 1C sends one catalogue after another. */
async function findLatestCatalogue(tx: Queryable, integrationKey: number): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `select catalogue_id as id from catalogue_round_file
      where integration_key = $1 and catalogue_id <> '' order by session_id desc limit 1`,
    [integrationKey],
  )
  return rows[0]?.id ?? ''
}

const hashOf = (name: string): Buffer => createHash('sha256').update(comparedName(name)).digest()

const UNKNOWN = { catalogueId: null, wholeItems: false, wholeOffers: false }
const joinedWith = (column: string): string =>
  `case when excluded.${column} <@ r.${column} then r.${column} else r.${column} || excluded.${column} end`
/** УТ names its files by catalogue and portion: `import0_1.xml`; УНФ by portion alone: `import0.xml`, `services_offers0.xml`. */
const PORTION = /^(?:import|offers|services|services_offers)\d+(?:_\d+)?\.xml$/

/** SQL for whether a file `f` of the exchange has the name that is given, and its catalogue as far as both are known. */
const IS_SAME = `f.integration_key = $1 and f.name_hash = $2 and ($4 = '' or f.catalogue_id in ('', $4))`

/**
 * SQL for whether no other file was read between the sessions of one that failed and of one that has its name. Otherwise 1C had gone on
 * without it, and may have begun anew now: the row that says so stays (beginsInMiddle).
 */
const isNext = (since: string, until: string): string =>
  `not exists (select from catalogue_round_file o
                where o.integration_key = $1 and o.name_hash <> $2 and not o.failed and o.session_id > ${since} and o.session_id < ${until})`

/**
 * SQL for whether a file that was read until a session is the one that failed in another and has its name. It is not where the next
 * catalogue has one of that name: the exchange is of several, and others came between.
 */
const isOfSame = (catalogue: string, since: string, until: string): string =>
  `(${catalogue} = ''
    or not exists (select from catalogue_round_file o where o.integration_key = $1 and o.catalogue_id not in ('', ${catalogue}))
    or not exists (select from catalogue_round_file o
                    where o.integration_key = $1 and o.name_hash <> $2 and o.session_id between ${since} and ${until}))`

/** SQL for whether the files of the exchange are, as far as they name one, of one catalogue. */
const HAS_ONE_CATALOGUE = `(select count(distinct o.catalogue_id) from catalogue_round_file o
                             where o.integration_key = $1 and o.catalogue_id <> '') <= 1`

const FIND_ROUND = `
  select id, session_id as "sessionId", over, closing, failed,
         exists (select from catalogue_round_file f
                  where ${IS_SAME} and f.session_id <> $3
                    and (not f.failed
                         or not exists (select from catalogue_round_file o
                                         where o.integration_key = $1 and (o.name_hash <> $2 or not o.failed)))) as "isRepeated",
         exists (select from catalogue_round_file f
                  where ${IS_SAME} and f.session_id = r.session_id
                    and not exists (select from catalogue_round_file first join catalogue_round_file o using (integration_key)
                                     where integration_key = $1 and first.name_hash = $2 and first.catalogue_id = f.catalogue_id
                                       and (not first.failed or first.session_id = f.session_id)
                                       and o.name_hash <> $2 and o.session_id >= first.session_id))
           and exists (select from catalogue_round_file f where f.integration_key = $1 and f.session_id <> r.session_id) as "isRetried",
         over and $4 <> '' and not exists (
           select from catalogue_round_file f
            where f.integration_key = $1 and (f.session_id = $3 or f.catalogue_id = $4)) as "isOfItsOwn",
         exists (select from catalogue_round_file f
                  where (f.integration_key, f.name_hash, f.session_id, f.catalogue_id) = ($1, $2, $3, $4)) as "isKnown",
         exists (select from catalogue_round_file f where f.integration_key = $1 and f.catalogue_id = $4) as "isOfKnown",
         files, catalogues
    from catalogue_round r where integration_key = $1`

const exceedsLimits = ({ isKnown, isOfKnown, files, catalogues }: Round): boolean =>
  (!isKnown && files >= ROUND_LIMITS.files) || (!isOfKnown && catalogues >= ROUND_LIMITS.catalogues)

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
