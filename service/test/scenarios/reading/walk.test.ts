import { documentsOf, INVOICE_ACTIONS, randomOf, type StoredDocument } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { samplePayment } from '../../support/app/test-server.js'
import { useFreshServer } from '../../support/app/use-server.js'
import { type ReadBp, readBp } from '../../support/reading/read-bp.js'

const server = useFreshServer({ allowPrivateAddresses: 'yes' })
const SEED = Number(process.env.TEST_SEED)
const ORDERS = Array.from({ length: 10 }, (_, index) => String(index + 1))
const STEPS = 60
// Not to another organization: the base has one.
const ACTIONS = INVOICE_ACTIONS.filter(action => action !== 'reassign')

/** An answer of one of these is cut sometimes. */
const CUT = [
  'Document_СчетНаОплатуПокупателю',
  'InformationRegister_СтатусыДокументов',
  'AccumulationRegister_ОплатаСчетов_RecordType',
]

/** What is paid for the invoice by the books, in roubles. */
function paidFor(bp: ReadBp, { id }: StoredDocument): number {
  const base = bp.base()
  const told = [...base.payments.values()].filter(({ documentId }) => documentId === id)
  const all = [
    ...told.map(({ unposted, outcome }) => ({ unposted, ...outcome })),
    ...(base.managed.get(id)?.payments ?? []),
  ]
  return all.reduce((sum, { unposted, amount }) => sum + (unposted ? 0 : Math.max(0, Number(amount))), 0)
}

/** How many invoices of an order are neither deleted nor canceled, and how many there are. */
function truth(bp: ReadBp, id: string): { live: number; all: number } {
  const base = bp.base()
  const all = documentsOf(base, id)
  const live = all.filter(
    document => !base.managed.get(document.id)?.deleted && base.statuses.get(document.id)?.paid !== 'Отменен',
  )
  return { live: live.length, all: all.length }
}

it(`whatever people and the platform do, an order is missing or doubled if and only if two readings saw it (TEST_SEED=${SEED})`, {
  timeout: 600_000,
}, async () => {
  await using bp = await readBp(server)
  const random = randomOf(SEED)
  const draw = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const put = (id: string) => {
    const paid = random() < 0.5
    const payments = paid ? [samplePayment({ id: `pay-${id}`, amount: '1500.00' })] : []
    const quantity = random() < 0.5 ? '2' : '1'
    const [amount, total] = quantity === '2' ? ['3000.00', '3000.00'] : ['1500.00', '1500.00']
    const lines = [
      { id: 'a', name: 'Аренда', kind: 'service', quantity, price: '1500.00', amount, vat: 'none' },
    ]
    const placedAt = `2026-11-${String(10 + Number(id))}T12:00:00+05:00`
    return bp.platform.put(id, { number: id, placedAt, lines, total, payments })
  }
  const told: string[] = []
  let before = ORDERS.map(id => truth(bp, id))
  /** What is told is so now, and was so at the reading before. */
  const read = async (): Promise<void> => {
    const known = await bp.states()
    bp.faults.cut = random() < 0.2
    bp.faults.only = draw(CUT)
    const { failure } = await bp.read()
    told.push(failure?.code ?? 'read')
    if (failure?.code === 'cut') return expect(await bp.states()).toEqual(known)
    // All of the newest invoices were removed: somebody has to say that it is the base.
    if (failure) {
      expect(failure.code).toBe('older-copy')
      return bp.connect()
    }
    const states = await bp.states()
    const now = ORDERS.map(id => truth(bp, id))
    for (const [index, id] of ORDERS.entries()) {
      const seen = [before[index]!, now[index]!]
      if (states[id] === 'missing')
        expect(
          seen.map(({ all }) => all),
          `${id} ${told}`,
        ).toEqual([0, 0])
      if (states[id] === 'doubled')
        for (const { live } of seen) expect(live, `${id} ${told}`).toBeGreaterThan(1)
    }
    before = now
  }

  for (const id of ORDERS) expect((await put(id)).status).toBe(201)
  await bp.exchange()
  await bp.connect()
  await read()
  for (let step = 0; step < STEPS; step++) {
    const dice = random()
    const id = draw(ORDERS)
    const action = draw(ACTIONS)
    if (dice < 0.6 && documentsOf(bp.base(), id).length > 0) {
      told.push(`${action} ${id}`)
      await bp.act(id, action)
    } else if (dice < 0.7) {
      told.push(`put ${id}`)
      await put(id)
    } else if (dice < 0.8) {
      told.push('exchange')
      await bp.exchange({ sendSuccess: random() < 0.7 })
    } else await read()
  }
  await bp.exchange()
  // One may be cut, and one may ask whether it is the base.
  for (const _ of [1, 2, 3, 4, 5, 6]) await read()
  const states = await bp.states()
  for (const id of ORDERS) {
    const { live, all } = truth(bp, id)
    const state = all === 0 ? 'missing' : live > 1 ? 'doubled' : expect.stringMatching(/^(agrees|differs)/)
    expect(states[id], `${id}: ${live} of ${all}, ${told}`).toEqual(state)
    const [invoice] = documentsOf(bp.base(), id)
    if (all !== 1 || !invoice) continue
    const { posted = true, deleted = false } = bp.base().managed.get(invoice.id) ?? {}
    const { money, ...item } = await bp.accounting(id)
    expect([item.posted, item.deleted, Number(money.paid)], `${id}: ${told}`).toEqual([
      ...[posted, deleted, paidFor(bp, invoice)],
    ])
  }
})
