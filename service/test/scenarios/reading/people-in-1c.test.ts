import { expect, it } from 'vitest'
import { samplePayment } from '../../support/app/test-server.js'
import { useFreshServer } from '../../support/app/use-server.js'
import { readBp } from '../../support/reading/read-bp.js'

const server = useFreshServer({ allowPrivateAddresses: 'yes' })
const PLACED = { placedAt: '2026-11-17T12:15:07+05:00', payments: [] }
const ORGANIZATIONS = [
  { name: 'ООО «Ромашка»', inn: '7707083893' },
  { name: 'ООО «Лютик»', inn: '6671000440' },
]

/** Each suffers one thing; the last has the newest invoice. */
const ORDERS = [
  ...['plain', 'bank', 'card', 'unposted', 'doubled', 'removed', 'renumbered', 'moved', 'deleted', 'dearer'],
  ...['canceled', 'shipped', 'returned', 'another'],
]

it.each([
  ['by the requisite with its id', true],
  ['by its number alone', false],
])(
  'what people did with an invoice that is found %s is told, bad news once two readings say so',
  {
    timeout: 300_000,
  },
  async (_, additionalInfo) => {
    await using bp = await readBp(server, {
      exchangeFrom: '2026-11-01',
      organizations: ORGANIZATIONS,
      additionalInfo,
    })
    const { platform, act } = bp
    const at = (minute: number) => ({ placedAt: `2026-11-18T12:${String(minute).padStart(2, '0')}:00+05:00` })
    const paid = (id: string) => ({ payments: [samplePayment({ id: `pay-${id}` })] })
    for (const [index, id] of ORDERS.entries()) {
      const payments = id === 'card' || id === 'returned' ? paid(id) : { payments: [] }
      expect((await platform.put(id, { number: id, ...at(index), ...payments })).status).toBe(201)
    }
    await platform.put('early', { ...PLACED, number: 'early', placedAt: '2026-10-17T12:15:07+05:00' })
    await platform.put('void', { ...PLACED, number: 'void' })
    await platform.put('newest', { ...PLACED, number: 'newest', placedAt: '2026-11-30T12:15:07+05:00' })
    // 1C never had it when it was canceled, and skips it.
    await bp.exchange({ crashAfterDownload: true })
    await platform.put('void', { ...PLACED, number: 'void', status: 'canceled' })
    await bp.exchange()

    await bp.connect(ORGANIZATIONS[0]!.inn)
    expect(await bp.read()).toMatchObject({
      failure: null,
      lastReading: { whole: true, partial: false, organizationName: 'ООО «Ромашка»', unpublished: [] },
    })
    const agreeing = Object.fromEntries([...ORDERS, 'newest'].map(id => [id, 'agrees']))
    const first = { ...agreeing, early: 'not-loaded', void: 'not-loaded' }
    expect(await bp.states()).toEqual(first)
    expect(await bp.accounting('card')).toMatchObject({
      ...{ source: 'reading', posted: true, status: 'Оплачен', money: { paid: '3000.00', refunded: '0.00' } },
      documents: [{ type: 'payment', kind: 'ОплатаПлатежнойКартой', total: '3000.00' }],
    })

    await act('bank', 'pay')
    await act('unposted', 'unpost')
    await act('doubled', 'copy')
    await act('removed', 'remove')
    await act('renumbered', 'renumber')
    await act('moved', 'move-year')
    await act('deleted', 'delete')
    await act('dearer', 'change')
    await act('canceled', 'cancel')
    await act('shipped', 'ship-by-line')
    await act('returned', 'refund')
    await act('another', 'reassign')
    await bp.read()
    // Good news at once, bad news not yet.
    expect(await bp.accounting('bank')).toMatchObject({
      ...{ status: 'Оплачен', money: { paid: '3000.00' } },
      documents: [{ type: 'payment', kind: 'ПоступлениеНаРасчетныйСчет', number: '0000-000001' }],
    })
    expect(await bp.accounting('shipped')).toMatchObject({
      shipped: { number: expect.stringMatching(/^0000-/) },
      documents: [{ type: 'shipment', kind: 'Акт' }],
    })
    expect(await bp.accounting('unposted')).toMatchObject({ posted: true })
    const told = await bp.states()
    for (const state of Object.values(told)) expect(state).not.toMatch(/missing|doubled|differs/)

    await bp.read()
    const bad = {
      unposted: 'differs unposted',
      doubled: 'doubled',
      removed: 'missing',
      deleted: 'differs deleted',
      dearer: 'differs total',
      canceled: 'differs canceled',
      returned: 'differs payments',
      another: 'differs organization',
    }
    expect(await bp.states()).toEqual({ ...first, ...bad })
    expect(await bp.accounting('unposted')).toMatchObject({ posted: false })
    expect(await bp.accounting('returned')).toMatchObject({
      ...{ status: 'Оплачен', money: { paid: '3000.00', refunded: '3000.00' } },
    })
    const changed = async () => {
      const { items } = (await platform.call('GET', '/api/v1/events?types=reconciliation.changed')).body
      return Object.fromEntries(items.map(({ orderId, data }: Told) => [orderId, data.state]))
    }
    const states = Object.entries(bad).map(([id, state]) => [id, state.split(' ')[0]])
    await expect.poll(changed, { timeout: 60_000 }).toEqual(Object.fromEntries(states))

    await act('unposted', 'post')
    await act('deleted', 'undelete', 'post')
    await act('doubled', 'remove')
    await bp.read()
    expect(await bp.states()).toMatchObject({ unposted: 'agrees', deleted: 'agrees', doubled: 'agrees' })
    expect(await bp.accounting('deleted')).toMatchObject({ posted: true, deleted: false })
  },
)

interface Told {
  orderId: string
  data: { state: string }
}
