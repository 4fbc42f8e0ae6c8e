import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { askOrders, readText } from '../../test/support/sale-feed/asked-orders.js'
import { connect } from '../../test/support/sale-feed/connected.js'
import { line, payment } from '../../test/support/sale-feed/order.js'
import { updateIntegration } from '../integrations/update-integration.js'
import { applySettings } from '../orders/intake/apply-settings.js'
import { stepRecalculation } from '../orders/routing/recalculation.js'
import { dictionaries } from './dictionaries.js'

describeOnEachPostgres('dictionaries of mode=info', pg => {
  it('hold the words of rules and orders, and acquiring for every gateway (F11.1)', async () => {
    const connected = await connect(await pg.freshDatabase(), {
      paymentrules: [
        { status: 'purchased', gateway: 'CKassa' },
        { gateway: 'СБП', paymentmethodname: 'Быстрые платежи' },
      ],
    })
    await connected.put([
      { id: 'a', status: 'Новый & важный', payments: [payment({ gateway: 'Наличные' })] },
      {
        id: 'b',
        lines: [line()],
        total: '3300.00',
        delivery: { name: 'Курьер', amount: '300.00', vat: '20' },
      },
    ])
    const xml = (await dictionaries(connected.db, connected.integration.key))!
    const element = (id: string, name: string, more = '') =>
      `<Элемент><Ид>${id}</Ид><Название>${name}</Название>${more}</Элемент>`
    const statuses = element('purchased', 'purchased') + element('Новый &amp; важный', 'Новый &amp; важный')
    const kind = '<ТипОплаты>Эквайринговая оплата</ТипОплаты>'
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Справочник>/)
    expect(xml).toContain(`<Статусы>${statuses}</Статусы>`)
    // The same, as Bitrix spells it: with a Latin C.
    expect(xml).toContain(`<\u0043татусы>${statuses}</\u0043татусы>`)
    expect(xml).toContain(
      `<ПлатежныеСистемы>${element('CKassa', 'Оплата картой внешняя', kind)}${element('СБП', 'Быстрые платежи', kind)}</ПлатежныеСистемы>`,
    )
    expect(xml).toContain(`<СлужбыДоставки>${element('Курьер', 'Курьер')}</СлужбыДоставки>`)
  })

  it('have one element a gateway, and every other name under itself (F11.2)', async () => {
    const connected = await connect(await pg.freshDatabase(), {
      paymentrules: [
        { status: 'new', gateway: 'CKassa', paymentmethodname: 'Предоплата' },
        { status: 'purchased', gateway: 'CKassa' },
        { gateway: 'СБП', paymentmethodname: 'Быстрые платежи' },
        { gateway: 'Предоплата', paymentmethodname: 'Быстрые платежи' },
      ],
    })
    await connected.put([{ id: 'a', status: 'purchased', payments: [payment()] }])
    const { db, integration } = connected
    const named = async () =>
      [
        ...(await dictionaries(db, integration.key))!.matchAll(
          /<Ид>([^<]*)<\/Ид><Название>([^<]*)<\/Название><ТипОплаты>/g,
        ),
      ].map(([, id, name]) => [id, name])
    const systems = [
      ['CKassa', 'Предоплата'],
      ['СБП', 'Быстрые платежи'],
      ['Предоплата', 'Быстрые платежи'],
      ['Оплата картой внешняя', 'Оплата картой внешняя'],
    ]
    expect(await named()).toEqual(systems)
    await readText((await askOrders(connected, await connected.session())).body)
    const where = { locationId: integration.locationId, integrationId: integration.id, by: {} }
    const settings = { paymentrules: [{ gateway: 'CKassa' }], paymentmethodname: 'Карта' }
    await updateIntegration(db, where, { settings }, applySettings)
    while (await stepRecalculation(db, integration.key));
    expect(await named()).toEqual([
      ['CKassa', 'Карта'],
      ['Оплата картой внешняя', 'Оплата картой внешняя'],
    ])
  })

  it('name at least the method itself when no gateway is known', async () => {
    const connected = await connect(await pg.freshDatabase())
    expect(await dictionaries(connected.db, connected.integration.key)).toContain(
      '<Название>Оплата картой внешняя</Название>',
    )
    expect(await dictionaries(connected.db, 999_999)).toBeUndefined()
  })
})
