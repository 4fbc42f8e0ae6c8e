import { type Bench, type Installation, openSystem } from '../bench.js'
import { download } from '../exchange.js'
import { type Figure, median } from '../figure.js'
import { fillStored } from '../stored.js'

const ROUNDS = 15

/** Requests of the page «Заказы» with as many hits in both databases; «вектор» is in every order. */
const REQUESTS = {
  page: 'limit=50',
  'page by status': 'limit=50&status=purchased',
  'page by gateway': 'limit=50&gateway=Rare',
  'search: number': 'limit=50&q=4242',
  'search: customer': `limit=50&q=${encodeURIComponent('вектор 777')}`,
  'search: common': `limit=50&q=${encodeURIComponent('вектор')}`,
  'search: nothing': 'limit=50&q=nosuchword',
} as const

/** Searches of the oldest orders: 19,000 hits, a tenth of all, two words of a tenth each that few share. */
const SORTED = 'search: 19,000 old'
const OLD_REQUESTS = {
  [SORTED]: `limit=50&q=${encodeURIComponent('прежний')}`,
  'search: very many old': `limit=50&q=${encodeURIComponent('древний')}`,
  'search: two common words': `limit=50&q=${encodeURIComponent('северный южный')}`,
} as const

/** Pages and searches among very many orders against the same among few, alternating. */
export async function benchLists(bench: Bench, scale: number): Promise<Figure[]> {
  const [small, large] = [10_000, Math.round(1_000_000 * scale)]
  await using few = await openList(bench, small)
  await using many = await openList(bench, large)
  await addOldWords(many.installation, large)
  const figures: Figure[] = []
  for (const [name, asked] of Object.entries(REQUESTS)) {
    const [times, besideTimes] = await timesInTurn([() => many.ask(asked), () => few.ask(asked)])
    figures.push(compare([name, large], times!, [`among ${small}`, besideTimes!], 2))
  }
  const old = await timesInTurn(Object.values(OLD_REQUESTS).map(asked => () => many.ask(asked)))
  Object.keys(OLD_REQUESTS).forEach((name, index) => {
    if (name !== SORTED) figures.push(compare([name, large], old[index]!, [`for ${SORTED}`, old[0]!], 3))
  })
  return figures
}

function compare(
  [name, orders]: [string, number],
  times: readonly number[],
  [beside, besideTimes]: [string, readonly number[]],
  atMost: number,
): Figure {
  return {
    bench: name,
    measured: `${median(times).toFixed(1)} ms among ${orders} orders`,
    beside: `${median(besideTimes).toFixed(1)} ms ${beside}`,
    value: median(times) / median(besideTimes),
    unit: 'ratio',
    target: { atMost },
  }
}

async function timesInTurn(requests: readonly (() => Promise<number>)[]): Promise<number[][]> {
  const times: number[][] = requests.map(() => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, request] of requests.entries()) times[index]!.push(await request())
  return times
}

async function openList(bench: Bench, count: number) {
  const system = await openSystem(bench)
  const { installation, server } = system
  await fillStored(installation, server, count)
  await installation.db.query(
    `update sale_order set gateways = '{Rare}' where sequence_number in (17, 4711, 9999)`,
  )
  await installation.db.query('vacuum analyze sale_order')
  const authorization = `Bearer ${installation.apiToken}`
  const url = `${server.address}/api/v1/orders`
  return {
    ...system,
    ask: async (asked: string) => (await download(`${url}?${asked}`, { authorization })).ms,
  }
}

async function addOldWords({ db }: Installation, count: number): Promise<void> {
  await db.query(
    `update sale_order o set search = search || array_to_tsvector(array_remove(array[
       case when place > $1 - 19000 then 'прежний' end,
       case when place > $1 * 0.9 then 'древний' end,
       case when place % 10 = 1 then 'северный' end,
       case when place % 10 = 2 or place % (($1 / 30) * 10) = 1 then 'южный' end], null))
       from (select key, row_number() over (order by placed_at desc, key desc) as place
               from sale_order) placed
      where placed.key = o.key and (place > $1 * 0.9 or place > $1 - 19000 or place % 10 in (1, 2))`,
    [count],
  )
  await db.query('vacuum analyze sale_order')
}
