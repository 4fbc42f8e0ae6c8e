import { documentsOf, INVOICE_ACTIONS, randomOf } from '@obmen/simulator'
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
    const { failure } = await bp.read()
    told.push(failure?.code ?? 'read')
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
  for (const _ of [1, 2, 3]) await read()
  const states = await bp.states()
  for (const id of ORDERS) {
    const { live, all } = truth(bp, id)
    const state = all === 0 ? 'missing' : live > 1 ? 'doubled' : expect.stringMatching(/^(agrees|differs)/)
    expect(states[id], `${id}: ${live} of ${all}, ${told}`).toEqual(state)
  }
})
