import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Backend, type Connected, connect1c, startFreshBackend } from '../../../test/support/exchange.js'
import { GUID, ordersFile } from '../../../test/support/from-1c.js'
import { uploadSession } from '../../../test/support/upload-session.js'
import { ORDER_LIMITS } from '../../orders/intake/read/order-limits.js'

let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend()
  one = await connect1c(backend.db, { client: 'ut' })
})
afterAll(() => backend[Symbol.asyncDispose]())

it('7.17: documents that pack to little are applied a few at a time', async () => {
  const comment = 'x'.repeat(990_000)
  const documents = Array.from(
    { length: 20 },
    (_, at) => `<Документ><Номер>${at}</Номер><Комментарий>${comment}</Комментарий></Документ>`,
  )
  const session = await uploadSession(backend.db, one, backend)
  expect(await session.file('orders.xml', ordersFile(...documents))).toBe('success')
  // What became of them is noted by the transaction that applies them.
  const { rows } = await backend.db.query<{ together: number }>(
    `select count(*)::int as together from upload_document where outcome = 'unknown' group by xmin::text order by 1 desc`,
  )
  expect(rows.reduce((sum, { together }) => sum + together, 0)).toBe(20)
  expect(rows[0]!.together).toBeLessThan(15)
})

it('7.14: large files of four companies keep no file of a fifth waiting', async () => {
  await backend.db.query(`
    create function take_long() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return new; end $$;
    create trigger take_long before update of applied on upload_file for each row
      when (new.name = 'large.xml') execute function take_long()`)
  const documents = Array.from({ length: 1000 }, (_, at) => `<Документ><Номер>${at}</Номер></Документ>`)
  const [fifth, first, ...others] = await Promise.all(
    Array.from({ length: 5 }, async () =>
      uploadSession(backend.db, await connect1c(backend.db, { client: 'ut' }), backend),
    ),
  )
  const large = [first!, ...others].map(session => session.file('large.xml', ordersFile(...documents)))
  const isBegun = `select from upload_file where name = 'large.xml' and applied > 0`
  await expect.poll(async () => (await backend.db.query(isBegun)).rowCount).toBe(4)
  const next = first!.file('next.xml', ordersFile())
  expect(await fifth!.file('small.xml', ordersFile())).toBe('success')
  expect(await Promise.all([...large, next])).toEqual(Array(5).fill('success'))
  const { rows } = await backend.db.query(
    `select u.name, u.documents, u.tries, count(d.outcome)::int as applied
       from upload u left join upload_document d on d.upload_id = u.id
      where u.name in ('small.xml', 'large.xml') group by u.id order by u.finished_at`,
  )
  const whole = { name: 'large.xml', documents: 1000, tries: 0, applied: 1000 }
  const small = { name: 'small.xml', documents: 0, tries: 0, applied: 0 }
  expect(rows).toEqual([small, ...Array(4).fill(whole)])
  const inOrder = await backend.db.query(
    `select from upload n join upload l using (integration_key)
      where n.name = 'next.xml' and l.name = 'large.xml' and l.finished_at < n.finished_at`,
  )
  expect(inOrder.rowCount).toBe(1)
})

it('a file whose documents another server clears meanwhile is staged again', async () => {
  await backend.db.query(`
    create function clear_documents() returns trigger language plpgsql as $$ begin
      delete from upload_document where upload_id = new.upload_id;
      return new;
    end $$;
    create trigger clear_documents after update of applied on upload_file for each row
      when (new.name = 'cleared.xml' and old.applied = 0) execute function clear_documents()`)
  const documents = Array.from({ length: 250 }, (_, at) => `<Документ><Номер>${at}</Номер></Документ>`)
  const session = await uploadSession(backend.db, one, backend)
  expect(await session.file('cleared.xml', ordersFile(...documents))).toBe('success')
  const { rows } = await backend.db.query(
    `select u.documents, count(d.outcome)::int as applied from upload u left join upload_document d on d.upload_id = u.id
      where name = 'cleared.xml' group by u.id`,
  )
  expect(rows).toEqual([{ documents: 250, applied: 150 }])
})

it('the longest order is read as a УТ writes it, with each of its lines in two', async () => {
  const tax = '<Наименование>НДС</Наименование>'
  const included = '<УчтеноВСумме>true</УчтеноВСумме><Сумма>315</Сумма>'
  const lines = Array.from({ length: 2 * ORDER_LIMITS.lines }, (_, at) => {
    const id = `${GUID}#${GUID.slice(0, -5)}${10_000 + at}`
    return `<Товар><Ид>${id}</Ид><Артикул>А-${at}</Артикул><Наименование>Аренда переговорной на втором этаже, с проектором и доской, час № ${at}</Наименование><БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница><СтавкиНалогов><СтавкаНалога>${tax}<Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ТипНоменклатуры</Наименование><Значение>Услуга</Значение></ЗначениеРеквизита></ЗначенияРеквизитов><ЦенаЗаЕдиницу>945</ЦенаЗаЕдиницу><Количество>2</Количество><Сумма>1890</Сумма><Единица>796</Единица><Коэффициент>1</Коэффициент><Налоги><Налог>${tax}${included}<Ставка>20</Ставка></Налог></Налоги><Скидки><Скидка><Наименование>10</Наименование><Процент>10</Процент>${included}</Скидка></Скидки></Товар>`
  })
  const long = `<Документ><Номер>901</Номер><Товары>${lines.join('')}</Товары></Документ>`
  const session = await uploadSession(backend.db, one, backend)
  const file = ordersFile(long, '<Документ><Номер>902</Номер></Документ>')
  await session.file('long.xml', file)
  await expect.poll(() => session.import('long.xml')).toBe('success')
  const { rows } = await backend.db.query<{ documents: number }>(
    `select documents from upload where name = 'long.xml'`,
  )
  expect(rows).toEqual([{ documents: 2 }])
})
