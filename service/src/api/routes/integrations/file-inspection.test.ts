import { type ClientRequest, request } from 'node:http'
import { beforeAll, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  startFreshServer,
} from '../../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../../test/support/app/use-server.js'
import { zipped } from '../../../../test/support/archive.js'
import { ITEM, importFile, offersFile } from '../../../../test/support/catalogue.js'
import { attachedDocument, ordersFile, uploadedOrder } from '../../../../test/support/from-1c.js'
import type { Config } from '../../../config.js'

const WITHIN = { timeout: 60_000, interval: 20 }

const server = useFreshServer({ fileInspectionSize: 100_000, fileInspectionDocuments: 2 })
let platform: Platform
let unf: Connected1C
beforeAll(async () => {
  platform = await newPlatform(server)
  unf = await platform.connect({ client: 'unf', paymentrules: [{}] })
  await platform.put('olv-17')
  await oneC(server, unf).exchange()
})

const inspect = (body: Uint8Array | string, { type = 'application/octet-stream', id = unf.id } = {}) =>
  platform.call('POST', `/api/v1/integrations/${id}/uploads:inspect?name=orders.xml`, body, {
    'content-type': type,
  })
const posted = uploadedOrder({
  number: '1',
  total: '4500',
  lines: [{ name: 'Аренда переговорной', quantity: '3', price: '1500', amount: '4500' }],
  requisites: { 'Номер по 1С': '0000-000017', Проведен: 'true' },
})
const other = uploadedOrder({ number: '99' })

it('a payment in a document of its own is shown with its order, not its own number', async () => {
  const { body } = await inspect(ordersFile(attachedDocument('Эквайринговая операция', '1')))
  expect(body.items[0].documents).toMatchObject([{ orderId: 'olv-17', orderNumber: '1' }])
})

it('a file is told of with what it would change, and nothing is changed', async () => {
  const { status, body } = await inspect(ordersFile(posted, other, other))
  expect(status).toBe(200)
  expect(body.items).toMatchObject([
    {
      ...{ name: 'orders.xml', kind: 'orders', count: 3, failure: null },
      documents: [
        { orderId: 'olv-17', documentNumber: '0000-000017', posted: true, outcome: 'changed' },
        { orderId: null, orderNumber: '99', outcome: 'unknown' },
      ],
    },
  ])
  expect(body.items[0].documents[0].parts).toEqual(['document', 'posted', 'total', 'lines'])
  expect(body.items[0].documents[0].lineChanges).toMatchObject([
    { kind: 'changed', before: { quantity: '2' } },
  ])
  expect((await platform.call('GET', '/api/v1/orders/olv-17/accounting')).body.items).toEqual([])
  const unknown = await platform.call('GET', `/api/v1/integrations/${unf.id}/unknown-documents`)
  expect(unknown.body.items).toEqual([])
})

