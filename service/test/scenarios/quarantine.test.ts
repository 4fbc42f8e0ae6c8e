import { type BaseSettings, type Client, createBase, documentsOf, runExchange } from '@obmen/simulator'
import { beforeEach, expect, it } from 'vitest'
import { newPlatform, type Platform, startTestServer } from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { askMonths } from '../support/away-from-midnight.js'
import { describeOnNewestPostgres } from '../support/databases.js'
import { inspectMarked, TIMEZONE } from '../support/place.js'

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `o-${index + 1}`)
/** The most exchanges until an order is quarantined, once all others are confirmed (Q3). */
const ONCE_KNOWN = 4
const depth = (orders: number): number => Math.ceil(Math.log2(orders))

describeOnNewestPostgres('an order that its 1C refuses', pg => {
  const server = useServer(pg)
  let platform: Platform
  beforeEach(async () => {
    platform = await newPlatform(server)
  })

  const play = async (client: Client, base: BaseSettings = {}, settings: object = {}) => {
    const one = await platform.connect({ client, quarantinepause: 0, ...settings })
    const oneC = createBase(client, base)
    const { login, password } = one
    const exchange = (options: object = {}) =>
      runExchange(oneC, { url: `${server.url}/1c`, login, password, ...options })
    return { one, base: oneC, exchange }
  }
  const states = async (ids: readonly string[]): Promise<string[]> => {
    const { items } = (await platform.call('GET', '/api/v1/orders?limit=100')).body
    const known = new Map<string, string>(
      items.map(({ id, exports }: { id: string; exports: { state: string }[] }) => [id, exports[0]!.state]),
    )
    return ids.map(id => known.get(id)!)
  }
  const exportOf = async (id: string) =>
    (await platform.call('GET', `/api/v1/orders/${id}/exports`)).body.items[0]
  /** Exchanges until these orders are as asked for; the number. */
  const until = async (exchange: () => Promise<unknown>, ids: readonly string[], state: string) => {
    for (let count = 0; ; count++) {
      if ((await states(ids)).every(each => each === state)) return count
      expect(count).toBeLessThan(40)
      await exchange()
    }
  }

  it.each<Client>(['bp', 'ut', 'rt', 'bitrix'])(
    '%s: is found among twelve and quarantined; all others are confirmed by then (Q2)',
    async client => {
      // Every place: outbox/quarantine/search.test.ts.
      for (const culprit of client === 'bp' ? [1, 12] : [7]) {
        platform = await newPlatform(server)
        const { base, exchange } = await play(client, { refuses: [String(culprit)] })
        for (const id of names(12)) await platform.put(id)
        await exchange()
        await exchange()
        const others = names(12).filter(id => id !== `o-${culprit}`)
        expect(await until(exchange, others, 'confirmed')).toBeLessThanOrEqual(2 * depth(12) + 1)
        expect(await until(exchange, [`o-${culprit}`], 'held')).toBeLessThanOrEqual(ONCE_KNOWN)
        expect(await exportOf(`o-${culprit}`)).toMatchObject({ heldKind: 'quarantine', heldBy: null })
        const [group] = (await platform.call('GET', '/api/v1/held-orders')).body.items
        expect(Date.parse(group.retryAt)).toBeGreaterThan(Date.now())
        expect((await exchange()).counts.documents).toBe(0)
        for (const number of names(12).map(id => id.slice(2)))
          expect(documentsOf(base, number)).toHaveLength(number === String(culprit) ? 0 : 1)
      }
    },
  )

  it('is let go by a person, too, and tried alone', async () => {
    const { one, base, exchange } = await play('ut', { refuses: ['1'] })
    for (const id of names(4)) await platform.put(id)
    await until(exchange, ['o-1'], 'held')
    expect(Date.parse((await exportOf('o-1')).retryAt)).toBeGreaterThan(Date.now())
    base.settings.refuses = []
    const released = await platform.call('POST', '/api/v1/orders/o-1/release', { integrationId: one.id })
    expect(released.body.items[0]).toMatchObject({ heldKind: null, heldReason: null, retryAt: null })
    await exchange()
    expect(await states(['o-1'])).toEqual(['confirmed'])
  })

  it('is every one where it takes none: one state says so, and all go once it takes any (Q3)', async () => {
    const { one, base, exchange } = await play('ut', { refuses: names(8).map(id => id.slice(2)) })
    for (const id of names(8)) await platform.put(id)
    for (let count = 0; count < 12; count++) await exchange()
    const { state, stateCause } = (await platform.call('GET', `/api/v1/integrations/${one.id}`)).body
    expect([state, stateCause.code, stateCause.orders]).toEqual(['unconfirmed', 'takes-none', 8])
    await until(exchange, names(8), 'held')
    expect((await exportOf('o-1')).heldReason).toContain('причина может быть и в самой 1С')
    base.settings.refuses = []
    await platform.put('new')
    expect(await until(exchange, [...names(8), 'new'], 'confirmed')).toBe(2)
  })

  it('turns nothing red and is not shown as given until it goes again: let go, or beside a new one', async () => {
    const { one, exchange } = await play('ut', { refuses: ['2'] })
    for (const id of names(3)) await platform.put(id)
    await until(exchange, ['o-2'], 'held')
    const state = async () => (await platform.call('GET', `/api/v1/integrations/${one.id}`)).body.state
    await platform.put('new')
    expect(await state()).toBe('exchanging')
    expect((await exchange()).confirmed).toBe(true)
    await platform.call('POST', '/api/v1/orders/o-2/release', { integrationId: one.id })
    expect(await state()).toBe('exchanging')
    expect(await states(['o-2'])).toEqual(['owed'])
    const offered = async () => (await platform.call('GET', '/api/v1/orders?state=offered')).body.items.length
    expect(await offered()).toBe(0)
    await exchange()
    expect([await states(['o-2']), await offered()]).toEqual([['offered'], 1])
    expect(await state()).toBe('unconfirmed')
  })

  it('with others, all let go: new orders never wait, and once one is taken the rest go together', async () => {
    const refused = names(8)
    const { one, base, exchange } = await play('ut', {}, { quarantineafter: 1 })
    for (const id of refused) await platform.put(id)
    expect((await exchange()).confirmed).toBe(true)
    for (const id of refused) await platform.put(id, { comment: 'Иначе' })
    await server.db.query(
      `update outbox_entry set held_kind = 'quarantine', held_since = now(), held_code = 'refused'
        where integration_key = (select key from integration where id = $1)`,
      [one.id],
    )
    for (const id of refused)
      await platform.call('POST', `/api/v1/orders/${id}/release`, { integrationId: one.id })
    base.settings.refuses = []
    const { state } = (await platform.call('GET', `/api/v1/integrations/${one.id}`)).body
    expect(state).toBe('exchanging')
    let exchanges = 0
    for (; !(await states(refused)).every(each => each === 'confirmed'); exchanges++) {
      expect(exchanges).toBeLessThan(7)
      await platform.put(`new-${exchanges}`)
      await exchange()
      if (exchanges > 0) expect(await states([`new-${exchanges - 1}`])).toEqual(['confirmed'])
    }
  })

  it('and four more never hold a new order back by more than one exchange (Q4)', async () => {
    const { exchange } = await play('ut', { refuses: names(5).map(id => id.slice(2)) })
    for (const id of names(8)) await platform.put(id)
    for (let count = 0; count < 2; count++) await exchange()
    for (let count = 0; count < 30; count++) {
      await platform.put(`new-${count}`)
      await exchange()
      if (count > 0) expect(await states([`new-${count - 1}`])).toEqual(['confirmed'])
    }
  })

  it('of a closed month teaches which one before the search among its like goes on (Q3, Q5)', async () => {
    const { one, base, exchange } = await play('bp')
    const october = { placedAt: '2026-10-15T12:00:00+05:00' }
    for (const id of names(16)) await platform.put(id, october)
    expect((await exchange()).confirmed).toBe(true)
    base.settings.closedBefore = '2026-11-01'
    for (const id of names(16)) await platform.put(id, { ...october, comment: 'Иначе' })
    const kinds = async () => (await Promise.all(names(16).map(exportOf))).map(({ heldKind }) => heldKind)
    for (let count = 0; !(await kinds()).includes('quarantine'); count++) {
      expect(count).toBeLessThan(24)
      await platform.put(`new-${count}`)
      await exchange()
    }
    await inspectMarked(server.db)
    expect((await kinds()).toSorted()).toEqual([...Array(15).fill('finding'), 'quarantine'])
    await platform.put('between')
    expect((await exchange()).confirmed).toBe(true)
    // Let go with the month still closed, they are tried apart; once it is open, together.
    for (const id of names(16))
      await platform.call('POST', `/api/v1/orders/${id}/release`, { integrationId: one.id })
    for (let count = 0; count < 4; count++) {
      await platform.put(`later-${count}`)
      const { confirmed, documents } = await exchange()
      const isNew = documents.every(({ siteNumber }) => Number(siteNumber) > 16)
      expect([confirmed, isNew]).toEqual(Array(2).fill(count % 2 === 0))
    }
    delete base.settings.closedBefore
    expect(await until(exchange, names(16), 'confirmed')).toBeLessThanOrEqual(4)
  })

  it('and others that wait are told of where its 1C gets an empty package (Q3)', async () => {
    const { one, exchange } = await play('ut', { refuses: ['1', '2', '3'] })
    for (const id of names(4)) await platform.put(id)
    await until(exchange, names(3), 'held')
    for (const id of names(3))
      await platform.call('POST', `/api/v1/orders/${id}/release`, { integrationId: one.id })
    for (let count = 0; count < 6; count++) await exchange()
    await expect
      .poll(async () => (await platform.call('GET', '/api/v1/exchanges')).body.items[0].summary)
      .toMatch(/Даём пустой пакет: .* Ждут 3 заказа: их пробуем отдельно; кроме них давать нечего\.$/)
  })

  it('is told from a lost success and a broken download: nobody is quarantined (Q1, Q3)', async () => {
    const { exchange } = await play('bp')
    for (const id of names(6)) await platform.put(id)
    for (let round = 0; round < 3; round++) {
      await platform.put(`late-${round}`)
      await exchange({ sendSuccess: false })
      await exchange({ sendSuccess: false })
      await exchange()
      await exchange({ stopAfterBytes: 300 })
      await exchange()
    }
    await until(exchange, [...names(6), 'late-0', 'late-1', 'late-2'], 'confirmed')
    const held = await platform.call('GET', '/api/v1/orders?state=held')
    expect(held.body.items).toEqual([])
  })

  it('is reported as being searched, among ever fewer, until it is quarantined', async () => {
    const { one, exchange } = await play('bp', { refuses: ['3'] })
    for (const id of names(8)) await platform.put(id)
    const seen: { state: string; code: string; orders: number; attention: string | undefined }[] = []
    while ((await states(['o-3']))[0] !== 'held') {
      expect(seen.length).toBeLessThan(40)
      await exchange()
      const { state, stateCause } = (await platform.call('GET', `/api/v1/integrations/${one.id}`)).body
      const { items } = (await platform.call('GET', '/api/v1/attention')).body
      const attention = items.find(({ kind }: { kind: string }) => kind === 'integration')?.stateCause.code
      seen.push({ state, code: stateCause.code, orders: stateCause.orders, attention })
    }
    const searching = seen.filter(({ code }) => code === 'searching')
    expect(searching[0]!.orders).toBe(8)
    expect(searching.map(({ orders }) => orders)).toEqual(
      searching.map(({ orders }) => orders).toSorted((a, b) => b - a),
    )
    // Confirmed parts do not end it.
    expect(seen.slice(seen.indexOf(searching[0]!), -1).map(({ state, code }) => `${state} ${code}`)).toEqual(
      searching.map(() => 'unconfirmed searching'),
    )
    await expect
      .poll(async () =>
        (await platform.call('GET', '/api/v1/attention')).body.items.map((i: { kind: string }) => i.kind),
      )
      .toEqual(['held'])
    expect(seen.at(-1)).toMatchObject({ state: 'exchanging', code: 'working' })
    expect(searching.map(({ attention }) => attention)).toContain('searching')
  })

  it('is the changed order of a closed month, found in one exchange (Q2)', async () => {
    const { ofThisMonth, ofLastMonth, monthBegan } = await askMonths(TIMEZONE)
    const { base, exchange } = await play('bp')
    await platform.put('old', ofLastMonth)
    for (const id of names(5)) await platform.put(id, ofThisMonth)
    expect((await exchange()).confirmed).toBe(true)
    base.settings.closedBefore = monthBegan
    await platform.put('old', { ...ofLastMonth, comment: 'Иначе' })
    await platform.put('o-1', { ...ofThisMonth, comment: 'Иначе' })
    for (const id of ['n-1', 'n-2', 'n-3']) await platform.put(id, ofThisMonth)
    const first = await exchange()
    // Бухгалтерия stops at the order of the closed month: all others stand before it.
    expect(first.documents.at(-1)).toMatchObject({ action: 'refused' })
    expect(first.counts).toMatchObject({ created: 3, updated: 1 })
    await exchange()
    expect((await exchange()).confirmed).toBe(true)
    expect(await states(['n-1', 'n-2', 'n-3', 'o-1'])).toEqual(Array(4).fill('confirmed'))
    expect(await until(exchange, ['old'], 'held')).toBeLessThanOrEqual(ONCE_KNOWN)
    expect((await exportOf('old')).heldReason).toMatch(/период в 1С закрыт/)
  })

  it('tells which period is closed: later changes of it wait, and go once it is taken (Q5)', async () => {
    const { base, exchange } = await play('bp')
    const october = (day: number) => ({ placedAt: `2026-10-${day}T12:00:00+05:00` })
    await platform.put('found', october(15))
    for (const day of [10, 20]) await platform.put(`day-${day}`, october(day))
    await platform.put('new')
    expect((await exchange()).confirmed).toBe(true)
    base.settings.closedBefore = '2026-11-01'
    await platform.put('found', { ...october(15), comment: 'Иначе' })
    await platform.put('newer')
    await until(exchange, ['found'], 'held')
    for (const day of [10, 20]) await platform.put(`day-${day}`, { ...october(day), comment: 'Иначе' })
    await platform.put('new', { comment: 'Иначе' })
    for (const id of ['day-10', 'day-20'])
      expect(await exportOf(id)).toMatchObject({ state: 'held', heldKind: 'finding' })
    expect((await exportOf('day-10')).heldReason).toMatch(
      /^1С не примет изменение:.* заказ № 1 .*до 01\.11\.2026/,
    )
    expect((await exchange()).confirmed).toBe(true)
    expect(await states(['new'])).toEqual(['confirmed'])
    delete base.settings.closedBefore
    await server.db.query(`update outbox_entry set retry_at = now() where held_kind = 'quarantine'`)
    expect((await exchange()).confirmed).toBe(true)
    expect(await exportOf('found')).toMatchObject({ state: 'confirmed', heldKind: null })
    await inspectMarked(server.db)
    expect(await states(['day-10', 'day-20'])).toEqual(['changed', 'changed'])
    expect((await exchange()).confirmed).toBe(true)
    expect(await states(['day-10', 'day-20'])).toEqual(['confirmed', 'confirmed'])
  })

  it('that preflight spoke against and a person sent all the same is the first guess (Q2)', async () => {
    const { ofThisMonth } = await askMonths(TIMEZONE)
    const { one, base, exchange } = await play('bp')
    for (const id of names(7)) await platform.put(id, ofThisMonth)
    expect((await exchange()).confirmed).toBe(true)
    const changed = { ...ofThisMonth, comment: 'Иначе' }
    for (const id of names(7))
      await platform.put(id, { ...changed, ...(id === 'o-3' && { currency: 'USD' }) })
    expect(await exportOf('o-3')).toMatchObject({ state: 'held', heldKind: 'finding' })
    await platform.call('POST', '/api/v1/orders/o-3/release', { integrationId: one.id })
    base.settings.refuses = ['3']
    expect((await exchange()).documents.map(({ siteNumber }) => siteNumber).at(-1)).toBe('3')
    await exchange()
    expect((await exchange()).confirmed).toBe(true)
    expect(await states(names(7).filter(id => id !== 'o-3'))).toEqual(Array(6).fill('confirmed'))
    expect(await until(exchange, ['o-3'], 'held')).toBeLessThanOrEqual(ONCE_KNOWN)
  })

  it('is quarantined in the exchange that proves it, as its summary and the bell show (Q3)', async () => {
    const { exchange } = await play('bp', { refuses: ['2'] })
    for (const id of ['n-1', 'n-2', 'n-3']) await platform.put(id)
    await exchange()
    await exchange()
    expect(await until(exchange, ['n-1', 'n-3'], 'confirmed')).toBeLessThanOrEqual(2 * depth(3) + 1)
    expect(await until(exchange, ['n-2'], 'held')).toBeLessThanOrEqual(ONCE_KNOWN)
    const [latest] = (await platform.call('GET', '/api/v1/exchanges')).body.items
    expect(latest.summary).toContain('Заказ 2 удержан')
    expect((await platform.call('GET', '/api/v1/attention')).body.items).toMatchObject([{ kind: 'held' }])
  })

  it('goes again in a new revision and after a pause; the others never wait for it (Q5)', async () => {
    const { base, exchange } = await play('bp', { refuses: ['2'] })
    for (const id of names(3)) await platform.put(id)
    await until(exchange, ['o-2'], 'held')
    await platform.put('o-2', { comment: 'Исправлен' })
    expect(await exportOf('o-2')).toMatchObject({ state: 'owed', heldKind: null })
    await platform.put('o-4')
    expect((await exchange()).confirmed).toBe(true)
    expect(await states(['o-4'])).toEqual(['confirmed'])
    expect(await until(exchange, ['o-2'], 'held')).toBeLessThanOrEqual(ONCE_KNOWN)
    await server.db.query(`update outbox_entry set retry_at = now() where held_since is not null`)
    base.settings.refuses = []
    expect((await exchange()).counts.created).toBe(1)
    expect(await exportOf('o-2')).toMatchObject({ state: 'confirmed', heldKind: null })
    const timeline = (await platform.call('GET', '/api/v1/orders/o-2/timeline')).body.items
    expect(
      timeline.flatMap(({ kind, cause }: { kind: string; cause?: string }) =>
        kind === 'held' || kind === 'released' ? [cause ?? kind] : [],
      ),
    ).toEqual(['held', 'revision', 'held', 'confirmed'])
  })

  it('of УНФ, which confirms the others in any case, is the last of its package (Q2)', async () => {
    const { exchange } = await play('unf', { refuses: ['3'] })
    for (const id of names(3)) await platform.put(id)
    await exchange()
    await exchange()
    expect(await until(exchange, ['o-1', 'o-2'], 'confirmed')).toBe(1)
    expect(await until(exchange, ['o-3'], 'held')).toBeLessThanOrEqual(ONCE_KNOWN)
  })

  it('is not searched for while its 1C comes back too soon, nor with quarantineafter 0 (Q1)', async () => {
    for (const settings of [{ quarantinepause: 60 }, { quarantineafter: 0 }]) {
      platform = await newPlatform(server)
      const { exchange } = await play('bp', { refuses: ['1'] }, settings)
      for (const id of names(3)) await platform.put(id)
      for (let count = 0; count < 6; count++) expect((await exchange()).documents).toHaveLength(3)
    }
  })

  it('still goes again after its pause once the search is switched off, and comes out (Q5)', async () => {
    const { one, base, exchange } = await play('ut', { refuses: ['2'] })
    for (const id of names(3)) await platform.put(id)
    await until(exchange, ['o-2'], 'held')
    const path = `/api/v1/integrations/${one.id}`
    const { settings } = (await platform.call('GET', path)).body
    await platform.call('PATCH', path, { settings: { ...settings, quarantineafter: 0 } })
    const retryNow = () =>
      server.db.query(`update outbox_entry set retry_at = now() where held_kind = 'quarantine'`)
    await retryNow()
    expect((await exchange()).documents).toMatchObject([{ siteNumber: '2', action: 'refused' }])
    await platform.put('o-4')
    expect((await exchange()).confirmed).toBe(true)
    expect(await states(['o-2', 'o-4'])).toEqual(['held', 'confirmed'])
    base.settings.refuses = []
    await retryNow()
    await exchange()
    expect(await states(['o-2'])).toEqual(['confirmed'])
  })

  it('is found by two servers that answer in turn (Q6)', async () => {
    await using second = await startTestServer(server.db)
    const { one } = await play('bp')
    const base = createBase('bp', { refuses: ['3'] })
    for (const id of names(8)) await platform.put(id)
    let turn = 0
    const exchange = () =>
      runExchange(base, {
        url: `${turn++ % 2 === 0 ? server.url : second.url}/1c`,
        login: one.login,
        password: one.password,
      })
    await exchange()
    await exchange()
    const others = names(8).filter(id => id !== 'o-3')
    expect(await until(exchange, others, 'confirmed')).toBeLessThanOrEqual(2 * depth(8) + 1)
    await until(exchange, ['o-3'], 'held')
  })

  it('is told of in the journal, step by step', async () => {
    const { exchange } = await play('bp', { refuses: ['2'] })
    for (const id of names(12)) await platform.put(id)
    for (let count = 0; count < 3; count++) await exchange()
    const { items } = (await platform.call('GET', '/api/v1/exchanges')).body
    expect(items[0].summary).toContain('1С скачала 12 заказов и не подтвердила. Даём половину: заказы 1–6.')
    expect(items[1].summary).toContain('1С скачала 12 заказов и не подтвердила. Даём все заказы снова.')
    await until(exchange, ['o-2'], 'held')
    const later = (await platform.call('GET', '/api/v1/exchanges')).body.items
    expect(later[0].summary).toContain('Заказ 2 удержан')
  })
})
