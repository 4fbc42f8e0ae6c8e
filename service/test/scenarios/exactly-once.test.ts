import { createBase, documentsOf, paymentsOf, runExchange } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { type Connected1C, samplePayment } from '../support/app/test-server.js'
import { usePlatform, useServer } from '../support/app/use-server.js'
import { describeOnEachPostgres } from '../support/databases.js'

const CLIENTS = ['bp', 'unf', 'ut', 'rt', 'bitrix'] as const

describeOnEachPostgres('every 1C', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  type Client = (typeof CLIENTS)[number]
  // The statements of collecting batches are run by a test of its own.
  const clients: readonly Client[] = pg.isNewest ? CLIENTS : ['bp']
  const play = async (client: Client, settings: object = {}) => {
    const one = await platform.connect({ client, ...settings })
    const base = createBase(client)
    const url = `${server.url}/1c`
    return {
      one,
      base,
      exchange: (options: object = {}) => runExchange(base, { url, ...loginOf(one), ...options }),
    }
  }
  const loginOf = ({ login, password }: Connected1C) => ({ login, password })
  const owedTo = async (id: string): Promise<string[]> =>
    (await platform.call('GET', `/api/v1/orders/${id}`)).body.owedTo

  it.each(clients)('%s makes each order a document once, paid, and is owed nothing then', async client => {
    const { base, exchange } = await play(client)
    for (const id of ['a', 'b', 'c'])
      await platform.put(id, { payments: [samplePayment({ id: `pay-${id}` })] })
    const result = await exchange()
    expect(result, result.summary).toMatchObject({ ok: true, confirmed: true, outcome: 'confirmed' })
    expect(result.counts).toMatchObject({ documents: 3, created: 3, refused: 0, skipped: 0 })
    expect(result.findings.filter(({ severity }) => ['batch', 'queue', 'silent'].includes(severity))).toEqual(
      [],
    )
    for (const number of ['1', '2', '3']) expect(documentsOf(base, number)).toHaveLength(1)
    if (client !== 'rt') expect(result.counts).toMatchObject({ paymentsCreated: 3, paymentsNotCreated: 0 })
    if (client !== 'rt')
      for (const number of ['1', '2', '3']) expect(paymentsOf(base, number)).toHaveLength(1)
    expect((await exchange()).counts.documents).toBe(0)
  })

  it.each(clients)('%s: an order changed between query and success comes again', async client => {
    const { one, base, exchange } = await play(client)
    await platform.put('a')
    await platform.put('b')
    let asked = false
    const first = await exchange({
      onStep: async ({ name }: { name: string }) => {
        if (name !== 'query' || asked) return
        asked = true
        expect((await platform.put('a', { comment: 'иначе' })).body.owedTo).toEqual([one.id])
      },
    })
    expect([asked, first.confirmed]).toEqual([true, true])
    expect([await owedTo('a'), await owedTo('b')]).toEqual([client === 'bitrix' ? [] : [one.id], []])
    const second = await exchange()
    expect(second.counts.documents).toBe(client === 'bitrix' ? 0 : 1)
    expect(documentsOf(base, '1')).toHaveLength(1)
    const newest = [...first.documents, ...second.documents].findLast(({ siteNumber }) => siteNumber === '1')
    expect(newest!.comment).toContain('иначе')
    expect((await exchange()).counts.documents).toBe(0)
  })

  it.each(clients)('%s: a crash before success loses nothing and doubles nothing', async client => {
    const { base, exchange } = await play(client)
    for (const id of ['a', 'b', 'c']) await platform.put(id)
    const { outcome } = await exchange({ sendSuccess: false })
    expect(outcome).toBe('loaded')
    expect(await exchange({ crashAfterDownload: true })).toMatchObject({ outcome: 'cut', confirmed: false })
    await platform.put('d')
    const again = await exchange()
    expect([again.confirmed, again.counts.documents]).toEqual([true, 4])
    for (const number of ['1', '2', '3', '4']) expect(documentsOf(base, number)).toHaveLength(1)
    expect((await exchange()).counts.documents).toBe(0)
  })

  it.each(clients)(
    '%s: a download that breaks off confirms nothing; the orders come whole again',
    async client => {
      const { base, exchange } = await play(client)
      const names = Array.from({ length: 30 }, (_, index) => `o-${index}`)
      await Promise.all(names.map(id => platform.put(id)))
      for (const stopAfterBytes of [1, 100, 5_000, 20_000]) {
        const cut = await exchange({ stopAfterBytes, retryDelayMs: 1 })
        expect(cut.confirmed).toBe(false)
      }
      const whole = await exchange()
      expect([whole.confirmed, whole.counts.documents]).toEqual([true, 30])
      for (let number = 1; number <= 30; number++) expect(documentsOf(base, String(number))).toHaveLength(1)
    },
  )

  it.each(clients)(
    '%s: a canceled order that was sent comes as canceled, one that was not never does',
    async client => {
      const { base, exchange } = await play(client, { paymentrules: [{}] })
      await platform.put('sent')
      await exchange()
      await platform.put('sent', { status: 'canceled' })
      await platform.put('never', { status: 'cancelled' })
      const result = await exchange()
      expect(result.counts.documents).toBe(1)
      expect(result.documents[0]).toMatchObject({ siteNumber: '1', canceled: true })
      expect(documentsOf(base, '2')).toHaveLength(0)
    },
  )

  it.each(clients)('%s takes orders in every encoding and schema it may be set to', async client => {
    for (const [index, settings] of [
      { encoding: 'windows-1251' },
      { schemaversion: '2.05' },
      { schemaversion: '2.10' },
    ].entries()) {
      await platform.put(`o-${index}`, {
        customer: { id: 'c', kind: 'person', firstName: 'Ҳасан', lastName: 'Ў' },
      })
      const { exchange } = await play(client, settings)
      const result = await exchange()
      expect([settings, result.confirmed, result.counts.created]).toEqual([settings, true, index + 1])
      expect(result.documents[0]!.customer!.name).toContain('Ҳасан')
    }
  })

  it('bitrix collects batches until one is empty and confirms them together', async () => {
    const { base, exchange } = await play('bitrix', { batchlimit: 7 })
    const names = Array.from({ length: 30 }, (_, index) => `o-${index}`)
    await Promise.all(names.map(id => platform.put(id)))
    const crashed = await exchange({ sendSuccess: false })
    expect(crashed.counts).toMatchObject({ documents: 30, queries: 6 })
    expect(await owedTo('o-0')).toHaveLength(1)
    const result = await exchange()
    expect([result.confirmed, result.counts.documents]).toEqual([true, 30])
    for (let number = 1; number <= 30; number++) expect(documentsOf(base, String(number))).toHaveLength(1)
    expect((await exchange()).counts.documents).toBe(0)
  })

  it('batchlimit bounds one answer; the next exchange goes on after it', async () => {
    const { base, exchange } = await play('bp', { batchlimit: 4 })
    for (let index = 0; index < 10; index++) await platform.put(`o-${index}`)
    const counts: number[] = []
    for (let round = 0; round < 4; round++) counts.push((await exchange()).counts.documents)
    expect(counts).toEqual([4, 4, 2, 0])
    for (let number = 1; number <= 10; number++) expect(documentsOf(base, String(number))).toHaveLength(1)
  })

  it('two 1C bases of one company each get all of it, neither for the other', async () => {
    const [one, two] = [await play('bp'), await play('ut')]
    for (let index = 0; index < 10; index++) await platform.put(`o-${index}`)
    const results = await Promise.all([one.exchange(), two.exchange(), one.exchange()])
    expect(results.every(({ ok }) => ok)).toBe(true)
    for (const { base } of [one, two])
      for (let number = 1; number <= 10; number++) expect(documentsOf(base, String(number))).toHaveLength(1)
    expect((await one.exchange()).counts.documents + (await two.exchange()).counts.documents).toBe(0)
  })
})