it('a catalogue shows what it holds, what would be new, changed, gone, and links broken', async () => {
  const ut = await platform.connect({ client: 'ut', paymentrules: [{}] })
  const items = [1, 2, 3, 4].map(number => ({ id: ITEM(number), name: `Услуга ${number}` }))
  const base = oneC(server, ut)
  const cookie = await base.signIn()
  const file = { cookie, body: importFile(items) }
  expect((await base.ask('file&filename=import0_1.xml&type=catalog', file)).text).toBe('success')
  const catalogue = `/api/v1/integrations/${ut.id}/catalogue`
  const stored = async () => (await platform.call('GET', `${catalogue}/items`)).body
  await expect.poll(async () => (await stored()).items.length, WITHIN).toBe(4)
  expect((await platform.call('PUT', `${catalogue}/links/svc-1`, { itemId: ITEM(3) })).status).toBe(200)
  const before = await stored()

  const groups = '<Группа><Ид>g1</Ид><Наименование>Услуги</Наименование></Группа>'
  const changed = { id: ITEM(2), name: 'Услуга 2, дороже', article: 'У-2', vat: '20' }
  const { body } = await inspect(
    await zipped({
      'import0_1.xml': importFile([items[0]!, changed, { id: ITEM(5), name: 'Новая' }], { groups }),
      'offers0_1.xml': offersFile([{ id: ITEM(5), name: 'Новая', price: '100', quantity: '2' }]),
    }),
    { id: ut.id },
  )
  expect(body.items).toMatchObject([
    {
      ...{ name: 'import0_1.xml', kind: 'catalogue', count: 3, failure: null, documents: [] },
      catalogue: {
        ...{ wholeItems: true, wholeOffers: false, groups: 1, items: 3, offers: 0, prices: 0 },
        entries: [
          { kind: 'item', itemId: ITEM(1), name: 'Услуга 1', outcome: 'unchanged' },
          { itemId: ITEM(2), article: 'У-2', vat: '20', deleted: false, outcome: 'changed' },
        ],
      },
    },
    {
      ...{ kind: 'catalogue', count: 1 },
      catalogue: { ...{ items: 0, offers: 1, prices: 1, priceTypes: 1, warehouses: 1 }, entries: [] },
    },
  ])
  expect(body.catalogue).toEqual({
    ...{ added: 1, changed: 1, gone: 2, brokenLinks: ['svc-1'] },
    goneItems: [
      { itemId: ITEM(3), name: 'Услуга 3' },
      { itemId: ITEM(4), name: 'Услуга 4' },
    ],
  })
  expect(await stored()).toEqual(before)

  const changesOnly = await inspect(importFile([{ ...items[2]!, deleted: true }], { changesOnly: true }), {
    id: ut.id,
  })
  expect(changesOnly.body.catalogue).toEqual({
    ...{ added: 0, changed: 1, gone: 0, goneItems: [], brokenLinks: ['svc-1'] },
  })
  const cut = await inspect(
    await zipped({ 'import0_1.xml': importFile([items[0]!]), 'offers0_1.xml': offersFile([]).slice(0, -9) }),
    { id: ut.id },
  )
  expect(cut.body.items[1].failure).toContain('offers0_1.xml')
  expect(cut.body.catalogue).toMatchObject({ changed: 0, gone: 0 })
  const another = await inspect(importFile([items[0]!], { catalogue: 'another' }), { id: ut.id })
  expect(another.body.catalogue).toMatchObject({ changed: 0, gone: 0 })
})

it('of an archive each file is told of, the unreadable one with its line', async () => {
  const { status, body } = await inspect(
    await zipped({ 'orders-1.xml': ordersFile(posted), 'orders-2.xml': ordersFile(posted).slice(0, 400) }),
  )
  expect(status).toBe(200)
  expect(body.items.map(({ count }: { count: number }) => count)).toEqual([1, 0])
  expect(body.items[1]).toMatchObject({
    line: expect.any(Number),
    failure: expect.stringContaining('orders-2.xml'),
  })
})

it.each([
  ['that is no CommerceML at all', 'нет', 'application/octet-stream', 422],
  ['that is too large', 'x'.repeat(100_001), 'application/octet-stream', 413],
  ['of another type', ordersFile(posted), 'text/xml', 415],
  ['that is empty', '', 'application/octet-stream', 422],
])('a file %s is refused in words', async (_, content, type, expected) => {
  const { status, body } = await inspect(content, { type })
  expect([status, body.detail]).toEqual([expected, expect.stringMatching(/[А-Яа-я]/)])
})

it('of an archive with many files shows so many documents in all, and counts the rest', async () => {
  const { body } = await inspect(
    await zipped({
      'a.xml': ordersFile(posted),
      'b.xml': ordersFile(other, other),
      'c.xml': ordersFile(other),
    }),
  )
  const shown = body.items.map(({ count, documents }: { count: number; documents: unknown[] }) => [
    count,
    documents.length,
  ])
  expect(shown).toEqual([
    [1, 1],
    [2, 1],
    [1, 0],
  ])
})

