import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { newPlatform, oneC, type Platform, startFreshServer } from '../../test/support/app/test-server.js'
import { useFreshServer } from '../../test/support/app/use-server.js'

const server = useFreshServer()
let platform: Platform
beforeAll(async () => {
  platform = await newPlatform(server)
})

const scrape = (headers: Record<string, string> = {}, url = server.url): Promise<Response> =>
  fetch(`${url}/metrics`, { headers })

it('/metrics counts what 1C bases are owed and called, by bounded labels alone', async () => {
  const one = await platform.connect()
  await platform.put('a')
  await platform.put('b')
  await oneC(server, one).ask('checkauth')
  await fetch(`${server.url}/1c?type=sale&mode=checkauth`)
  const answer = await scrape()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/plain/),
  ])
  const text = await answer.text()
  const value = (name: string): number | undefined => {
    const line = text.split('\n').find(one => one.startsWith(`${name} `))
    return line === undefined ? undefined : Number(line.slice(name.length))
  }
  expect(value('obmen_orders_owed')).toBe(2)
  expect(value('obmen_owed_oldest_seconds')).toBeGreaterThan(0)
  expect(value('obmen_orders_held')).toBe(0)
  expect(value('obmen_exchanges_total{outcome="done"}')).toBe(1)
  expect(value('obmen_exchanges_total{outcome="refused"}')).toBe(1)
  expect(value('obmen_integrations{state="silent"}')).toBe(0)
  expect(value('obmen_database_bytes')).toBeGreaterThan(1e6)
  expect(value('obmen_database_pool_waiting{pool="requests"}')).toBe(0)
  const put = 'method="PUT",route="/api/v1/orders/:id",status="201"'
  expect(value(`http_server_request_duration_seconds_count{${put}}`)).toBe(2)
  const labels = [...text.matchAll(/[{,](\w+)="/g)].map(([, label]) => label)
  const bounded = ['outcome', 'state', 'pool', 'method', 'route', 'status', 'le']
  const runtime = ['version', 'major', 'minor', 'patch', 'type', 'kind', 'space', 'quantile']
  expect([...new Set(labels)].filter(label => ![...bounded, ...runtime].includes(label!))).toEqual([])
})

it('the age of a backup is infinite where one is expected and there was none', async () => {
  expect(await (await scrape()).text()).not.toMatch(/^obmen_backup_age_seconds /m)
  await using expecting = await startFreshServer({ backupDir: '/nowhere' })
  const age = async (url: string): Promise<string | undefined> =>
    /^obmen_backup_age_seconds (.*)$/m.exec(await (await scrape({}, url)).text())?.[1]
  expect(await age(expecting.url)).toBe('+Inf')
  await using known = await startFreshServer()
  await known.db.query(`insert into backup (file, started_at, ended_at, bytes, orders)
    values ('a', now(), now() - interval '1 hour', 1, 1)`)
  expect(Number(await age(known.url))).toBeGreaterThan(3599)
})

it('/metrics is for this machine alone, or for whoever has METRICS_TOKEN', async () => {
  const forwarded = { 'x-forwarded-for': '127.0.0.1' }
  expect((await scrape(forwarded)).status).toBe(403)
  await using open = await startFreshServer({
    metricsToken: 'a-token-of-prometheus',
    trustProxy: ['loopback'],
  })
  const asked = async (authorization?: string): Promise<number> =>
    (await scrape({ ...forwarded, ...(authorization && { authorization }) }, open.url)).status
  expect((await scrape({}, open.url)).status).toBe(200)
  expect(await asked()).toBe(401)
  expect(await asked('Bearer a-token-of-prometheuS')).toBe(401)
  expect(await asked('Bearer a-token-of-prometheus')).toBe(200)
})

it('the dashboard and the alert rules ask for metrics that are served', async () => {
  const text = await (await scrape()).text()
  const served = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name, type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name!],
  )
  const read = (name: string): string =>
    readFileSync(new URL(`../../../docs/operating/${name}`, import.meta.url), 'utf8')
  const dashboard = JSON.parse(read('grafana.json')) as { panels: { targets: { expr: string }[] }[] }
  const queries = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
  for (const [where, expressions] of [
    ['grafana.json', queries.join('\n')],
    ['alerts.yml', read('alerts.yml')],
  ] as const) {
    const names = expressions.match(/\b(?:obmen|http_server|nodejs|process)_\w+/g)!
    expect(names.length, where).toBeGreaterThan(9)
    expect(
      [...new Set(names)].filter(name => !served.includes(name)),
      where,
    ).toEqual([])
  }
  const page = read('monitoring.md')
  const told = [...page.matchAll(/`((?:obmen|http_server)_\w+)/g)].map(([, name]) => name!)
  const ours = [...text.matchAll(/^# TYPE ((?:obmen|http_server)_\w+)/gm)].map(([, name]) => name!)
  expect([...new Set(told)].sort()).toEqual([...ours].sort())
})
