import { expect, it } from 'vitest'
import { newPlatform, oneC, startFreshServer } from '../support/app/test-server.js'
import { GUID, ordersFile, uploadedOrder } from '../support/from-1c.js'

const stated = (flag: string, value: boolean) =>
  `<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>${flag}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>`

it('7.19: a payment or shipment within the document of its order counts until 1C voids it', async () => {
  await using server = await startFreshServer()
  const platform = await newPlatform(server)
  const one = await platform.connect({ client: 'unf', paymentrules: [{}] })
  const base = oneC(server, one)
  await platform.put('o-1')
  await base.exchange()
  const upload = async (subordinate: string) => {
    const body = ordersFile(uploadedOrder({ number: '1', subordinate }))
    const cookie = await base.signIn()
    expect((await base.ask('file&filename=orders.xml', { cookie, body })).text).toBe('success')
    return (await platform.call('GET', '/api/v1/orders/o-1/accounting')).body.items[0]
  }
  const lastEvent = async () =>
    (await platform.call('GET', '/api/v1/events?types=order.accounting.updated')).body.items.at(-1).data

  for (const { operation, flag, part } of [
    { operation: 'Выплата безналичных денег', flag: 'Оплачен', part: 'payments' },
    { operation: 'Отпуск товара', flag: 'Отгружен', part: 'shipments' },
  ]) {
    const id = GUID.replace('b7', part === 'payments' ? 'c8' : 'd9')
    const told = (says: string) =>
      `<ПодчиненныйДокумент><Ид>${id}</Ид><Номер>7</Номер><Дата>2026-11-20</Дата><ХозОперация>${operation}</ХозОперация><Сумма>3000</Сумма>${says}</ПодчиненныйДокумент>`
    for (const denied of [stated(flag, false), '<ПометкаУдаления>true</ПометкаУдаления>']) {
      expect((await upload(told(denied)))[part]).toEqual([])
      expect((await upload(told(stated(flag, true))))[part]).toMatchObject([{ number: '7' }])
      expect((await upload(told(denied)))[part]).toEqual([])
      expect((await lastEvent()).changed).toEqual([part])
    }
  }

  const unpaid = `<ПодчиненныйДокумент><Ид>${GUID.replace('b7', 'e0')}</Ид><Номер>8</Номер><ХозОперация>Отпуск товара</ХозОперация>${stated('Оплачен', false)}</ПодчиненныйДокумент>`
  expect((await upload(unpaid)).shipments).toMatchObject([{ number: '8' }])

  const anonymous = (says = '') =>
    `<ПодчиненныйДокумент><Дата>2026-11-20</Дата><ХозОперация>Выплата безналичных денег</ХозОперация><Сумма>3000</Сумма>${says}</ПодчиненныйДокумент>`
  await upload(anonymous())
  const { payments } = await upload(anonymous())
  expect(payments).toMatchObject([{ number: null, amount: '3000.00' }])
  expect((await upload(anonymous(stated('Оплачен', false)))).payments).toEqual([])
})
