import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type CreatedLocation, setUpLocation } from '@obmen/service'
import { type Bench, type Connected, connect, type Installation, putOrders, type Server } from '../bench.js'
import { type Figure, mib, percentile } from '../figure.js'
import { sampleOrder } from '../sample.js'
import type { Flood, FloodedCall } from './flood.worker.js'

const ORDERS = 20_000
const SECONDS = 30
const CONNECTIONS = 64
/** Calls a second of the location that is not flooded, one after the other. */
const CALLS_PER_SECOND = 30

type Kind = 'exchange' | 'put' | 'list'
type Times = Record<Kind, number[]>
const KINDS: readonly Kind[] = ['exchange', 'put', 'list']

/** What one location waits for while callers of each kind flood the server, as strangers or in another. */
export async function benchFloods(bench: Bench, scale: number): Promise<Figure[]> {
  await using installation = await bench.install()
  await using server = await installation.serve({ API_RATE_LIMIT: '60000' })
  const other = await openOther(installation, server)
  const flooded = await connect(server, installation)
  await putOrders(server, installation, Math.round(ORDERS * Math.min(1, scale)))
  const seconds = SECONDS * scale
  await callFor(other, seconds / 2)
  const figures: Figure[] = []
  for (const [name, calls] of Object.entries(await floodsOf(installation, flooded))) {
    const before = await callFor(other, seconds / 2)
    const flood = startFlood({ address: server.address, calls, connections: CONNECTIONS, seconds })
    const during = await callFor(other, seconds)
    const answers = await flood
    await delay(1000)
    figures.push(figureOf(name, during, joined(before, await callFor(other, seconds / 2)), answers))
  }
  const peak = await server.peakMemory()
  return [
    ...figures,
    {
      bench: 'floods',
      measured: `${mib(peak)} of memory at most over all floods`,
      beside: '600 MiB',
      value: peak / 2 ** 20,
      unit: 'MiB',
      target: { atMost: 600 },
    },
  ]
}

function figureOf(name: string, during: Times, quiet: Times, answers: Record<string, number>): Figure {
  const slowed = (kind: Kind): number => percentile(0.99, during[kind]) / percentile(0.99, quiet[kind])
  const shown = (times: Times): string =>
    KINDS.map(kind => {
      const [p50, p99] = [percentile(0.5, times[kind]), percentile(0.99, times[kind])]
      return `${kind} ${p50.toFixed(1)}/${p99.toFixed(1)}`
    }).join(', ')
  return {
    bench: 'floods',
    measured: `${name}: p50/p99 of another location, ms: ${shown(during)}; ${JSON.stringify(answers)}`,
    beside: `quiet: ${shown(quiet)}`,
    value: Math.max(...KINDS.map(slowed)),
    unit: 'ratio',
    target: { atMost: 3 },
  }
}

async function startFlood(flood: Flood): Promise<Record<string, number>> {
  const worker = new Worker(new URL('./flood.worker.js', import.meta.url), { workerData: flood })
  const [answers] = (await once(worker, 'message')) as [Record<string, number>]
  return answers
}

