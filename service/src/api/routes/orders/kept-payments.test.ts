import { expect, it } from 'vitest'
import { newPlatform, oneC, samplePayment } from '../../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

const RULE = { status: 'purchased', gateway: 'CKassa' }
const SETTINGS = { paymentrules: [RULE], paymentmethodname: 'Оплата картой внешняя' }

describeOnNewestPostgres('payments that 1C was told of', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  const warnings = async (integrationId: string, settings: object) =>
    (await platform.call('POST', '/api/v1/integrations/settings:validate', { settings, integrationId })).body
      .warnings
  const putThree = async () => {
    for (const id of ['a', 'b', 'c'])
      await platform.put(id, { payments: [samplePayment({ id: `pay-${id}` })] })
  }

  it('are counted before and after settings are saved that would give them another name', async () => {
    const { id, ...one } = await platform.connect()
    await putThree()
    const renamed = { ...SETTINGS, paymentmethodname: 'Карта' }
    expect(await warnings(id, renamed)).toEqual([])
    await oneC(server, one).exchange()
    const warning = {
      ...{ code: 'payments-keep-method', count: 3, complete: true },
      message: expect.stringMatching(/^3 оплаты 1С уже знает.*«Оплата картой внешняя»\. Они останутся/),
    }
    expect(await warnings(id, renamed)).toEqual([warning])
    const other = { ...SETTINGS, paymentrules: [{ ...RULE, paymentmethodname: 'Карта' }] }
    expect(await warnings(id, other)).toEqual([warning])
    expect(await warnings(id, { ...SETTINGS, paymentrules: [RULE, {}] })).toEqual([])
    const saved = await platform.call('PATCH', `/api/v1/integrations/${id}`, { settings: renamed })
    expect(saved.body.notes).toEqual([warning.message])
    expect(await warnings(id, renamed)).toEqual([])
  })

  it('are counted before settings are saved that would tell them in another form', async () => {
    const { id, ...one } = await platform.connect()
    await putThree()
    await oneC(server, one).exchange()
    expect(await warnings(id, { ...SETTINGS, payments: 'requisites' })).toEqual([])
    expect(await warnings(id, { ...SETTINGS, payments: 'documents' })).toEqual([
      {
        ...{ code: 'payments-keep-form', count: 3, complete: true },
        message: expect.stringMatching(/^3 оплаты уже переданы одной оплатой на заказ/),
      },
    ])
  })

  it('of another location are nobody’s', async () => {
    const { id } = await (await newPlatform(server)).connect()
    const answer = await platform.call('POST', '/api/v1/integrations/settings:validate', {
      settings: SETTINGS,
      integrationId: id,
    })
    expect(answer.status).toBe(404)
  })
})

describeOnNewestPostgres('"payments":"documents" is proposed', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  const twice = (gateway = 'CKassa') => ({
    payments: [
      samplePayment({ amount: '1000.00' }),
      samplePayment({ id: 'pay-18', gateway, amount: '2000.00' }),
    ],
  })
  const proposed = async (id: string) =>
    (await platform.call('GET', `/api/v1/integrations/${id}`)).body.proposedPayments

  it('once a Бухгалтерия that announces nothing asks and an order paid several times goes to it', async () => {
    const { id, ...one } = await platform.connect()
    await platform.put('o', twice())
    expect(await proposed(id)).toBeNull()
    await oneC(server, one).exchange()
    expect(await proposed(id)).toBe('documents')
    const { settings } = (await platform.call('GET', `/api/v1/integrations/${id}`)).body
    for (const payments of ['documents', 'requisites']) {
      const patch = { settings: { ...settings, payments } }
      const saved = await platform.call('PATCH', `/api/v1/integrations/${id}`, patch)
      expect(saved.body.proposedPayments).toBeNull()
    }
  })

  it.each([
    ['its orders are paid once', {}, {}, ''],
    ['the second payment is by a gateway of no rule', {}, twice('Наличные'), ''],
    ['it announces 2.10', {}, twice(), 'init&cmlVersion=2.10'],
    ['it is no Бухгалтерия', { client: 'unf' }, twice(), ''],
  ])('not when %s', async (_, settings, order, init) => {
    const { id, ...one } = await platform.connect(settings)
    await platform.put('o', order)
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    if (init) await ask(init, { cookie })
    await ask('query', { cookie })
    expect(await proposed(id)).toBeNull()
  })
})
