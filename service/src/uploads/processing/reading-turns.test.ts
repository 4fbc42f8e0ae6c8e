import { expect, it } from 'vitest'
import { ReadingTurns, type Waiting } from './reading-turns.js'

const MEGABYTE = 1024 * 1024

/** Files ask for their turn in the order given; `begun` are those that have it. */
function queue(atOnce: number) {
  const turns = new ReadingTurns(atOnce)
  const ends = new Map<string, () => void>()
  return {
    async ask(
      name: string,
      {
        locationId = 'A',
        integrationKey = 1,
        type = 'sale',
        content = 'xml',
        size = 1,
        tries = 0,
      }: Partial<Waiting> = {},
    ) {
      void turns
        .take({ locationId, integrationKey, type, content, size, tries })
        .then(end => ends.set(name, end))
      await Promise.resolve()
    },
    async end(name: string) {
      ends.get(name)!()
      ends.delete(name)
      // What has its turn now has told it by the next round of the event loop.
      await new Promise(resolve => setImmediate(resolve))
    },
    async begun() {
      await new Promise(resolve => setImmediate(resolve))
      return [...ends.keys()]
    },
  }
}

it('a small file waits for no large one, and no integration for another that sends much', async () => {
  const { ask, begun, end } = queue(2)
  for (const integrationKey of [1, 2, 3])
    await ask(`catalogue ${integrationKey}`, { integrationKey, type: 'catalog', size: 5 * MEGABYTE })
  for (const number of [1, 2, 3]) await ask(`orders 1.${number}`)
  await ask('orders 2.1', { integrationKey: 2 })
  await ask('orders 3.1', { integrationKey: 3 })
  expect(await begun()).toEqual(['catalogue 1', 'catalogue 2', 'orders 1.1', 'orders 2.1'])
  await end('orders 1.1')
  expect(await begun()).toEqual(['catalogue 1', 'catalogue 2', 'orders 2.1', 'orders 1.2'])
  await end('orders 1.2')
  await end('orders 2.1')
  expect(await begun()).toEqual(['catalogue 1', 'catalogue 2', 'orders 1.3', 'orders 3.1'])
  await end('catalogue 2')
  expect(await begun()).toContain('catalogue 3')
})

it('a location that fills a lane with files leaves a place to another', async () => {
  const { ask, begun, end } = queue(2)
  const large = { size: 5 * MEGABYTE } as const
  for (const integrationKey of [1, 2, 3]) await ask(`A ${integrationKey}`, { integrationKey, ...large })
  expect(await begun()).toEqual(['A 1', 'A 2'])
  await ask('B 4', { locationId: 'B', integrationKey: 4, ...large })
  await ask('C 5', { locationId: 'C', integrationKey: 5, ...large })
  expect(await begun()).toEqual(['A 1', 'A 2', 'B 4'])
  await end('A 1')
  expect(await begun()).toEqual(['A 2', 'B 4', 'C 5'])
  await end('B 4')
  expect(await begun()).toEqual(['A 2', 'C 5'])
  await end('C 5')
  expect(await begun()).toEqual(['A 2', 'A 3'])
})

it('a location with many files that wait has as many turns as another', async () => {
  const { ask, begun, end } = queue(1)
  for (let integrationKey = 1; integrationKey <= 9; integrationKey++)
    await ask(`A ${integrationKey}`, { integrationKey, tries: 3 })
  for (const integrationKey of [10, 11])
    await ask(`B ${integrationKey}`, { locationId: 'B', integrationKey, tries: 3 })
  const order: string[] = []
  for (let turn = 1; turn <= 5; turn++) {
    const [name] = await begun()
    order.push(name!)
    await end(name!)
  }
  expect(order).toEqual(['A 1', 'B 10', 'A 2', 'B 11', 'A 3'])
})

it('an archive counts as large long before what it may hold', async () => {
  const { ask, begun } = queue(1)
  const content = 'archive'
  await ask('orders, packed', { content, size: 64 * 1024 })
  await ask('catalogue, packed', { integrationKey: 2, type: 'catalog', content, size: 0.9 * MEGABYTE })
  await ask('orders', { integrationKey: 3, size: MEGABYTE })
  await ask('catalogue', { integrationKey: 4, type: 'catalog', size: 5 * MEGABYTE })
  expect(await begun()).toEqual(['orders, packed', 'catalogue, packed'])
})

it('a small file waits for no archive that may hold much', async () => {
  const { ask, begun } = queue(2)
  for (const integrationKey of [1, 2])
    await ask(`catalogue ${integrationKey}`, {
      ...{ integrationKey, type: 'catalog', content: 'archive', size: 0.9 * MEGABYTE },
    })
  await ask('orders', { integrationKey: 3, size: 1024 })
  expect(await begun()).toContain('orders')
})

it('large orders wait for no catalogue, and of both as many as may be are read at once', async () => {
  const { ask, begun, end } = queue(2)
  for (const integrationKey of [1, 2, 3])
    await ask(`catalogue ${integrationKey}`, { integrationKey, type: 'catalog', size: 5 * MEGABYTE })
  for (const integrationKey of [4, 5, 6])
    await ask(`orders ${integrationKey}`, { integrationKey, content: 'archive', size: 100 * 1024 })
  expect(await begun()).toEqual(['catalogue 1', 'catalogue 2', 'orders 4', 'orders 5'])
  await end('orders 4')
  expect(await begun()).toEqual(['catalogue 1', 'catalogue 2', 'orders 5', 'orders 6'])
})

it('files of one kind of an integration are read as they came, whatever their size', async () => {
  const { ask, begun, end } = queue(1)
  await ask('other', { integrationKey: 2, type: 'catalog', size: 5 * MEGABYTE })
  await ask('import', { type: 'catalog', size: 5 * MEGABYTE })
  await ask('offers', { type: 'catalog' })
  expect(await begun()).toEqual(['other'])
  await end('other')
  expect(await begun()).toEqual(['import'])
  await end('import')
  expect(await begun()).toEqual(['offers'])
})

it('7.16: of files that were tried before one small and one large are read at a time, and keep no others waiting', async () => {
  const { ask, begun, end } = queue(2)
  const large = { type: 'catalog', size: 5 * MEGABYTE } as const
  await ask('tried, large', { tries: 1, ...large })
  await ask('tried, large, of another', { integrationKey: 2, tries: 2, ...large })
  await ask('tried', { integrationKey: 3, tries: 1 })
  await ask('tried, of another', { integrationKey: 4, tries: 2 })
  await ask('new', { integrationKey: 5 })
  await ask('new, of another', { integrationKey: 6 })
  expect(await begun()).toEqual(['tried, large', 'tried', 'new', 'new, of another'])
  await end('tried')
  expect(await begun()).toContain('tried, of another')
  await end('tried, large')
  expect(await begun()).toContain('tried, large, of another')
})

it('7.16: of files that were tried often one is read at a time, whatever its size', async () => {
  const { ask, begun, end } = queue(2)
  await ask('often, large', { tries: 3, type: 'catalog', size: 5 * MEGABYTE })
  await ask('often', { integrationKey: 2, tries: 3 })
  await ask('seldom', { integrationKey: 3, tries: 1 })
  expect(await begun()).toEqual(['often, large', 'seldom'])
  await end('often, large')
  expect(await begun()).toContain('often')
})
