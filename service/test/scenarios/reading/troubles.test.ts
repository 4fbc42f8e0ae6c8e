import { expect, it } from 'vitest'
import { useFreshServer } from '../../support/app/use-server.js'
import { readBp } from '../../support/reading/read-bp.js'

const server = useFreshServer({ allowPrivateAddresses: 'yes' })
const INVOICES = 'Document_СчетНаОплатуПокупателю'
const STATUSES = 'InformationRegister_СтатусыДокументов'

it('trouble in front of a base has words of its own and changes nothing', { timeout: 300_000 }, async () => {
  await using bp = await readBp(server)
  const { platform, faults } = bp
  for (const [index, id] of ['a', 'b', 'c'].entries())
    await platform.put(id, { number: id, placedAt: `2026-11-1${index}T12:00:00+05:00` })
  await bp.exchange()
  await bp.connect()
  await bp.read()
  const known = await bp.states()
  expect(known).toEqual({ a: 'agrees', b: 'agrees', c: 'agrees' })

  for (const [fault, code] of [
    [{ locked: true }, 'locked'],
    [{ html: true }, 'html'],
    [{ cut: true, only: INVOICES }, 'cut'],
    [{ noRight: [INVOICES] }, 'no-right'],
  ] as const) {
    Object.assign(faults, fault)
    const { failure } = await bp.read()
    expect(failure.code).toBe(code)
    expect(failure.message).toMatch(/[а-яё]/)
    for (const name of Object.keys(fault)) delete faults[name as 'locked']
    expect(await bp.states()).toEqual(known)
  }

  // What rights hide is not called missing, however often it is not seen: known before, or never.
  await platform.put('d', { number: 'd', placedAt: '2026-11-14T12:00:00+05:00' })
  await bp.exchange()
  faults.hidden = { [INVOICES]: row => ['0000-000002', '0000-000004'].includes(String(row.Number)) }
  faults.noRight = [STATUSES]
  for (const _ of [1, 2]) {
    expect(await bp.read()).toMatchObject({ failure: null, lastReading: { partial: true } })
    const { d = 'unknown', ...others } = await bp.states()
    expect([d, others]).toEqual(['unknown', known])
  }
  faults.hidden = undefined
  faults.noRight = undefined
  expect(await bp.read()).toMatchObject({ lastReading: { partial: false, unpublished: [] } })
  expect(await bp.states()).toEqual({ ...known, d: 'agrees' })
})

it('a restored copy of the base is told, and calls nothing missing until a person says that it is the base', {
  timeout: 300_000,
}, async () => {
  await using bp = await readBp(server)
  const { platform } = bp
  await platform.put('a', { number: 'a', placedAt: '2026-11-10T12:00:00+05:00' })
  await bp.exchange()
  const backup = bp.copy()
  for (const id of ['b', 'c', 'd'])
    await platform.put(id, { number: id, placedAt: '2026-11-11T12:00:00+05:00' })
  await bp.exchange()
  await bp.connect()
  await bp.read()
  const known = { a: 'agrees', b: 'agrees', c: 'agrees', d: 'agrees' }
  expect(await bp.states()).toEqual(known)

  bp.restore(backup)
  for (const _ of [1, 2]) {
    expect((await bp.read()).failure.code).toBe('older-copy')
    expect(await bp.states()).toEqual(known)
  }
  await bp.connect()
  await bp.read()
  expect((await bp.states()).b).not.toBe('missing')
  await bp.read()
  expect(await bp.states()).toEqual({ a: 'agrees', b: 'missing', c: 'missing', d: 'missing' })
})

it('of a copy of the base that lacks a payment alone, status and money are told together', {
  timeout: 120_000,
}, async () => {
  await using bp = await readBp(server)
  await bp.platform.put('a', { number: 'a', payments: [] })
  await bp.exchange()
  const backup = bp.copy()
  await bp.act('a', 'pay')
  await bp.connect()
  const told = async () => {
    expect((await bp.read()).failure).toBeNull()
    const { status, paid, money } = await bp.accounting('a')
    return [status, paid !== null, money.paid]
  }
  expect(await told()).toEqual(['Оплачен', true, '3000.00'])
  bp.restore(backup)
  expect(await told()).toEqual(['Оплачен', true, '3000.00'])
  expect(await told()).toEqual(['Не оплачен', false, '0.00'])
})

it('a reading tells that a package is loaded whose success was lost', { timeout: 120_000 }, async () => {
  await using bp = await readBp(server)
  await bp.platform.put('a', { number: 'a' })
  await bp.exchange({ sendSuccess: false })
  await bp.connect()
  const { unconfirmed } = await bp.read()
  expect(await bp.states()).toEqual({ a: 'agrees' })
  expect(unconfirmed).toEqual({ orders: 1, loaded: 1 })
  await bp.exchange()
  expect(bp.base().documents.size).toBe(1)
})
