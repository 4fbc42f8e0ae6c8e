import { expect, it } from 'vitest'
import { newPlatform } from '../../../test/support/app/test-server.js'
import { useFreshServer, usePlatform } from '../../../test/support/app/use-server.js'
import { sweepAnswers } from '../../requests/kept-answers.js'

const server = useFreshServer()
const platform = usePlatform(server)
const KEY = { 'idempotency-key': 'the first try' }
const COMPANY = { name: 'ООО «Лютик»', inn: '7701045624', kpp: '773601001' }
const INTEGRATION = () => ({
  ...{ class: 'CommerceML', name: 'Касса', companyId: platform.companyId },
  settings: { paymentrules: [{ status: 'paid', gateway: 'CKassa' }], paymentmethodname: 'Карта' },
})
const post = (path: string, body: object, headers: Record<string, string> = KEY) =>
  platform.call('POST', `/api/v1${path}`, body, headers)
const age = (interval: string) =>
  server.db.query('update idempotency_key set begun_at = begun_at - $1::interval', [interval])

it('a POST repeated with its Idempotency-Key is answered as the first time and does nothing', async () => {
  const first = await post('/integrations', INTEGRATION())
  const again = await post('/integrations', INTEGRATION())
  expect([first.status, again.status, again.text]).toEqual([201, 201, first.text])
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  const replayed = [first, again].map(({ headers }) => headers.get('idempotency-replayed'))
  expect(replayed).toEqual([null, 'true'])
  const listed = await platform.call('GET', '/api/v1/integrations')
  expect(listed.body.items).toHaveLength(1)
  const { rows } = await server.db.query('select row_to_json(k)::text as text from idempotency_key k')
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(first.body.password)
})

it('the same Idempotency-Key with another request is refused, and is free for another caller', async () => {
  expect((await post('/companies', COMPANY)).status).toBe(201)
  for (const other of [post('/companies', { ...COMPANY, name: 'Б' }), post('/integrations', INTEGRATION())])
    expect(await other).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } })
  const theirs = await newPlatform(server)
  expect((await theirs.call('POST', '/api/v1/companies', COMPANY, KEY)).status).toBe(201)
})

it('of requests with one Idempotency-Key at once one is done, and the others are told to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => post('/companies', COMPANY)))
  const made = answers.filter(({ status }) => status === 201)
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
  for (const { status, headers, body } of answers.filter(({ status }) => status !== 201))
    expect([status, body.reason, headers.get('retry-after')]).toEqual([409, 'request-in-work', '1'])
  expect((await post('/companies', COMPANY)).body).toEqual(made[0]!.body)
})

it('a refused request leaves its Idempotency-Key free', async () => {
  expect((await post('/companies', { ...COMPANY, inn: '1' })).status).toBe(422)
  expect((await post('/companies', COMPANY)).status).toBe(201)
  expect((await post('/companies', COMPANY, { 'idempotency-key': 'k'.repeat(256) })).status).toBe(422)
})

it('a key is free a minute after its server died in the middle, or a day after its answer', async () => {
  const { body } = await post('/companies', COMPANY)
  await server.db.query('update idempotency_key set answer = null')
  await age('50 seconds')
  expect((await post('/companies', COMPANY)).body.reason).toBe('request-in-work')
  await age('20 seconds')
  const second = await post('/companies', COMPANY)
  expect([second.status, second.body.id === body.id]).toEqual([201, false])
  await age('23 hours')
  expect((await post('/companies', COMPANY)).body).toEqual(second.body)
  await age('2 hours')
  expect((await post('/companies', COMPANY)).headers.get('idempotency-replayed')).toBe(null)
  await age('25 hours')
  expect(await sweepAnswers(server.db)).toBeGreaterThan(0)
})

it('every POST of the description that makes something takes an Idempotency-Key', async () => {
  const { body } = await platform.call('GET', '/api/v1/openapi.json')
  type Post = { responses: object; parameters?: { name: string }[] }
  const without = Object.entries<{ post?: Post }>(body.paths)
    .filter(([, { post }]) => post && ('201' in post.responses || '202' in post.responses))
    .filter(([, { post }]) => !JSON.stringify(post!.parameters ?? []).match(/idempotency-?key/i))
  expect(without.map(([path]) => path)).toEqual([])
})
