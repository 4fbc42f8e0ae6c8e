import { createBase, runExchange } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { newPlatform, startFreshServer } from '../support/app/test-server.js'
import { inspectMarked } from '../support/place.js'

it.each([
  ['as 1C has it', false],
  ['unchanged', false],
  ['as 1C has it, after preflight held another', true],
])('a refused change that the platform gives up (%s) is forgotten (Q5, O10)', async (content, heldSince) => {
  await using server = await startFreshServer()
  const platform = await newPlatform(server)
  const { id, login, password } = await platform.connect({ client: 'bp', quarantinepause: 0 })
  const base = createBase('bp')
  const exchange = () => runExchange(base, { url: `${server.url}/1c`, login, password })
  const exportOf = async (order: string) =>
    (await platform.call('GET', `/api/v1/orders/${order}/exports`)).body.items[0]
  const october = (day: number) => ({ placedAt: `2026-10-${day}T12:00:00+05:00` })
  await platform.put('found', october(15))
  await platform.put('day-10', october(10))
  await platform.put('new')
  expect((await exchange()).confirmed).toBe(true)
  base.settings.closedBefore = '2026-11-01'
  const refused = { ...october(15), comment: 'Иначе' }
  await platform.put('found', refused)
  await platform.put('newer')
  for (let count = 0; (await exportOf('found')).state !== 'held'; count++) {
    expect(count).toBeLessThan(40)
    await exchange()
  }
  await platform.put('day-10', { ...october(10), comment: 'Иначе' })
  expect(await exportOf('day-10')).toMatchObject({ state: 'held', heldKind: 'finding' })

  if (heldSince) {
    // The accountant says that the month is closed.
    const path = `/api/v1/integrations/${id}`
    const { settings } = (await platform.call('GET', path)).body
    const changed = { settings: { ...settings, closedbefore: '2026-11-01' } }
    expect((await platform.call('PATCH', path, changed)).status).toBe(200)
    await platform.put('found', { ...october(15), comment: 'Ещё раз' })
    expect(await exportOf('found')).toMatchObject({ state: 'held', heldKind: 'finding' })
  }
  const given = content === 'unchanged' ? refused : october(15)
  expect((await platform.put('found', given, { 'obmen-origin': id })).body.owedTo ?? []).toEqual([])
  expect(await exportOf('found')).toMatchObject({ state: 'confirmed', heldKind: null })
  if (heldSince) return
  await inspectMarked(server.db)
  expect((await exportOf('day-10')).state).toBe('changed')
  delete base.settings.closedBefore
  const { confirmed, documents } = await exchange()
  expect([confirmed, documents.map(({ siteNumber }) => siteNumber)]).toEqual([true, ['2']])
  expect((await exportOf('day-10')).state).toBe('confirmed')
  const { rows } = await server.db.query('select from outbox_entry where on_trial or retry_at is not null')
  expect(rows).toEqual([])
})