it('of an archive passes over the attachments of items, as an upload does', async () => {
  const { body } = await inspect(
    await zipped({ 'a.xml': ordersFile(posted), 'import_files/1/drawing.xml': ordersFile(other) }),
  )
  expect(body.items).toMatchObject([
    { name: 'a.xml', kind: 'orders', count: 1 },
    { name: 'import_files/1/drawing.xml', kind: 'other', count: 0 },
  ])
})

/** What a server of other limits shows of a file. */
async function inspectWith(limits: Partial<Config>, client: string, name: string, file: string | Buffer) {
  await using other = await startFreshServer(limits)
  const owner = await newPlatform(other)
  const own = await owner.connect({ client, paymentrules: [{}] })
  await owner.put('olv-17')
  await oneC(other, own).exchange()
  const path = `/api/v1/integrations/${own.id}/uploads:inspect?name=${name}`
  const { status, body } = await owner.call('POST', path, file, {
    'content-type': 'application/octet-stream',
  })
  expect(status).toBe(200)
  return body
}

it('of many lines ends at a number of their changes, and counts the rest', async () => {
  const file = ordersFile(posted, other, posted)
  const { items } = await inspectWith({ fileInspectionLines: 1 }, 'unf', 'orders.xml', file)
  expect(items).toMatchObject([{ count: 3, documents: [{ orderId: 'olv-17', outcome: 'changed' }] }])
  expect(items[0].documents[0].lineChanges).toHaveLength(1)
})

it('of long texts ends at a number of characters, and counts the rest', async () => {
  const lines = Array.from({ length: 10 }, (_, n) => ({ name: `${n}${'я'.repeat(900_000)}`, amount: '10' }))
  const file = ordersFile(other, uploadedOrder({ number: '1', lines }), other)
  const { items } = await inspectWith({}, 'unf', 'orders.xml', file)
  expect(items).toMatchObject([
    { count: 3, documents: [{ outcome: 'unknown' }, { orderId: 'olv-17', outcome: 'changed' }] },
  ])
})

it('of a catalogue with long texts ends at a number of characters, and counts the rest', async () => {
  // A hundred times the longest texts that the setting allows: comparing them takes a busy database its time.
  const limits = { catalogueTextLimit: 1_000_000, databaseStatementTimeoutSeconds: 300 }
  const items = Array.from({ length: 12 }, (_, number) => ({ id: ITEM(number), name: 'x'.repeat(900_000) }))
  const file = await zipped({
    'import0_1.xml': importFile(items.slice(0, 6)),
    'import0_2.xml': importFile(items.slice(6)),
  })
  const body = await inspectWith(limits, 'ut', 'v8.zip', file)
  const shown = body.items.map(({ count, catalogue }: { count: number; catalogue: { entries: [] } }) => [
    count,
    catalogue.entries.length,
  ])
  expect(shown).toEqual([
    [6, 6],
    [6, 4],
  ])
  expect(body.catalogue).toMatchObject({ added: 12 })
})

it('a slow file takes no other location’s place, and none once its sender has left', async () => {
  const neighbour = await newPlatform(server)
  const theirs = await neighbour.connect({ client: 'unf' })
  const path = `/api/v1/integrations/${unf.id}/uploads:inspect`
  const headers = {
    authorization: `Bearer ${platform.apiToken}`,
    'content-type': 'application/octet-stream',
  }
  let slow: ClientRequest | undefined
  const send = (): void => {
    slow = request(server.url + path, { method: 'POST', headers })
    // It may be refused itself: for a file by which the place is looked at.
    slow.on('error', () => undefined).on('response', send)
    slow.write('<?xml version="1.0"?>')
  }
  send()
  const status = async () => (await inspect(ordersFile(posted))).status
  await expect.poll(status, WITHIN).toBe(429)
  const others = await neighbour.call(
    'POST',
    `/api/v1/integrations/${theirs.id}/uploads:inspect`,
    ordersFile(other),
    { 'content-type': 'application/octet-stream' },
  )
  expect(others.status).toBe(200)
  slow?.destroy()
  await expect.poll(status, WITHIN).toBe(200)
})
