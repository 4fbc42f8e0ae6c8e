import { createHash } from 'node:crypto'
import { describeProblem } from '@obmen/contract'
import type { Database, Queryable } from '../db/database.js'
import { deleteInSteps } from '../db/rows.js'
import type { Secrets } from '../db/secrets/open-secrets.js'
import { AppError } from '../errors/app-error.js'
import { PROBLEM_TEXTS } from '../errors/texts.js'

/** How long the answer to a request with a key is kept. */
const KEPT = "interval '24 hours'"
/** From then on the server that had it in work counts as dead: no such request takes nearly as long. */
const LONGEST_WORK = "interval '1 minute'"
const ASK_AGAIN_SECONDS = 1

/** A request that its caller may repeat under the same key without its being done again. */
export interface KeyedRequest {
  /** The id of a token or a person. */
  caller: string
  key: string
  /** All that tells it from another request, as JSON. */
  asked: unknown
}

/** The answer to it, as its sender wrote it. */
export interface KeptAnswer {
  status: number
  etag: string | undefined
  body: unknown
}

interface Kept {
  asked: Buffer
  answer: string | null
}

/**
 * Does the work of a key once: repeated within a day, the request gets the first answer. What fails is not
 * kept, so it is done anew. @throws AppError idempotency-key-reused, conflict while the first is in work
 */
export async function answerOnce(
  { db, secrets }: { db: Database; secrets: Secrets },
  { caller, key, asked }: KeyedRequest,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { replayed: boolean }> {
  const place = `idempotency key ${caller} ${key}`
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest()
  const begunAt = await claim(db, [caller, key, digest])
  if (begunAt === undefined) {
    const kept = await readKept(db, caller, key)
    if (kept && !kept.asked.equals(digest))
      throw new AppError('idempotency-key-reused', PROBLEM_TEXTS['idempotency-key-reused'])
    if (!kept?.answer)
      throw new AppError('conflict', describeProblem('request-in-work'), {
        retryAfterSeconds: ASK_AGAIN_SECONDS,
      })
    return { ...(JSON.parse(secrets.open(kept.answer, place)) as KeptAnswer), replayed: true }
  }
  const own = 'caller = $1 and key = $2 and begun_at = $3::timestamptz'
  const row = [caller, key, begunAt]
  const answer = await work().catch(async error => {
    await db.query(`delete from idempotency_key where ${own}`, row).catch(() => undefined)
    throw error
  })
  // What is done is answered as done, even if it can't be noted: a repetition would do it again.
  const note = async (): Promise<unknown> => {
    const sealed = await secrets.seal(db, JSON.stringify(answer), place)
    return db.query(`update idempotency_key set answer = $4 where ${own}`, [...row, sealed])
  }
  await note().catch(() => undefined)
  return { ...answer, replayed: false }
}

/** When the caller began, as text with all its digits; undefined if the key is taken. */
async function claim(db: Queryable, values: [string, string, Buffer]): Promise<string | undefined> {
  const { rows } = await db.query<{ begunAt: string }>(
    `insert into idempotency_key as k (caller, key, asked) values ($1, $2, $3)
     on conflict (caller, key) do update set asked = excluded.asked, begun_at = now(), answer = null
       where k.begun_at < now() - case when k.answer is null then ${LONGEST_WORK} else ${KEPT} end
     returning begun_at::text as "begunAt"`,
    values,
  )
  return rows[0]?.begunAt
}

async function readKept(db: Queryable, caller: string, key: string): Promise<Kept | undefined> {
  const { rows } = await db.query<Kept>(
    'select asked, answer from idempotency_key where caller = $1 and key = $2',
    [caller, key],
  )
  return rows[0]
}

/** All of them: the key that encrypted them is lost. */
export async function forgetAnswers(tx: Queryable): Promise<void> {
  await tx.query('delete from idempotency_key')
}

export async function sweepAnswers(db: Queryable): Promise<number> {
  return deleteInSteps(
    db,
    `delete from idempotency_key where ctid in (
       select ctid from idempotency_key where begun_at < now() - ${KEPT} limit $1)`,
    [],
  )
}
