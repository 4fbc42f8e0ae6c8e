import { describeProblem } from '@obmen/contract'
import type { ReadingInput } from '@obmen/contract/rest'
import { addJob } from '../db/add-job.js'
import type { Database, Queryable } from '../db/database.js'
import type { Secrets } from '../db/secrets/open-secrets.js'
import { AppError } from '../errors/app-error.js'
import { type Author, type RecordedReading, recordChange } from '../integrations/changes.js'
import type { Integration } from '../integrations/integration.js'
import { type Address, checkInput, publicationOf, readableProgram } from './check-input.js'
import type { Program } from './programs/program.js'
import { findReading, getReading, openPassword, passwordPlace, type StoredReading } from './reading.js'

export interface ReadingRules {
  /** ALLOW_PRIVATE_ADDRESSES */
  allowPrivate: boolean
  secrets: Secrets
}

/**
 * Stores how a 1C is read. A person has looked at it and says that this is the base: the next reading is due
 * at once and whole, and what would have shown an older copy is forgotten. A reading that runs sees that
 * `changed_at` is another, and ends. Throws AppError `conflict` or `invalid`.
 */
export async function putReading(
  db: Database,
  integration: Integration,
  { password, url, ...others }: ReadingInput,
  { by, allowPrivate, secrets }: ReadingRules & { by: Author },
): Promise<StoredReading> {
  readableProgram(integration)
  const { key } = integration
  const input = { ...others, url: publicationOf(url) }
  return db.transaction(async tx => {
    // Two that make the first one would both find none.
    await tx.query('select from integration where key = $1 for no key update', [key])
    const before = await findReading(tx, key)
    checkInput({ ...input, password: password ?? keptPassword(before, input) }, allowPrivate)
    const sealed =
      password === undefined ? before!.password : await secrets.seal(tx, password, passwordPlace(key))
    await tx.query(
      // Rows of an earlier connection must not look as if the first reading saw them.
      `insert into reading (integration_key, url, login, password, every_minutes, enabled, organization,
                            next_at, requested, number)
       values ($1, $2, $3, $4, $5, $6, $7, case when $6 then now() end, $6,
               (select coalesce(max(reading), 0) from read_document where integration_key = $1))
       on conflict (integration_key) do update
          set (url, login, password, every_minutes, enabled, organization, next_at, requested,
               changed_at, progress, failure, newest)
            = (excluded.url, excluded.login, excluded.password, excluded.every_minutes, excluded.enabled,
               excluded.organization, excluded.next_at, excluded.requested, now(), null, null, '{}')`,
      [key, input.url, input.login, sealed, input.everyMinutes, input.enabled, input.organization],
    )
    await tx.query(
      "update read_document set earlier_versions = '{}' where integration_key = $1 and earlier_versions <> '{}'",
      [key],
    )
    const newPassword = before !== undefined && password !== undefined
    await record(tx, { integrationKey: key, by }, before, { ...recorded(input), newPassword })
    return getReading(tx, key)
  })
}

/** The sealed password, if it is meant for this address and this user. */
const keptPassword = (stored: StoredReading | undefined, { url, login }: Address): string | undefined =>
  stored && stored.url === url && stored.login === login && stored.password !== ''
    ? stored.password
    : undefined

/** Obmen forgets how to read this 1C; what was read stays known. Throws AppError `not-found`. */
export async function deleteReading(db: Database, { key }: Integration, by: Author): Promise<void> {
  await db.transaction(async tx => {
    const before = await getReading(tx, key)
    await tx.query('delete from reading where integration_key = $1', [key])
    await record(tx, { integrationKey: key, by }, before, null)
  })
}

/**
 * Makes a reading due now, a whole one; after one that runs, another follows. Throws AppError `not-found`, or
 * `conflict` if it is switched off.
 */
export async function requestReading(db: Database, { key }: Integration): Promise<StoredReading> {
  return db.transaction(async tx => {
    const { enabled } = await getReading(tx, key)
    if (!enabled) throw new AppError('conflict', describeProblem('reading-off'))
    await tx.query('update reading set requested = true, next_at = now() where integration_key = $1', [key])
    await addJob(tx, 'find-work', {})
    return getReading(tx, key)
  })
}

/** What is checked: what was entered, and for the rest what is stored. */
export interface Candidate extends Address {
  password: string
  organization: string | null
}

/**
 * The stored password goes to the address and by the user for which it was entered, and to no others. Throws
 * AppError `not-found` if neither is there, `conflict` or `invalid`.
 */
export async function candidateOf(
  db: Queryable,
  integration: Integration,
  input: { [Field in keyof Candidate]?: Candidate[Field] | undefined },
  { allowPrivate, secrets }: ReadingRules,
): Promise<Candidate & { program: Program }> {
  const program = readableProgram(integration)
  const stored =
    input.url === undefined || input.login === undefined
      ? await getReading(db, integration.key)
      : await findReading(db, integration.key)
  const { login = stored!.login, organization = stored?.organization ?? null } = input
  const url = input.url === undefined ? stored!.url : publicationOf(input.url)
  const kept = keptPassword(stored, { url, login }) && openPassword(stored!, secrets)
  const password = input.password ?? kept
  checkInput({ url, login, password }, allowPrivate)
  return { url, login, password: password!, organization, program }
}

const recorded = ({
  url,
  login,
  everyMinutes,
  enabled,
  organization,
}: Omit<RecordedReading, 'newPassword'>) => {
  return { url, login, everyMinutes, enabled, organization, newPassword: false }
}

async function record(
  tx: Queryable,
  { integrationKey, by }: { integrationKey: number; by: Author },
  stored: StoredReading | undefined,
  after: RecordedReading | null,
): Promise<void> {
  const before = stored ? recorded(stored) : null
  if (JSON.stringify(before) === JSON.stringify(after)) return
  const change = { before: { reading: before }, after: { reading: after } }
  await recordChange(tx, { integrationKey, kind: 'updated', by, ...change })
}
