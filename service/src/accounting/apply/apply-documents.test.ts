import { randomBytes } from 'node:crypto'
import type { ReceivedDocument } from '@obmen/codec'
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
import type { Database } from '../../db/database.js'
import { loadFeed } from '../../sale-feed/feed.js'
import { applyDocuments, lockAccounting } from './apply-documents.js'

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

it('documents without number and id are one that is listed, as the last of them says', async () => {
  await db.transaction(async tx => {
    await lockAccounting(tx, one.key)
    const { feed } = (await loadFeed(tx, one.key))!
    const documents = Array.from({ length: 50 }, (_, index): ReceivedDocument => ({ total: `${index}.00` }))
    const context = { integrationKey: one.key, uploadId: 1000, feed, now: new Date() }
    const applied = await applyDocuments(tx, documents, context)
    expect(applied.flatMap(({ unknown }) => unknown ?? [])).toHaveLength(1)
    const { rows } = await tx.query<{ total: string }>(
      `select reported->>'total' as total from unknown_document where integration_key = $1 and upload_id = 1000`,
      [one.key],
    )
    expect(rows).toEqual([{ total: '49.00' }])
  })
})

it('7.17: documents of orders of which much is known are applied one at a time', async () => {
  const comment = randomBytes(400_000).toString('base64')
  const first = ['1', '2', '3'].map((number): ReceivedDocument => ({ id: `o-${number}`, number, comment }))
  const more = first.map((document): ReceivedDocument => ({ ...document, total: '1.00' }))
  const rollback = new Error('rollback')
  const applied = db.transaction(async tx => {
    await lockAccounting(tx, one.key)
    const { feed } = (await loadFeed(tx, one.key))!
    const context = { integrationKey: one.key, uploadId: 1001, feed, now: new Date() }
    expect(await applyDocuments(tx, first, context)).toMatchObject(Array(3).fill({ outcome: 'changed' }))
    expect(await applyDocuments(tx, more, context)).toMatchObject([{ outcome: 'changed' }])
    expect(await applyDocuments(tx, more.slice(1), context)).toMatchObject([{ outcome: 'changed' }])
    throw rollback
  })
  await expect(applied).rejects.toBe(rollback)
})

it('7.15: of payments that wait for their orders the newest 2,000 do', async () => {
  const rollback = new Error('rollback')
  const applied = db.transaction(async tx => {
    await lockAccounting(tx, one.key)
    const { feed } = (await loadFeed(tx, one.key))!
    const context = { integrationKey: one.key, uploadId: 1002, feed, now: new Date() }
    const payments = Array.from(
      { length: 2002 },
      (_, at): ReceivedDocument => ({ id: `p-${at}`, operation: 'acquiring', basis: 'o-3', total: '1.00' }),
    )
    for (let at = 0; at < payments.length; )
      at += (await applyDocuments(tx, payments.slice(at), context)).length
    const [order] = await applyDocuments(tx, [{ id: 'o-3', number: '3', total: '3000.00' }], context)
    expect(order).toMatchObject({ outcome: 'changed' })
    const { rows } = await tx.query<{ first: string; count: number }>(
      `select reported->'payments'->0->>'id' as first, json_array_length(reported->'payments') as count
         from accounting_document where integration_key = $1 and document_id = 'o-3'`,
      [one.key],
    )
    expect(rows).toEqual([{ first: 'p-2', count: 2000 }])
    throw rollback
  })
  await expect(applied).rejects.toBe(rollback)
})
