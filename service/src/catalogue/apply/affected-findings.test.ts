import { expect, it } from 'vitest'
import { type GivenItem, ITEM, importFile, offersFile } from '../../../test/support/catalogue.js'
import { uploadingUt } from '../../../test/support/uploading-ut.js'
import { linkLine, unlinkLine } from '../links/change-links.js'

const one = uploadingUt()
const { item } = one

/** Whether the upload of this file requests new findings of the orders of the integration. */
async function requestsFindings(name: string, file: string): Promise<boolean> {
  await one.db.query('delete from finding_recalculation')
  const session = await one.session()
  expect(await session.upload(name, file)).toBe('success')
  return (await one.db.query('select from finding_recalculation')).rowCount > 0
}

const changed = (of: GivenItem): Promise<boolean> =>
  requestsFindings('import0_1.xml', importFile([of], { changesOnly: true }))

const offered = (offer: { id: string; price?: string; stock?: string; name?: string }): Promise<boolean> =>
  requestsFindings('offers0_1.xml', offersFile([offer], { changesOnly: true }))

async function linkedToFirst(): Promise<void> {
  const session = await one.session()
  await session.upload('import0_1.xml', importFile([item(1), item(2)], { changesOnly: true }))
  await linkLine(one.db, one.of.key, { lineId: 'svc-1', itemId: ITEM(1) }, {})
}

it('new prices, stock and articles of a linked item take no new findings', async () => {
  await linkedToFirst()
  expect(await offered({ id: ITEM(1), price: '100', stock: '5' })).toBe(false)
  expect(await offered({ id: ITEM(1), price: '200', stock: '4' })).toBe(false)
  expect(await changed(item(1, { article: 'A-1' }))).toBe(false)
  const { rows } = await one.db.query(
    'select article, stock from catalogue_item where integration_key = $1 and item_id = $2',
    [one.of.key, ITEM(1)],
  )
  expect(rows).toEqual([{ article: 'A-1', stock: [{ warehouseId: 'w1', quantity: '4' }] }])
})

it('another state, name, unit or rate of VAT of a linked item does, of another one does not', async () => {
  await linkedToFirst()
  const changes = [{ name: 'Печать' }, { unit: { code: '112', name: 'л' } }, { vat: '20' }, { deleted: true }]
  for (const change of changes) {
    expect(await changed(item(2, change)), JSON.stringify(change)).toBe(false)
    expect(await changed(item(1, change)), JSON.stringify(change)).toBe(true)
    expect(await changed(item(1, change)), JSON.stringify(change)).toBe(false)
  }
})

it('a change of the item of a linked characteristic does, and so does a link that has ended', async () => {
  await linkedToFirst()
  const characteristic = `${ITEM(2)}#${ITEM(9)}`
  expect(await offered({ id: characteristic, name: 'Услуга 2 (синяя)' })).toBe(false)
  await linkLine(one.db, one.of.key, { lineId: 'svc-2', itemId: characteristic }, {})
  expect(await changed(item(2, { name: 'Печать' }))).toBe(true)
  await unlinkLine(one.db, one.of.key, 'svc-1')
  expect(await changed(item(1, { name: 'Печать' }))).toBe(true)
})

it('a linked item that a whole catalogue lacks does, another one does not', async () => {
  await linkedToFirst()
  for (const [kept, affects] of [
    [item(1), false],
    [item(2), true],
  ] as const) {
    await requestsFindings('import0_1.xml', importFile([item(1), item(2)]))
    await one.closeImport()
    await requestsFindings('import0_1.xml', importFile([kept]))
    await one.db.query('delete from finding_recalculation')
    await one.closeImport()
    expect((await one.db.query('select from finding_recalculation')).rowCount > 0).toBe(affects)
  }
})

it('another code of the unit of a linked item does', async () => {
  await linkedToFirst()
  const { key } = one.of
  const unit = (code: string): string =>
    importFile([]).replace(
      '<Группы>',
      `<ЕдиницыИзмерения><ЕдиницаИзмерения><Ид>u1</Ид><Код>${code}</Код><НаименованиеПолное>Штука</НаименованиеПолное></ЕдиницаИзмерения></ЕдиницыИзмерения><Группы>`,
    )
  await one.db.query(
    `update catalogue_item set unit_code = 'u1', unit_name = null where integration_key = $1 and item_id = $2`,
    [key, ITEM(1)],
  )
  expect(await requestsFindings('import0_2.xml', unit('796'))).toBe(true)
  expect(await requestsFindings('import0_2.xml', unit('796'))).toBe(false)
  expect(await requestsFindings('import0_2.xml', unit('112'))).toBe(true)
})
