import { randomBytes } from 'node:crypto'
import type { ReceivedDocument } from '@obmen/codec'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/support/databases.js'
import {
  type Connected,
  client,
  connect1c,
  putOrder,
  signIn,
  startBackend,
} from '../../../test/support/exchange.js'
import type { Database, Queryable } from '../../db/database.js'
import { loadFeed } from '../../sale-feed/load-feed.js'
import { type AppliedDocument, applyDocuments, lockAccounting } from './apply-documents.js'

let db: Database
let one: Connected
beforeAll(async () => {
  db = await freshDatabase()
  await using backend = await startBackend(db)
  one = await connect1c(db, { client: 'ut', paymentrules: [{}] })
  for (const id of ['o-1', 'o-2', 'o-3']) await putOrder(db, one, id)
  const ask = client(backend, one)
  const cookie = await signIn(ask)
  await ask('query', { cookie })
  expect((await ask('success', { cookie })).text).toBe('success')
  await putOrder(db, one, 'not sent')
}, 300_000)
afterAll(() => db[Symbol.asyncDispose]())

const GUIDS = ['a', 'b', 'c'].map(letter => `bd72d910-55bc-11d9-848a-00000000000${letter}`)
const document: fc.Arbitrary<ReceivedDocument> = fc
  .record({
    number: fc.constantFrom('1', '2', '3', '4', '77', undefined),
    id: fc.constantFrom(...GUIDS, undefined),
    total: fc.constantFrom('100.00', '250.00'),
    quantity: fc.constantFrom('1', '2'),
    posted: fc.constantFrom('true', undefined),
    basis: fc.option(fc.constantFrom('1', '77', 'o-2', ...GUIDS), { nil: undefined, freq: 2 }),
  })
  .map(({ number, id, total, quantity, posted, basis }) => ({
    ...(basis !== undefined && { operation: 'acquiring', basis }),
    ...(number !== undefined && { number }),
    ...(id !== undefined && { id }),
    total,
    lines: [{ id: 'svc-1', name: 'Аренда', quantity, price: '100.00' }],
    requisites: posted === undefined ? [] : [{ name: 'Проведен', value: posted }],
  }))

interface Upload {
  uploadId: number
  documents: ReceivedDocument[]
}

/** What came of uploads, and what is kept after them; then all is as it was before. */
async function outcomeOf(
  uploads: readonly Upload[],
  atOnce: number,
): Promise<{ applied: AppliedDocument[] }> {
  const rollback = new Error('rollback')
  let outcome: { applied: AppliedDocument[] } | undefined
  await db
    .transaction(async tx => {
      await lockAccounting(tx, one.key)
      const { feed } = (await loadFeed(tx, one.key))!
      const applied: AppliedDocument[] = []
      for (const { uploadId, documents } of uploads) {
        for (let rest = documents; rest.length > 0; ) {
          const now = new Date(Date.UTC(2026, 10, 20, 0, uploadId))
          const context = { integrationKey: one.key, uploadId, feed, now }
          const first = await applyDocuments(tx, rest.slice(0, atOnce), context)
          applied.push(...first)
          rest = rest.slice(first.length)
        }
      }
      outcome = { applied, ...(await keptIn(tx)) }
      throw rollback
    })
    .catch(error => {
      if (error !== rollback) throw error
    })
  return outcome!
}

async function keptIn(tx: Queryable) {
  const rowsOf = async (query: string): Promise<object[]> => (await tx.query(query)).rows
  return {
    documents: await rowsOf('select * from accounting_document order by order_key'),
    changes: await rowsOf(
      'select order_key, at, upload_id, changed, document_number, before, after from accounting_change order by id',
    ),
    unknown: await rowsOf(
      'select identity, document_id, number, said, reason, upload_id from unknown_document order by identity',
    ),
    stale: await rowsOf('select distinct integration_key, order_key from finding_stale order by order_key'),
  }
}

it('documents applied together come to the same as one after the other', async () => {
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ uploadId: fc.integer({ min: 1, max: 3 }), documents: fc.array(document) }), {
        maxLength: 3,
      }),
      async uploads => {
        const together = await outcomeOf(uploads, 100)
        for (const { outcome } of together.applied) outcomes.add(outcome)
        expect(together).toEqual(await outcomeOf(uploads, 1))
      },
    ),
    { numRuns: 100, seed: 20261120 },
  )
  expect([...outcomes].sort()).toEqual(['changed', 'outdated', 'unchanged', 'unknown'])
}, 300_000)

it('a hundred documents of unknown orders take as few statements as two', async () => {
  const statements = async (count: number): Promise<number> => {
    let asked = 0
    await db.transaction(async tx => {
      const counting: Queryable = {
        query: (...args: Parameters<Queryable['query']>) => {
          asked++
          return tx.query(...args)
        },
      } as Queryable
      const { feed } = (await loadFeed(tx, one.key))!
      const documents = Array.from({ length: count }, (_, index) => ({
        id: `d-${index}`,
        number: `${900 + index}`,
      }))
      await applyDocuments(counting, documents, {
        integrationKey: one.key,
        uploadId: 9,
        feed,
        now: new Date(),
      })
    })
    return asked
  }
  expect(await statements(100)).toBe(await statements(2))
})

it('documents without number and id are applied together, and are one that is listed', async () => {
  await db.transaction(async tx => {
    await lockAccounting(tx, one.key)
    const { feed } = (await loadFeed(tx, one.key))!
    let statements = 0
    const counted: Queryable = {
      query: (text: string, values?: readonly unknown[]) => {
        statements++
        return tx.query(text, values)
      },
    }
    const documents = Array.from(
      { length: 500 },
      (_, index): ReceivedDocument => ({
        ...{ total: `${index}.00`, lines: [], requisites: [] },
      }),
    )
    const context = { integrationKey: one.key, uploadId: 1000, feed, now: new Date() }
    const applied = await applyDocuments(counted, documents, context)
    expect(applied).toHaveLength(500)
    expect(applied.flatMap(({ unknown }) => unknown ?? [])).toHaveLength(1)
    expect(statements).toBeLessThan(20)
    const { rows } = await tx.query<{ total: string }>(
      `select said->>'total' as total from unknown_document where integration_key = $1 and upload_id = 1000`,
      [one.key],
    )
    expect(rows).toEqual([{ total: '499.00' }])
  })
})

it('7.17: documents of orders of which much is known are applied one at a time', async () => {
  const comment = randomBytes(400_000).toString('base64')
  const said = ['1', '2', '3'].map((number): ReceivedDocument => ({ number, comment }))
  const more = said.map((document): ReceivedDocument => ({ ...document, total: '1.00' }))
  const rollback = new Error('rollback')
  const applied = db.transaction(async tx => {
    await lockAccounting(tx, one.key)
    const { feed } = (await loadFeed(tx, one.key))!
    const context = { integrationKey: one.key, uploadId: 1001, feed, now: new Date() }
    expect(await applyDocuments(tx, said, context)).toMatchObject(Array(3).fill({ outcome: 'changed' }))
    expect(await applyDocuments(tx, more, context)).toMatchObject([{ outcome: 'changed' }])
    expect(await applyDocuments(tx, more.slice(1), context)).toMatchObject([{ outcome: 'changed' }])
    throw rollback
  })
  await expect(applied).rejects.toBe(rollback)
})
