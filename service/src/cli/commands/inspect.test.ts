import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeText } from '@obmen/codec'
import { afterAll, expect, it } from 'vitest'
import { newPlatform, oneC, openFrontDoor } from '../../../test/support/app/front-door.js'
import { runObmen } from '../../../test/support/app/run-obmen.js'
import { freshDatabase } from '../../../test/support/databases.js'
import { ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'

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

it('1c inspect tells what a file says, in windows-1251 too, and ends with 0; with 1 what can not be read, 2 without a file', async () => {
  const xml = ordersFile(order).replace('UTF-8', 'windows-1251')
  const read = await runObmen(['1c', 'inspect', write('orders.tmp', encodeText(xml, 'windows-1251'))], {})
  expect(read).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('в 1С № 0000-000017') })
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
  await using door = await openFrontDoor(db)
  const platform = await newPlatform(door)
  const unf = await platform.connect({ client: 'unf', paymentrules: [{}] })
  await platform.put('olv-17')
  await oneC(door, unf).exchange()
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
