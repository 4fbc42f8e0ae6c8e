import { describe, expect, it } from 'vitest'
import {
  CHARACTERISTIC,
  ITEM,
  importFile,
  offerChangesFile,
  offersFile,
} from '../../../test/support/catalogue.js'
import { connect1c } from '../../../test/support/exchange.js'
import { uploadingUt } from '../../../test/support/uploading-ut.js'
import { sweepCatalogue, sweepReferences, sweepRemovedCatalogues } from '../sweep-catalogue.js'

const one = uploadingUt({ catalogueItemsLimit: 3000 })
const { item } = one

describe('a catalogue of 1C', () => {
  it('is kept, item by item, with prices, stock and characteristics', async () => {
    const session = await one.session()
    const groups =
      '<Группа><Ид>g1</Ид><Наименование>Услуги</Наименование><Группы><Группа><Ид>g2</Ид><Наименование>Аренда</Наименование></Группа></Группы></Группа>'
    const items = [
      item(1, { article: 'АР-01', vat: '20.00', group: 'g2' }),
      item(2, { vat: 'Без НДС', kind: 'Товар', deleted: true }),
    ]
    expect(await session.upload('import0_1.xml', importFile(items, { groups }))).toBe('success')
    const offers = [
      { id: ITEM(1), name: 'Другое название', price: '1 500,5', quantity: '3', stock: '3' },
      {
        id: `${ITEM(3)}#${CHARACTERISTIC(1)}`,
        name: 'Футболка (красная)',
        characteristic: 'красная',
        quantity: '2',
      },
    ]
    expect(await session.upload('offers0_1.xml', offersFile(offers))).toBe('success')
    const { rows } = await one.db.query(
      `select item_id, base_id, state, name, article, article_key, unit_code, vat, kind, group_ids, prices, quantity, stock, characteristics
         from catalogue_item where integration_key = $1 order by item_id`,
      [one.of.key],
    )
    expect(rows).toMatchObject([
      {
        ...{
          item_id: ITEM(1),
          base_id: ITEM(1),
          state: 'current',
          name: 'Услуга 1',
          article: 'АР-01',
          article_key: 'ар01',
        },
        ...{ unit_code: '796', vat: '20', kind: 'service', group_ids: ['g2'], quantity: '3' },
        prices: [{ typeId: 't1', price: '1500.5', currency: 'RUB' }],
        stock: [{ warehouseId: 'w1', quantity: '3' }],
      },
      { item_id: ITEM(2), state: 'deleted', vat: 'none', kind: 'goods' },
      {
        ...{
          item_id: `${ITEM(3)}#${CHARACTERISTIC(1)}`,
          base_id: ITEM(3),
          name: 'Футболка (красная)',
          quantity: '2',
        },
        characteristics: [{ name: 'Цвет', value: 'красная' }],
      },
    ])
    const references = await one.db.query(
      'select kind, id, name, parent_id from catalogue_reference where integration_key = $1 order by kind, id',
      [one.of.key],
    )
    expect(references.rows).toMatchObject([
      { kind: 'group', id: 'g1', name: 'Услуги', parent_id: null },
      { kind: 'group', id: 'g2', name: 'Аренда', parent_id: 'g1' },
      { kind: 'price-type', id: 't1', name: 'Розничная' },
      { kind: 'warehouse', id: 'w1', name: 'Главный склад' },
    ])
    expect(await one.events()).toEqual([
      { whole: true, added: 2, changed: 0, gone: 0, brokenLinks: [] },
      { whole: true, added: 1, changed: 1, gone: 0, brokenLinks: [] },
    ])
  })

  it('that comes again the same changes nothing and tells nothing', async () => {
    const upload = async () => {
      const session = await one.session()
      await session.upload('import0_1.xml', importFile([item(1), item(2)]))
      await session.upload('offers0_1.xml', offersFile([{ id: ITEM(1), price: '10' }]))
      await one.closeImport()
    }
    await upload()
    const rows = () =>
      one.db.query(
        `select *, null as seen_import from catalogue_item where integration_key = $1 order by item_id`,
        [one.of.key],
      )
    const before = (await rows()).rows
    await upload()
    expect((await rows()).rows).toEqual(before)
    expect(await one.events()).toHaveLength(2)
    const files = await one.db.query(
      'select documents, changed from upload where integration_key = $1 order by id',
      [one.of.key],
    )
    expect(files.rows).toEqual([
      { documents: 2, changed: 2 },
      { documents: 1, changed: 1 },
      { documents: 2, changed: 0 },
      { documents: 1, changed: 0 },
    ])
  })

  it('has new stock of characteristics and warehouses after an update of prices alone', async () => {
    const session = await one.session()
    const shirt = (number: number) => `${ITEM(1)}#${CHARACTERISTIC(number)}`
    const offers = [
      { id: shirt(1), name: 'Футболка (красная)', quantity: '1', stock: '1' },
      { id: shirt(2), name: 'Футболка (белая)', quantity: '2', stock: '2' },
      { id: ITEM(2), name: 'Кружка', quantity: '3', stock: '3' },
    ]
    await session.upload('offers0_1.xml', offersFile(offers))
    const changes = [
      { item: ITEM(1), characteristic: CHARACTERISTIC(1), quantity: '11' },
      { item: ITEM(1), characteristic: CHARACTERISTIC(2), quantity: '12' },
      { item: ITEM(2), quantity: '13' },
    ]
    expect(await session.upload('offers0_2.xml', offerChangesFile(changes))).toBe('success')
    const { rows } = await one.db.query(
      `select item_id as id, name, quantity, stock from catalogue_item where integration_key = $1 order by item_id`,
      [one.of.key],
    )
    const at = (quantity: string) => ({ quantity, stock: [{ warehouseId: 'w1', quantity }] })
    expect(rows).toEqual([
      { id: shirt(1), name: 'Футболка (красная)', ...at('11') },
      { id: shirt(2), name: 'Футболка (белая)', ...at('12') },
      { id: ITEM(2), name: 'Кружка', ...at('13') },
    ])
  })

  it('larger than allowed is refused, and nothing of it counts', async () => {
    const session = await one.session()
    const many = Array.from({ length: 3001 }, (_, index) => item(index))
    expect(await session.upload('import0_1.xml', importFile(many))).toMatch(
      /^failure\n.*CATALOGUE_ITEMS_LIMIT/,
    )
    expect(await one.states()).toEqual({})
    expect(await session.upload('import0_2.xml', importFile(many.slice(0, 2000)))).toBe('success')
    expect(await session.upload('import0_3.xml', importFile(many.slice(0, 2500)))).toBe('success')
    expect(Object.keys(await one.states())).toHaveLength(2500)
  })

  it('killed in the middle and begun again comes to the same', async () => {
    const items = Array.from({ length: 1800 }, (_, index) => item(index, { article: `А-${index}` }))
    const session = await one.session()
    await session.ask('mode=file&filename=none.xml', '<')
    await one.db.query(
      `create function break_catalogue() returns trigger language plpgsql as $$ begin
         if new.applied > 500 then raise exception 'broken'; end if; return new; end $$`,
    )
    await one.db.query(
      'create trigger break_catalogue before update on upload_file for each row execute function break_catalogue()',
    )
    expect(await session.ask('mode=file&filename=import0_1.xml', importFile(items))).toBe('success')
    await expect.poll(async () => Object.keys(await one.states()).length, { timeout: 60_000 }).toBe(500)
    expect(await one.events()).toEqual([])
    await one.db.query('drop trigger break_catalogue on upload_file')
    await one.db.query('drop function break_catalogue')
    await expect
      .poll(async () => session.ask('mode=import&filename=import0_1.xml'), { timeout: 60_000 })
      .toBe('success')
    expect(Object.keys(await one.states())).toHaveLength(1800)
    expect(await one.events()).toEqual([{ whole: true, added: 1800, changed: 0, gone: 0, brokenLinks: [] }])
  })

  it('is let go where nothing of this 1C is applied (accept1c: false)', async () => {
    one.of = await connect1c(one.db, { client: 'ut', accept1c: false })
    const session = await one.session()
    expect(await session.upload('import0_1.xml', importFile([item(1)]))).toBe('success')
    expect(await one.states()).toEqual({})
  })

  it('is forgotten: items gone for long and never linked, and removed integrations', async () => {
    await (await one.session()).upload(
      'import0_1.xml',
      importFile([item(1), item(2, { deleted: true }), item(3, { deleted: true })]),
    )
    await one.db.query(
      `update catalogue_item set state_since = now() - interval '200 days' where integration_key = $1`,
      [one.of.key],
    )
    await one.db.query('insert into catalogue_link (integration_key, line_id, item_id) values ($1, $2, $3)', [
      one.of.key,
      'svc',
      ITEM(3),
    ])
    await sweepCatalogue(one.db, 180)
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(3)]: 'deleted' })
    await sweepRemovedCatalogues(one.db)
    expect(await one.states()).not.toEqual({})
    await one.db.query(
      `insert into removed_integration (key, id, location_id, company_id, name, login)
       select key, id, location_id, company_id, name, login from integration where key = $1`,
      [one.of.key],
    )
    await sweepRemovedCatalogues(one.db)
    expect(await one.states()).toEqual({})
    expect(
      (await one.db.query('select from catalogue_link where integration_key = $1', [one.of.key])).rows,
    ).toEqual([])
  })

  it('has as many groups as items at most, and those gone for long are forgotten', async () => {
    const group = (n: number) => `<Группа><Ид>g-${n}</Ид><Наименование>Группа ${n}</Наименование></Группа>`
    const groups = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => group(from + index)).join('')
    const known = async () =>
      (
        await one.db.query<{ count: number }>(
          `select count(*) as count from catalogue_reference where integration_key = $1 and kind = 'group'`,
          [one.of.key],
        )
      ).rows[0]!.count
    const upload = async (text: string) =>
      (await one.session()).upload('import0_1.xml', importFile([item(1)], { groups: text }))
    expect(await upload(groups(0, 2000))).toBe('success')
    expect(await upload(groups(0, 2500))).toBe('success')
    expect(await upload(groups(2500, 1000))).toContain('CATALOGUE_ITEMS_LIMIT')
    expect(await known()).toBe(2500)
    await one.db.query(
      `update catalogue_reference set state = 'gone', state_since = now() - interval '181 days' where integration_key = $1 and id > 'g-1'`,
      [one.of.key],
    )
    await sweepReferences(one.db, 180)
    expect(await known()).toBe(2)
    expect(await upload(groups(2500, 1000))).toBe('success')
  })
})
