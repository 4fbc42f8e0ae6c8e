import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  CHARACTERISTIC,
  catalogueSession,
  ITEM,
  importFile,
  offersFile,
  statesOf,
} from '../../../test/support/catalogue.js'
import { freshDatabase } from '../../../test/support/databases.js'
import { type Backend, type Connected, connect1c, startBackend } from '../../../test/support/exchange.js'
import type { Database } from '../../db/database.js'
import { listFinishedRounds, stepClosing } from '../apply/close-round.js'
import { sweepCatalogue, sweepRemovedCatalogues } from '../sweep-catalogue.js'

let db: Database
let backend: Backend
let of: Connected
beforeAll(async () => {
  db = await freshDatabase()
  backend = await startBackend(db, { catalogueItemsLimit: 3000 })
})
afterAll(async () => {
  await backend[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})
beforeEach(async () => {
  of = await connect1c(db, { client: 'ut' })
})

const item = (number: number, changes: object = {}) => ({
  id: ITEM(number),
  name: `Услуга ${number}`,
  ...changes,
})
const isOver = async (pauses = { settleSeconds: 15, portionSeconds: 120 }) =>
  (await listFinishedRounds(db, pauses)).includes(of.key)
const close = async () => {
  while (await stepClosing(db, of.key));
}
async function events() {
  const { rows } = await db.query<{ data: Record<string, unknown> }>(
    `select data from event where type = 'catalogue.updated' and integration_id = $1 order by created_at, id`,
    [of.id],
  )
  return rows.map(({ data }) => data)
}

describe('a catalogue of 1C', () => {
  it('is kept, item by item, with prices, stock and characteristics', async () => {
    const session = await catalogueSession(backend, of)
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
    const { rows } = await db.query(
      `select item_id, base_id, state, name, article, article_key, unit_code, vat, kind, group_ids, prices, quantity, stock, characteristics
         from catalogue_item where integration_key = $1 order by item_id`,
      [of.key],
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
    const references = await db.query(
      'select kind, id, name, parent_id from catalogue_reference where integration_key = $1 order by kind, id',
      [of.key],
    )
    expect(references.rows).toMatchObject([
      { kind: 'group', id: 'g1', name: 'Услуги', parent_id: null },
      { kind: 'group', id: 'g2', name: 'Аренда', parent_id: 'g1' },
      { kind: 'price-type', id: 't1', name: 'Розничная' },
      { kind: 'warehouse', id: 'w1', name: 'Главный склад' },
    ])
    expect(await events()).toEqual([
      { whole: true, added: 2, changed: 0, gone: 0, brokenLinks: [] },
      { whole: true, added: 1, changed: 1, gone: 0, brokenLinks: [] },
    ])
  })

  it('that comes again the same changes nothing and tells nothing', async () => {
    const upload = async () => {
      const session = await catalogueSession(backend, of)
      await session.upload('import0_1.xml', importFile([item(1), item(2)]))
      await session.upload('offers0_1.xml', offersFile([{ id: ITEM(1), price: '10' }]))
      await close()
    }
    await upload()
    const rows = () =>
      db.query(
        `select *, null as seen_round from catalogue_item where integration_key = $1 order by item_id`,
        [of.key],
      )
    const before = (await rows()).rows
    await upload()
    expect((await rows()).rows).toEqual(before)
    expect(await events()).toHaveLength(2)
    const files = await db.query(
      'select documents, changed from upload where integration_key = $1 order by id',
      [of.key],
    )
    expect(files.rows).toEqual([
      { documents: 2, changed: 2 },
      { documents: 1, changed: 1 },
      { documents: 2, changed: 0 },
      { documents: 1, changed: 0 },
    ])
  })

  it('whole in several files: only what none of them mentions is gone, once all of them came', async () => {
    const first = await catalogueSession(backend, of)
    await first.upload('import0_1.xml', importFile([item(1), item(2), item(3), item(4)]))
    await close()
    const second = await catalogueSession(backend, of)
    await second.upload('import0_1.xml', importFile([item(1)]))
    const third = await catalogueSession(backend, of)
    await third.upload('import0_2.xml', importFile([item(2)]))
    await third.upload('offers0_2.xml', offersFile([{ id: ITEM(3), price: '1' }]))
    expect(Object.values(await statesOf(db, of.key))).toEqual(['current', 'current', 'current', 'current'])
    expect(await isOver()).toBe(false)
    await db.query(
      `update catalogue_round set last_file_at = now() - interval '30 s' where integration_key = $1`,
      [of.key],
    )
    expect(await isOver()).toBe(false)
    expect(await isOver({ settleSeconds: 15, portionSeconds: 29 })).toBe(true)
    await close()
    expect(await statesOf(db, of.key)).toMatchObject({ [ITEM(3)]: 'current', [ITEM(4)]: 'gone' })
    expect((await events()).at(-1)).toEqual({ whole: true, added: 0, changed: 0, gone: 1, brokenLinks: [] })
    expect(await isOver()).toBe(false)
    const again = await catalogueSession(backend, of)
    await again.upload('import0_1.xml', importFile([item(4)], { changesOnly: true }))
    expect(await statesOf(db, of.key)).toMatchObject({ [ITEM(1)]: 'current', [ITEM(4)]: 'current' })
  })

  it('is over when 1C says so, or has gone on to its orders', async () => {
    const session = await catalogueSession(backend, of)
    await session.upload('import0_1.xml', importFile([item(1)]))
    expect(await isOver()).toBe(false)
    expect(await session.ask('mode=deactivate&timestamp=1')).toBe('success')
    expect(await isOver()).toBe(true)
    await close()
    await (await catalogueSession(backend, of)).upload('import0_1.xml', importFile([item(1)]))
    await catalogueSession(backend, of)
    expect(await isOver({ settleSeconds: 15, portionSeconds: 120 })).toBe(false)
    await db.query(
      `update catalogue_round set last_file_at = now() - interval '60 s' where integration_key = $1`,
      [of.key],
    )
    await db.query(
      `update exchange_session set opened_at = now() - interval '20 s'
        where id = (select max(id) from exchange_session where integration_key = $1)`,
      [of.key],
    )
    expect(await isOver()).toBe(true)
  })

  it('whose pictures come last is over when nothing more comes, or 1C says so', async () => {
    const sendWithPicture = async () => {
      const session = await catalogueSession(backend, of)
      await session.upload('import0_1.xml', importFile([item(1)]))
      const picture = Buffer.of(0xff, 0xd8, 0xff, 0xe0)
      expect(await session.ask('mode=file&filename=1.jpg', picture)).toBe('success')
      return session
    }
    await sendWithPicture()
    const later = (table: string, column: string) =>
      db.query(`update ${table} set ${column} = now() - interval '3 min' where integration_key = $1`, [
        of.key,
      ])
    await later('catalogue_round', 'last_file_at')
    expect(await isOver()).toBe(false)
    await later('upload', 'last_part_at')
    expect(await isOver()).toBe(true)
    await close()
    const session = await sendWithPicture()
    expect(await isOver()).toBe(false)
    await session.ask('mode=complete')
    expect(await isOver()).toBe(true)
  })

  it('whole, uploaded anew before the last one settled, takes away what it lacks all the same', async () => {
    await (await catalogueSession(backend, of)).upload('import.xml', importFile([item(1), item(2)]))
    await (await catalogueSession(backend, of)).upload('import.xml', importFile([item(1)]))
    await close()
    expect(await statesOf(db, of.key)).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'gone' })
  })

  it('takes nothing away when one of its files could not be read, or when it names no item', async () => {
    await (await catalogueSession(backend, of)).upload('import0_1.xml', importFile([item(1), item(2)]))
    await close()
    const broken = await catalogueSession(backend, of)
    await broken.upload('import0_1.xml', importFile([item(1)]))
    const cut = importFile([item(2), item(9)]).replace('Услуга 9</Наименование>', 'Услуга 9</Наименование2>')
    expect(await broken.upload('import0_2.xml', cut)).toMatch(/^failure\n.*строка \d+, столбец \d+/)
    await close()
    expect(await statesOf(db, of.key)).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })
    const cutArchive = await catalogueSession(backend, of)
    await cutArchive.upload('import0_1.xml', importFile([item(1)]))
    expect(await cutArchive.upload('v8_1.zip', Buffer.from('PK\u0003\u0004 and no more'))).toMatch(/^failure/)
    await close()
    expect(await statesOf(db, of.key)).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })
    await (await catalogueSession(backend, of)).upload('import0_1.xml', importFile([]))
    await close()
    expect(await statesOf(db, of.key)).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })
  })

  it('larger than allowed is refused, and nothing of it counts', async () => {
    const session = await catalogueSession(backend, of)
    const many = Array.from({ length: 3001 }, (_, index) => item(index))
    expect(await session.upload('import0_1.xml', importFile(many))).toMatch(
      /^failure\n.*CATALOGUE_ITEMS_LIMIT/,
    )
    expect(await statesOf(db, of.key)).toEqual({})
    expect(await session.upload('import0_2.xml', importFile(many.slice(0, 2000)))).toBe('success')
    expect(await session.upload('import0_3.xml', importFile(many.slice(0, 2500)))).toBe('success')
    expect(Object.keys(await statesOf(db, of.key))).toHaveLength(2500)
  })

  it('killed in the middle and begun again comes to the same', async () => {
    const items = Array.from({ length: 1800 }, (_, index) => item(index, { article: `А-${index}` }))
    const session = await catalogueSession(backend, of)
    await session.ask('mode=file&filename=none.xml', '<')
    await db.query(
      `create function break_catalogue() returns trigger language plpgsql as $$ begin
         if new.applied > 600 then raise exception 'broken'; end if; return new; end $$`,
    )
    await db.query(
      'create trigger break_catalogue before update on upload_file for each row execute function break_catalogue()',
    )
    expect(await session.ask('mode=file&filename=import0_1.xml', importFile(items))).toBe('success')
    await expect
      .poll(async () => Object.keys(await statesOf(db, of.key)).length, { timeout: 60_000 })
      .toBe(500)
    expect(await events()).toEqual([])
    await db.query('drop trigger break_catalogue on upload_file')
    await db.query('drop function break_catalogue')
    await expect
      .poll(async () => session.ask('mode=import&filename=import0_1.xml'), { timeout: 60_000 })
      .toBe('success')
    expect(Object.keys(await statesOf(db, of.key))).toHaveLength(1800)
    expect(await events()).toEqual([{ whole: true, added: 1800, changed: 0, gone: 0, brokenLinks: [] }])
  })

  it('is let go where nothing of this 1C is applied (accept1c: false)', async () => {
    of = await connect1c(db, { client: 'ut', accept1c: false })
    const session = await catalogueSession(backend, of)
    expect(await session.upload('import0_1.xml', importFile([item(1)]))).toBe('success')
    expect(await statesOf(db, of.key)).toEqual({})
  })

  it('is forgotten where nothing needs it: items gone for long and never linked, integrations that were removed', async () => {
    await (await catalogueSession(backend, of)).upload(
      'import0_1.xml',
      importFile([item(1), item(2, { deleted: true }), item(3, { deleted: true })]),
    )
    await db.query(
      `update catalogue_item set state_since = now() - interval '200 days' where integration_key = $1`,
      [of.key],
    )
    await db.query('insert into catalogue_link (integration_key, line_id, item_id) values ($1, $2, $3)', [
      of.key,
      'svc',
      ITEM(3),
    ])
    await sweepCatalogue(db, 180)
    expect(await statesOf(db, of.key)).toEqual({ [ITEM(1)]: 'current', [ITEM(3)]: 'deleted' })
    await sweepRemovedCatalogues(db)
    expect(await statesOf(db, of.key)).not.toEqual({})
    await db.query(
      `insert into removed_integration (key, id, location_id, company_id, name, login)
       select key, id, location_id, company_id, name, login from integration where key = $1`,
      [of.key],
    )
    await sweepRemovedCatalogues(db)
    expect(await statesOf(db, of.key)).toEqual({})
    expect((await db.query('select from catalogue_link where integration_key = $1', [of.key])).rows).toEqual(
      [],
    )
  })
})
