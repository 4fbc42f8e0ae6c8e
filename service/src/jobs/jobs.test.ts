import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { describeOnEachPostgres, freshDatabase } from '../../test/support/databases.js'
import { aJournal, anIntegration, aRequest, aSession } from '../../test/support/journal.js'
import { connect, makePlace, put } from '../../test/support/place.js'
import { secretsFor } from '../../test/support/secrets.js'
import { readConfig } from '../config.js'
import { addJob } from '../db/add-job.js'
import { lockCompanies } from '../db/company-locks.js'
import type { Database, Queryable } from '../db/database.js'
import { openQueuePool } from '../db/queue-pool.js'
import { requestFindings } from '../findings/recalculate.js'
import { deleteIntegration } from '../integrations/delete-integration.js'
import { createLog } from '../log.js'
import { findRecalculation } from '../orders/routing/pending-recalculation.js'
import { beginRecalculation } from '../orders/routing/recalculation.js'
import { findWork } from './find-work.js'
import type { Job, JobHelpers } from './job.js'
import { recalculate } from './recalculate.js'
import { runJobs } from './run-jobs.js'
import { forget } from './step-jobs.js'
import { sweep } from './sweep.js'

const helpersFor = async (db: Database, signal = new AbortController().signal): Promise<JobHelpers> => {
  const log = createLog('silent')
  const secrets = await secretsFor(db)
  return { db, log, signal, jobId: 0, version: '1', config: readConfig({}), secrets, publicUrl: () => '' }
}
const waitingJobs = async (db: Database): Promise<string[]> => {
  const { rows } = await db.query<{ key: string }>('select key from graphile_worker.jobs order by key')
  return rows.map(({ key }) => key)
}

describeOnEachPostgres('background jobs', pg => {
  it('a sweep ends with the statement that it is at when the server stops', async () => {
    const db = await pg.freshDatabase()
    const waitingForLocks = async (): Promise<number> => {
      const { rows } = await db.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0]!.count
    }
    const stopping = new AbortController()
    let swept: Promise<void> | undefined
    await db.transaction(async tx => {
      await tx.query('lock table outbox_batch, upload in access exclusive mode')
      swept = sweep.run({}, await helpersFor(db, stopping.signal))
      await expect.poll(waitingForLocks).toBe(1)
      stopping.abort()
    })
    await swept
    expect(await waitingForLocks()).toBe(0)
  })

  it('one of a name and payload waits, however often it is asked for in transactions that commit', async () => {
    const db = await pg.freshDatabase()
    const { key } = await connect(db, await makePlace(db))
    const ask = () => db.transaction(tx => requestFindings(tx, key, { putsWait: false }))
    await ask()
    await ask()
    await db
      .transaction(async tx => {
        await requestFindings(tx, key + 1, { putsWait: false })
        throw new Error('rolled back')
      })
      .catch(() => undefined)
    expect(await waitingJobs(db)).toEqual([`recalculate ${key}`])
  })

  it('a download whose server died is under way for two minutes at most', async () => {
    const db = await pg.freshDatabase()
    const integration = await anIntegration(db)
    const record = aJournal(db).record(aRequest('query'))
    record.integration(integration)
    record.session(await aSession(db, integration))
    await record.written()
    const outcomeAfter = async (seconds: number) => {
      await db.query(`update journal_entry set seen_at = now() - make_interval(secs => $1)`, [seconds])
      await findWork.run({}, await helpersFor(db))
      return (await db.query<{ outcome: string }>('select outcome from exchange_session')).rows[0]!.outcome
    }
    expect([await outcomeAfter(90), await outcomeAfter(130)]).toEqual(['running', 'failed'])
  })

  it('work without a job gets one, and a job that waits after a failure keeps its pause', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key } = await connect(db, place)
    await put(db, place)
    await db.transaction(tx => requestFindings(tx, key, { putsWait: false }))
    await db.query('delete from graphile_worker._private_jobs')
    await findWork.run({}, await helpersFor(db))
    expect(await waitingJobs(db)).toEqual(['find-work', 'publish-events', `recalculate ${key}`])
    await db.query(`update graphile_worker._private_jobs set run_at = now() + interval '1 hour'`)
    await findWork.run({}, await helpersFor(db))
    const { rows } = await db.query(
      `select key from graphile_worker.jobs where run_at > now() + interval '1 minute' order by key`,
    )
    expect(rows).toEqual([{ key: `recalculate ${key}` }])
    // The queue has given it up after so many failures.
    await db.query('update graphile_worker._private_jobs set attempts = max_attempts')
    await findWork.run({}, await helpersFor(db))
    const waiting = 'select key from graphile_worker.jobs where attempts < max_attempts order by key'
    expect((await db.query(waiting)).rows).toContainEqual({ key: `recalculate ${key}` })
    // Those that it replaced never run again.
    await sweep.run({}, await helpersFor(db))
    const left = await db.query('select from graphile_worker.jobs where attempts >= max_attempts')
    expect(left.rowCount).toBe(0)
  })
})

it('no more jobs of a kind run at once than it allows, even if many wait when a server starts', async () => {
  await using db = await freshDatabase()
  for (let id = 0; id < 12; id++) await addJob(db, 'bulk-action', { id })
  let running = 0
  let most = 0
  let done = 0
  const job: Job<'bulk-action'> = {
    name: 'bulk-action',
    atOnce: 2,
    async run() {
      most = Math.max(most, ++running)
      await delay(50)
      running--
      done++
    },
  }
  const queue = openQueuePool({ url: db.url })
  const helpers = await helpersFor(db)
  const jobs = runJobs(queue, helpers, [job] as Job[])
  await expect.poll(() => done, { timeout: 60_000 }).toBe(12)
  expect(most).toBe(2)
  await jobs[Symbol.asyncDispose]()
  await queue.end()
})

it('what is left of an integration with many orders is deleted by one job', async () => {
  await using db = await freshDatabase()
  const place = await makePlace(db)
  const { id, key: integrationKey } = await connect(db, place)
  await db.query(
    `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, first_sent_at)
     select $1, n, 1, 1, now() from generate_series(1, 60000) n`,
    [integrationKey],
  )
  await deleteIntegration(db, place.locationId, id)
  await forget.run({ integrationKey }, await helpersFor(db))
  const { rows } = await db.query('select forgetting from removed_integration')
  expect(rows).toEqual([{ forgetting: false }])
})

it('a recalculation that does not get its company’s lock waits longer for it the next time', async () => {
  await using db = await freshDatabase()
  const place = await makePlace(db)
  const { key: integrationKey } = await connect(db, place)
  await put(db, place)
  const ask = (tx: Queryable) => beginRecalculation(tx, { key: integrationKey, companyId: place.companyId })
  await db.transaction(ask)
  const waits: number[] = []
  // As a put that lasts longer than a step waits.
  await db.transaction(async tx => {
    await lockCompanies(tx, 'rules', 'shared', [place.companyId])
    for (let payload = { integrationKey, lockMs: 10 }; waits.length < 3; ) {
      await recalculate.run(payload, await helpersFor(db))
      const { rows } = await db.query<{ payload: typeof payload }>(
        `select payload from graphile_worker._private_jobs where key like 'recalculate %'`,
      )
      payload = rows[0]!.payload
      waits.push(payload.lockMs)
    }
  })
  expect(waits).toEqual([500, 1000, 2000])
  await recalculate.run({ integrationKey, lockMs: waits.at(-1)! }, await helpersFor(db))
  expect(await findRecalculation(db, integrationKey)).toBeUndefined()
})
