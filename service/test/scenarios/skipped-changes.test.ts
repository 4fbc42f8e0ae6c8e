import { createBase, documentOf, manage, pushOrders, runExchange } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { newPlatform, oneC, sampleLine } from '../support/app/test-server.js'
import { useFreshServer } from '../support/app/use-server.js'
import { ordersFile, type UploadedOrder, uploadedOrder } from '../support/from-1c.js'
import { inspectMarked } from '../support/place.js'

const server = useFreshServer()

const SHIPPED = { 'Номер отгрузки по 1С': '12', 'Дата отгрузки по 1С': '2026-11-21T9:05:00' }
const PAID = { 'Номер оплаты по 1С': '13', 'Дата оплаты по 1С': '2026-11-22T9:05:00' }
const THREE = { name: 'Аренда переговорной', quantity: '3', price: '1500', amount: '4500' }

/** An order of two meetings that a 1C has confirmed, and of which it says that there were three. */
async function begin(client: string, requisites: Record<string, string>) {
  const platform = await newPlatform(server)
  const one = await platform.connect({ client, paymentrules: [{}] })
  const base = oneC(server, one)
  const put = async (changes: object, headers: Record<string, string> = {}): Promise<string[]> => {
    const { status, body } = await platform.put('o', { payments: [], ...changes }, headers)
    expect([200, 201]).toContain(status)
    return body.warnings.map(({ code }: { code: string }) => code)
  }
  const upload = async (changes: Partial<UploadedOrder>): Promise<void> => {
    const document = { number: '1', total: '4500', lines: [THREE], requisites, ...changes }
    const body = ordersFile(uploadedOrder(document))
    const answer = await base.ask('file&filename=orders-1.xml', { cookie: await base.signIn(), body })
    expect(answer.text).toBe('success')
    await inspectMarked(server.db)
  }
  /** What is said of the order, now and in the list of what was found before. */
  const told = async (): Promise<{ done: boolean; message: string }[]> => {
    const now = await platform.call('GET', `/api/v1/orders/o/preflight?integrationId=${one.id}`)
    const listed = await platform.call('GET', `/api/v1/integrations/${one.id}/findings`)
    return [...now.body.items, ...listed.body.items].filter(
      ({ code }: { code: string }) => code === 'update-will-be-ignored',
    )
  }
  const accounting = async () => (await platform.call('GET', '/api/v1/orders/o/accounting')).body.items[0]
  await put({})
  await base.exchange()
  await upload({})
  return { one, base, put, upload, told, accounting }
}

const KEPT = { state: 'current', basisRevision: 1, owedRevision: null, linesDiffer: true }
const SKIPPED = { done: true, message: expect.stringContaining('документ оставила прежним') }

it('a change that УТ skipped is told until the order is as it is there, and so are the lines', async () => {
  const { one, base, put, upload, told, accounting } = await begin('ut', SHIPPED)
  expect(await put({ comment: 'позвоните' })).toContain('update-will-be-ignored')
  expect(await told()).toMatchObject([{ done: false }, { done: false }])
  await base.exchange()
  expect(await accounting()).toMatchObject(KEPT)
  expect(await told()).toMatchObject([SKIPPED, SKIPPED])

  // A file about something else does not mean that the change has arrived.
  await upload({ requisites: { ...SHIPPED, ...PAID } })
  expect(await accounting()).toMatchObject({ ...KEPT, paid: { number: '13' } })
  expect(await told()).toMatchObject([SKIPPED, SKIPPED])

  // Another status changes nothing in 1C.
  await put({ status: 'shipped' })
  await base.exchange()
  expect(await told()).toEqual([])
  expect(await accounting()).toMatchObject(KEPT)

  await put({
    comment: 'позвоните',
    lines: [sampleLine({ quantity: '4', amount: '6000.00' })],
    total: '6000.00',
  })
  await base.exchange()
  expect(await told()).toMatchObject([SKIPPED, SKIPPED])
  // Entered there by hand.
  const lines = [{ ...THREE, quantity: '4', amount: '6000' }]
  await upload({ total: '6000', lines })
  expect(await accounting()).toMatchObject({ basisRevision: 4, linesDiffer: false })
  expect(await told()).toEqual([])

  // Taken over from there, and changed again.
  await upload({ comment: 'Снова три' })
  const three = { lines: [sampleLine({ quantity: '3', amount: '4500.00' })], total: '4500.00' }
  await put(three, { 'obmen-origin': one.id })
  expect(await told()).toEqual([])
  await put({ ...three, canceled: true })
  await base.exchange()
  expect(await accounting()).toMatchObject({
    basisRevision: 5,
    linesDiffer: false,
    shipped: { number: '12' },
  })
  expect(await told()).toMatchObject([SKIPPED, SKIPPED])
})

it.each([
  ['rt', SHIPPED],
  ['ut', { ПометкаУдаления: 'true' }],
] as const)(
  'a change that %s loads although the order is %j counts as loaded',
  async (client, requisites) => {
    const { base, put, told, accounting } = await begin(client, requisites)
    expect(await put({ comment: 'позвоните' })).toContain('update-will-be-ignored')
    await base.exchange()
    expect(await accounting()).toMatchObject({ basisRevision: 2, linesDiffer: false })
    expect(await told()).toEqual([])
  },
)

it.each(['ut', 'rt'] as const)(
  'an order of which %s canceled every line takes no more changes',
  async client => {
    const platform = await newPlatform(server)
    const { id, login, password } = await platform.connect({ client, paymentrules: [{}] })
    const [base, wire] = [createBase(client), { url: `${platform.url}/1c`, login, password }]
    const { body } = await platform.put('o', { payments: [] })
    await runExchange(base, wire)
    manage(base, documentOf(base, body.numberIn1c)!, 'cancel', new Date())
    expect(await pushOrders(base, wire)).toMatchObject({ ok: true })

    const put = await platform.put('o', { payments: [], comment: 'позвоните' })
    expect(put.body.warnings).toContainEqual(
      expect.objectContaining({ code: 'update-will-be-ignored', params: { state: 'Отменен' } }),
    )
    const { documents } = await runExchange(base, wire)
    expect(documents).toMatchObject([{ action: 'skipped' }])
    const accounting = await platform.call('GET', '/api/v1/orders/o/accounting')
    expect(accounting.body.items).toMatchObject([{ basisRevision: 1, lineChanges: [{ kind: 'removed' }] }])
    const preflight = await platform.call('GET', `/api/v1/orders/o/preflight?integrationId=${id}`)
    expect(preflight.body.items).toContainEqual(
      expect.objectContaining({ ...SKIPPED, code: 'update-will-be-ignored' }),
    )
  },
)

it('an order of which УТ counts no line any more is canceled, though it still writes the lines', async () => {
  const { put, upload } = await begin('ut', {})
  expect(await put({ comment: 'позвоните' })).not.toContain('update-will-be-ignored')
  await upload({ total: '0' })
  expect(await put({ comment: 'перезвоните' })).toContain('update-will-be-ignored')
})
