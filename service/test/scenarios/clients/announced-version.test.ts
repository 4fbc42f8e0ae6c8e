import { expect, it } from 'vitest'
import { stepFindings } from '../../../src/preflight/step-findings.js'
import { type Connected1C, oneC, sampleLine, samplePayment } from '../../support/app/test-server.js'
import { usePlatform, useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { inspectMarked } from '../../support/place.js'

describeOnNewestPostgres('what a 1C announced in init is shown before it gets it', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)

  /** Placed later than it is connected: earlier orders Бухгалтерия passes over. */
  const placedAt = new Date(Date.now() + 3_600_000).toISOString()
  const paidInPart = { placedAt, payments: [samplePayment({ amount: '1000.00' })] }
  /** Whether the preview, the order's XML and the dry run show its part payment, as documents do alone. */
  const shown = async (one: Connected1C): Promise<boolean[]> => {
    const at = `/api/v1/integrations/${one.id}`
    const preview = (await platform.call('GET', `${at}/preview`)).text
    const { xml } = (await platform.call('GET', `/api/v1/orders/o/xml?integrationId=${one.id}`)).body
    const { documents } = (await platform.call('POST', `${at}/dry-run`)).body
    const has = (text: string) => text.includes('<ПодчиненныйДокумент>')
    return [has(preview), has(xml), documents[0].paymentMade]
  }

  it('documents once it announced 2.10, requisites again when it asks without (F7.1)', async () => {
    const one = await platform.connect()
    const { ask, signIn } = oneC(server, one)
    await platform.put('o', paidInPart)
    expect(await shown(one)).toEqual([false, false, false])
    const cookie = await signIn()
    await ask('init&cmlVersion=2.10', { cookie })
    expect(await shown(one)).toEqual([true, true, true])
    await ask('init&cmlVersion=2.09', { cookie })
    expect(await shown(one)).toEqual([false, false, false])
    await ask('init&cmlVersion=2.10', { cookie })
    await signIn()
    expect(await shown(one)).toEqual([true, true, true])
    const other = await signIn()
    await platform.put('p')
    await ask('query', { cookie: other })
    expect(await shown(one)).toEqual([false, false, false])
  })

  /** Recalculates what was asked for; tells the open tasks of its orders. */
  const tasksAfter = async (one: Connected1C): Promise<string[]> => {
    const { rows } = await server.db.query<{ key: number }>('select key from integration where id = $1', [
      one.id,
    ])
    while (await stepFindings(server.db, rows[0]!.key));
    const { items } = (await platform.call('GET', `/api/v1/tasks?integrationId=${one.id}`)).body
    return items.map(({ code }: { code: string }) => code)
  }

  it('its tasks follow: a part payment is entered by hand only while documents are unknown to it', async () => {
    const one = await platform.connect({ client: 'unf' })
    const { ask, signIn } = oneC(server, one)
    await platform.put('o', paidInPart)
    expect(await tasksAfter(one)).toEqual(['enter-payment'])
    const cookie = await signIn()
    await ask('init&cmlVersion=2.10', { cookie })
    expect(await tasksAfter(one)).toEqual([])
    await ask('query', { cookie: await signIn() })
    expect(await tasksAfter(one)).toEqual(['enter-payment'])
  })

  it('a part payment that УНФ confirmed before it announced 2.10 stays a task until it is sent again', async () => {
    const one = await platform.connect({ client: 'unf' })
    const { ask, signIn, exchange } = oneC(server, one)
    await platform.put('o', paidInPart)
    await exchange()
    await ask('init&cmlVersion=2.10', { cookie: await signIn() })
    expect(await tasksAfter(one)).toEqual(['enter-payment'])
    const answer = await platform.call('POST', '/api/v1/orders/o/resend', { integrationId: one.id })
    expect(answer.status).toBeLessThan(300)
    await inspectMarked(server.db)
    expect(await tasksAfter(one)).toEqual([])
  })

  it('findings of an unknown program follow what its exchanges exclude', async () => {
    const one = await platform.connect({ client: 'auto' })
    await platform.put('o', { placedAt, lines: [sampleLine({ vat: '22' })] })
    const codes = async () => {
      await tasksAfter(one)
      const { items } = (await platform.call('GET', `/api/v1/integrations/${one.id}/findings`)).body
      return items.map(({ code }: { code: string }) => code)
    }
    expect(await codes()).not.toContain('unknown-vat')
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    await ask('file&filename=orders-1.xml', { cookie, method: 'POST', body: '<x/>' })
    expect(await codes()).toContain('unknown-vat')
  })

  for (const type of ['sale', 'catalog']) {
    it(`requisites still after УНФ announced 2.10 to upload type=${type}, as it always does (F7.1)`, async () => {
      const one = await platform.connect({ client: 'unf' })
      const { ask, exchange, signIn } = oneC(server, one)
      await exchange()
      const cookie = await signIn()
      await ask(`init&version=2.09&cmlVersion=2.10&type=${type}`, { cookie })
      const { warnings } = (await platform.put('o', paidInPart)).body
      expect(warnings).toContainEqual(expect.objectContaining({ code: 'partial-not-told' }))
      const tasks = (await platform.call('GET', '/api/v1/tasks')).body.items
      expect(tasks).toMatchObject([{ code: 'enter-payment', orderId: 'o' }])
      expect(await shown(one)).toEqual([false, false, false])
      const sent = await ask('query', { cookie: await signIn() })
      expect(sent.text).not.toContain('<ПодчиненныйДокумент>')
    })
  }

  it('requisites also after such an upload without any session (F7.1)', async () => {
    const one = await platform.connect({ client: 'unf' })
    await platform.put('o', paidInPart)
    await oneC(server, one).ask('init&version=2.09&cmlVersion=2.10')
    expect(await shown(one)).toEqual([false, false, false])
  })

  for (const [payments, announced, expected] of [
    ['documents', '', true],
    ['requisites', '&cmlVersion=2.10', false],
  ] as const) {
    it(`"payments":"${payments}" counts whatever is announced, for 1C and for what is shown`, async () => {
      const one = await platform.connect({ payments })
      const { ask, signIn } = oneC(server, one)
      await platform.put('o', paidInPart)
      const cookie = await signIn()
      const { text } = await ask(`init&version=2.10${announced}`, { cookie })
      expect(text).toContain(`version=${expected ? '2.10' : '2.08'}`)
      expect(await shown(one)).toEqual([expected, expected, expected])
      const xml = (await ask('query', { cookie })).text
      expect(xml.includes('<ПодчиненныйДокумент>')).toBe(expected)
      expect(xml).toContain(`ВерсияСхемы="${expected ? '2.10' : '2.08'}"`)
    })
  }
})