async function floodsOf(
  installation: Installation,
  { id, login, password }: Connected,
): Promise<Record<string, FloodedCall[]>> {
  const { companyId } = installation
  const get = (path: string, headers: Record<string, string> = {}): FloodedCall => ({
    method: 'GET',
    path,
    headers,
  })
  const by = async (right: string, calls: string[]): Promise<FloodedCall[]> => {
    const headers = await tokenOf(installation, right)
    return calls.map(call => get(`/api/v1${call}`, headers))
  }
  const post = async (right: string, path: string, body: object): Promise<FloodedCall[]> => {
    const headers = { ...(await tokenOf(installation, right)), 'content-type': 'application/json' }
    return [{ method: 'POST', path: `/api/v1${path}`, headers, body: JSON.stringify(body) }]
  }
  const basic = { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` }
  const wrong = { authorization: `Basic ${Buffer.from('nobody:wrong').toString('base64')}` }
  const lines = Array.from({ length: 50 }, (_, line) => ({ lineId: `svc-${line}`, name: 'Печать' }))
  const settings = { paymentrules: [{}], paymentmethodname: 'Card' }
  return {
    strangers: [
      get('/'),
      get('/healthz'),
      get('/readyz'),
      get('/api/v1/orders'),
      get('/1c?type=sale&mode=checkauth'),
      get('/1c?type=sale&mode=checkauth', wrong),
    ],
    'strangers, pipelined': [{ ...get('/healthz'), pipelined: 1000 }],
    'a 1C': [get('/1c?type=sale&mode=checkauth', basic), get('/1c?type=sale&mode=query', basic)],
    'lists and searches': await by('orders:read', ['/orders?limit=200', '/orders?search=%D0%92%D0%B5']),
    'orders as xlsx': await by('orders:read', ['/orders.xlsx']),
    'orders as csv': await by('orders:read', ['/orders.csv']),
    'the xml of an order': await by('orders:read', [`/orders/order-1/xml?integrationId=${id}`]),
    'exchanges as xlsx': await by('journal:read', ['/exchanges.xlsx']),
    validation: await post('integrations:read', '/integrations/settings:validate', { companyId, settings }),
    suggestions: await post('integrations:read', `/integrations/${id}/catalogue/links:suggest`, { lines }),
    previews: await by('integrations:read,orders:read', [`/integrations/${id}/preview`]),
    'dry runs': await post('integrations:read,orders:read', `/integrations/${id}/dry-run`, {}),
    puts: [
      {
        method: 'PUT',
        path: '/api/v1/orders/order-1',
        headers: {
          ...(await tokenOf(installation, 'orders:write')),
          'content-type': 'application/json',
        },
        body: JSON.stringify(sampleOrder(companyId, 1)),
      },
    ],
  }
}

/** Headers of a new token with one right, or several. */
async function tokenOf({ db, locationId }: Installation, rights: string): Promise<Record<string, string>> {
  const secret = `obm_${randomBytes(32).toString('base64url')}`
  await db.query(
    `insert into api_token (location_id, name, token_hash, token_start, rights)
     values ($1, $2, $3, $4, string_to_array($2, ','))`,
    [locationId, rights, createHash('sha256').update(secret).digest(), secret.slice(0, 10)],
  )
  return { authorization: `Bearer ${secret}` }
}

interface Other extends CreatedLocation {
  connected: Connected
  server: Server
}

async function openOther({ db }: Installation, server: Server): Promise<Other> {
  const created = await setUpLocation(db, {
    locationName: 'Other',
    timezone: 'Asia/Yekaterinburg',
    companyName: 'Other',
    inn: '6658000113',
    kpp: '665801001',
    adminEmail: 'other@example.ru',
    adminPassword: 'bench-bench',
  })
  return { ...created, server, connected: await connect(server, created) }
}

let made = 40_000_000

/** Puts an order, lists orders, and exchanges it, again and again, at a steady pace. */
async function callFor({ apiToken, companyId, connected, server }: Other, seconds: number): Promise<Times> {
  const times: Times = { exchange: [], put: [], list: [] }
  const started = performance.now()
  let calls = 0
  const call = async (kind: Kind, url: string, request: RequestInit): Promise<string> => {
    await delay(started + (calls++ * 1000) / CALLS_PER_SECOND - performance.now())
    const asked = performance.now()
    const answer = await fetch(url, request)
    const text = await answer.text()
    times[kind].push(performance.now() - asked)
    if (!answer.ok || text.startsWith('failure')) throw new Error(`${url}: ${answer.status} ${text}`)
    return text
  }
  const { url, login, password } = connected
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' }
  while (performance.now() - started < seconds * 1000) {
    const order = sampleOrder(companyId, made++) as { id: string }
    const body = JSON.stringify(order)
    await call('put', `${server.address}/api/v1/orders/${order.id}`, { method: 'PUT', headers, body })
    await call('list', `${server.address}/api/v1/orders?limit=50`, { headers })
    const signedIn = await call('exchange', `${url}?type=sale&mode=checkauth`, { headers: { authorization } })
    const [, name, value] = signedIn.split('\n')
    const as1c = { headers: { authorization, cookie: `${name}=${value}` } }
    for (const mode of ['init', 'query', 'success'])
      await call('exchange', `${url}?type=sale&mode=${mode}`, as1c)
  }
  return times
}

function joined(one: Times, two: Times): Times {
  return {
    exchange: [...one.exchange, ...two.exchange],
    put: [...one.put, ...two.put],
    list: [...one.list, ...two.list],
  }
}
