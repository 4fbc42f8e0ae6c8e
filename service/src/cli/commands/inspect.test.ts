import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeText } from '@obmen/codec'
import { afterAll, expect, it } from 'vitest'
import { runObmen } from '../../../test/support/app/run-obmen.js'
import { newPlatform, oneC, startTestServer } from '../../../test/support/app/test-server.js'
import { ITEM, importFile, offersFile } from '../../../test/support/catalogue.js'
import { freshDatabase } from '../../../test/support/databases.js'
import { attachedDocument, ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-inspect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const order = uploadedOrder({
  number: '1',
  total: '4500',
  lines: [{ name: 'Аренда переговорной', quantity: '3', price: '1500', amount: '4500' }],
  requisites: { 'Номер по 1С': '0000-000017', Проведен: 'true' },
})

it('1c inspect reports what a file says; 1 for one that cannot be read, 2 without a file', async () => {
  const xml = ordersFile(order).replace('UTF-8', 'windows-1251')
  const read = await runObmen(['1c', 'inspect', write('orders.tmp', encodeText(xml, 'windows-1251'))], {})
  expect(read).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('в 1С № 0000-000017') })
  const payment = write('payment.xml', ordersFile(attachedDocument('Эквайринговая операция', '1')))
  expect((await runObmen(['1c', 'inspect', payment], {})).stdout).toContain('Заказ № 1, в 1С № БП-77')
  const broken = await runObmen(['1c', 'inspect', write('cut.xml', xml.slice(0, 700)), '--json'], {})
  expect(broken.exitCode).toBe(1)
  expect(JSON.parse(broken.stdout).files[0]).toMatchObject({
    line: expect.any(Number),
    failure: expect.any(String),
  })
  expect(await runObmen(['1c', 'inspect', write('a.xml', 'нет')], {})).toMatchObject({ exitCode: 1 })
  expect(await runObmen(['1c', 'inspect', join(folder, 'none.xml')], {})).toMatchObject({ exitCode: 2 })
})

it('1c inspect --integration tells what would change, and changes nothing', async () => {
  await using db = await freshDatabase()
  await using server = await startTestServer(db)
  const platform = await newPlatform(server)
  const unf = await platform.connect({ client: 'unf', paymentrules: [{}] })
  await platform.put('olv-17')
  await oneC(server, unf).exchange()
  const file = write('orders.xml', ordersFile(order, uploadedOrder({ number: '99' })))
  const told = await runObmen(['1c', 'inspect', file, '--integration', unf.id], { DATABASE_URL: db.url })
  expect(told.exitCode).toBe(0)
  expect(told.stdout).toContain('Заказ olv-17, изменилось бы: документ, проведение, сумма, строки')
  expect(told.stdout).toContain(
    '«Аренда переговорной»: было 2 на 3\u00a0000,00\u00a0₽, стало 3 на 4\u00a0500,00\u00a0₽',
  )
  expect(told.stdout).toContain('Такого заказа эта 1С не получала')
  expect((await platform.call('GET', '/api/v1/orders/olv-17/accounting')).body.items).toEqual([])
})

it('1c inspect reports what a catalogue holds, and with --integration what it would change', async () => {
  await using db = await freshDatabase()
  await using server = await startTestServer(db)
  const platform = await newPlatform(server)
  const ut = await platform.connect({ client: 'ut', paymentrules: [{}] })
  const items = [{ id: ITEM(1), name: 'Аренда', article: 'АР-1', vat: '20' }]
  const base = oneC(server, ut)
  const cookie = await base.signIn()
  const old = importFile([...items, { id: ITEM(2), name: 'Уборка' }])
  await base.ask('file&filename=import0_1.xml&type=catalog', { cookie, body: old })
  const read = async () => (await base.ask('import&filename=import0_1.xml&type=catalog', { cookie })).text
  await expect.poll(read, { timeout: 60_000 }).toBe('success')
  const file = write('import0_1.xml', importFile([...items, { id: ITEM(3), name: 'Печать', deleted: true }]))
  const alone = await runObmen(['1c', 'inspect', file], {})
  expect(alone.exitCode).toBe(0)
  expect(alone.stdout).toContain('каталог, полный. Групп: 0, позиций: 2, предложений: 0, цен: 0.')
  expect(alone.stdout).toContain('  Аренда, арт. АР-1, шт, НДС 20 %\n  Печать, шт, помечен на удаление')
  const offers = write('offers.xml', offersFile([{ id: ITEM(1), price: '1500', quantity: '3' }]))
  expect((await runObmen(['1c', 'inspect', offers], {})).stdout).toContain('цена 1500 RUB, остаток 3')

  const env = { DATABASE_URL: db.url }
  const compared = await runObmen(['1c', 'inspect', file, '--integration', ut.id], env)
  expect(compared.stdout).toContain('НДС 20 % → без изменений')
  expect(compared.stdout).toContain('новых позиций 1, изменённых 0, пропавших 1')
  expect(compared.stdout).toContain('  Уборка → пропала бы из каталога')
  const json = await runObmen(['1c', 'inspect', file, '--integration', ut.id, '--json'], env)
  expect(JSON.parse(json.stdout)).toMatchObject({
    files: [{ catalogue: { items: 2, entries: [{ outcome: 'unchanged' }, { outcome: 'added' }] } }],
    catalogue: { added: 1, gone: 1 },
  })
})
