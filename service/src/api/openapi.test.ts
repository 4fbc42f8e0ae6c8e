import { EVENT_TYPES } from '@obmen/contract'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { addressOf, operations, prepareFixture } from '../../test/support/app/every-operation.js'
import { operator } from '../../test/support/app/extreme-calls.js'
import { startTestServer } from '../../test/support/app/test-server.js'
import { useFreshServer } from '../../test/support/app/use-server.js'

const server = useFreshServer()

// biome-ignore lint/suspicious/noExplicitAny: the document is what the tests look into.
const load = async (): Promise<any> => (await fetch(`${server.url}/api/v1/openapi.json`)).json()

it('the description of the API is valid OpenAPI 3.1 and names the address where it is served', async () => {
  const document = await load()
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect([valid, errors]).toEqual([true, undefined])
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(document.servers).toEqual([{ url: server.url }])
})

it('every reference in OpenAPI leads somewhere, and parameters of paths are described', async () => {
  const document = await load()
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, at]) => at!)
  expect(references.length).toBeGreaterThan(20)
  for (const reference of references) {
    const found = reference.split('/').reduce((node, key) => node?.[key], document)
    expect(found, reference).toBeTypeOf('object')
  }
  for (const [path, operations] of Object.entries<Record<string, { parameters?: object[] }>>(document.paths))
    for (const [, name] of path.matchAll(/\{(\w+)\}/g))
      for (const [method, operation] of Object.entries(operations))
        expect(operation.parameters, `${method} ${path}`).toContainEqual(
          expect.objectContaining({ in: 'path', name, required: true }),
        )
})

it('documents are built once, and count like any other request of an address', async () => {
  const first = await fetch(`${server.url}/api/v1/docs/json`)
  expect(first.url).toBe(`${server.url}/api/v1/openapi.json`)
  expect((await fetch(`${server.url}/api/v1/docs/yaml`)).status).toBe(404)
  await using strict = await startTestServer(server.db, { apiRateLimit: 3 })
  const asked = ['openapi.json', 'docs/', 'docs/static/swagger-ui.css', 'openapi.json', 'docs/']
  const statuses: number[] = []
  for (const path of asked) statuses.push((await fetch(`${strict.url}/api/v1/${path}`)).status)
  expect(statuses).toEqual([200, 200, 200, 429, 429])
})

it('it says of every operation how it is refused', async () => {
  const { paths } = await load()
  for (const [path, methods] of Object.entries<Record<string, { responses: { default: object } }>>(paths))
    for (const [method, { responses }] of Object.entries(methods))
      expect(responses.default, `${method} ${path}`).toEqual({ $ref: '#/components/responses/Failed' })
})

it('an order is described by the schema that validates it', async () => {
  const document = await load()
  const { $ref } = document.paths['/api/v1/orders/{id}'].put.requestBody.content['application/json'].schema
  const order = document.components.schemas[$ref.split('/').at(-1)]
  expect(order.required).toEqual(
    expect.arrayContaining(['companyId', 'placedAt', 'status', 'lines', 'total']),
  )
  expect(order.required).not.toContain('comment')
  expect(order.additionalProperties).toBe(false)
  const pattern = new RegExp(document.components.schemas.OrderLineInput.properties.id.pattern)
  expect(['a\u2028b', ' a', 'a\u00a0'].map(id => pattern.test(id))).toEqual([true, false, false])
})

it('a batch is described as lines in and lines out', async () => {
  const { paths } = await load()
  const { requestBody, responses } = paths['/api/v1/orders:batch'].post
  expect(Object.keys(requestBody.content)).toEqual(['application/x-ndjson'])
  expect(Object.keys(responses['200'].content)).toEqual(['application/x-ndjson'])
})

it('a page to read it opens with everything it asks for, without a token', async () => {
  const page = await fetch(`${server.url}/api/v1/docs`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const html = await page.text()
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => new URL(file!, page.url))
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    const answer = await fetch(file)
    expect([file.pathname, answer.status]).toEqual([file.pathname, 200])
    await answer.arrayBuffer()
  }
  const shown = await fetch(`${server.url}/api/v1/docs/json`)
  expect(await shown.json()).toEqual(await load())
})

it('an answer has the fields that it promises, and no other', async () => {
  const document = await load()
  const fixture = await prepareFixture(server, 'fields')
  const person = await operator(fixture)
  // biome-ignore lint/suspicious/noExplicitAny: any part of the document and of an answer.
  const wrong = (value: any, schema: any, path: string): string[] => {
    if (schema?.$ref) return wrong(value, document.components.schemas[schema.$ref.split('/').at(-1)], path)
    const choices = schema?.anyOf ?? schema?.oneOf
    if (choices) {
      // biome-ignore lint/suspicious/noExplicitAny: any alternative.
      const found = choices.map((one: any) => wrong(value, one, path))
      return found.toSorted((a: string[], b: string[]) => a.length - b.length)[0]
    }
    if (schema?.type === 'null' || value === null)
      return value === null && [schema?.type].flat().includes('null') ? [] : [`${path} is null, or not`]
    if (Array.isArray(value))
      return value.flatMap((item, index) => wrong(item, schema.items, `${path}/${index}`))
    if (typeof value !== 'object' || !schema?.properties) return []
    const { properties, required = [] } = schema
    return [
      ...Object.keys(value).flatMap(key =>
        properties[key]
          ? wrong(value[key], properties[key], `${path}/${key}`)
          : [`${path}/${key} is unknown`],
      ),
      ...required.flatMap((key: string) => (key in value ? [] : [`${path}/${key} is missing`])),
    ]
  }
  for (const operation of await operations(server)) {
    const { responses } = document.paths[`/api/v1${operation.path}`][operation.method]
    const schema = responses['200']?.content?.['application/json']?.schema
    if (operation.method !== 'get' || !schema || operation.path === '/open-invitations/{secret}') continue
    const answer = await person.call('GET', addressOf(operation, fixture.ids, ''))
    if (answer.status === 200) expect(wrong(answer.body, schema, operation.path)).toEqual([])
  }
})

it('every answer is described with the headers of each, and every operation takes Accept-Language', async () => {
  const { paths, components } = await load()
  const always = ['X-Request-Id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']
  const { headers } = await fetch(`${server.url}/api/v1/companies`)
  expect(always.filter(name => !headers.has(name))).toEqual([])
  // biome-ignore lint/suspicious/noExplicitAny: any operation.
  for (const { operationId, parameters, responses } of Object.values<any>(paths).flatMap(Object.values)) {
    expect([operationId, parameters]).toEqual([
      operationId,
      expect.arrayContaining([{ $ref: '#/components/parameters/Accept-Language' }]),
    ])
    // biome-ignore lint/suspicious/noExplicitAny: any answer.
    for (const answer of Object.values<any>(responses)) {
      const own = answer.$ref ? components.responses[answer.$ref.split('/').at(-1)] : answer
      expect([operationId, Object.keys(own.headers)]).toEqual([operationId, expect.arrayContaining(always)])
    }
  }
})

it('a read that has an ETag may be answered 304', async () => {
  const { paths } = await load()
  expect(paths['/api/v1/orders/{id}'].get.responses).toHaveProperty('304')
})

it('every operation has a name of its own, as generated clients call it', async () => {
  const { paths } = await load()
  const names = Object.values<Record<string, { operationId: string }>>(paths).flatMap(methods =>
    Object.values(methods).map(({ operationId }) => operationId),
  )
  expect(names.filter(name => !/^[a-z]+([A-Z][a-z0-9]*)*$/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

it('what answers may gain is open, and no default makes a field of a request required', async () => {
  const document = await load()
  expect(JSON.stringify(document.components.schemas).includes('"default":')).toBe(false)
  const { properties, ...answer } = document.components.schemas.OrderExport
  expect(answer).not.toHaveProperty('additionalProperties')
  expect(properties.state).toMatchObject({
    type: 'string',
    'x-extensible-enum': expect.arrayContaining(['owed']),
  })
})

it('schemas are there once, and each is used', async () => {
  const document = await load()
  const text = JSON.stringify(document)
  const names = Object.keys(document.components.schemas)
  expect(names.filter(name => !text.includes(`"#/components/schemas/${name}"`))).toEqual([])
  const { components } = document
  const twins = names.filter(
    name => JSON.stringify(components.schemas[name]) === JSON.stringify(components.schemas[`${name}Input`]),
  )
  expect(twins).toEqual([])
})

it('every event is described as a webhook gets it', async () => {
  const { webhooks, components } = await load()
  expect(Object.keys(webhooks)).toEqual([...EVENT_TYPES])
  const { type, data } = components.schemas.OrderExportedEvent.properties
  expect(type.const).toBe('order.exported')
  expect(Object.keys(data.properties)).toEqual(['integrationId', 'orderId', 'revision', 'batch'])
})

it('it says of every operation in a few words what it does, of each something else', async () => {
  const { paths } = await load()
  const summaries = Object.entries<Record<string, { summary?: string }>>(paths).flatMap(
    ([path, operations]) =>
      Object.entries(operations).map(([method, { summary }]) => ({
        operation: `${method} ${path}`,
        summary,
      })),
  )
  expect(summaries.filter(({ summary }) => !summary).map(({ operation }) => operation)).toEqual([])
  expect(new Set(summaries.map(({ summary }) => summary)).size).toBe(summaries.length)
})

it('every list in a body has a length, to be refused fast, and no object takes unknown fields', async () => {
  const document = await load()
  // biome-ignore lint/suspicious/noExplicitAny: any part of the document.
  const endless = (node: any, path: string): string[] => {
    if (node === null || typeof node !== 'object') return []
    if (typeof node.$ref === 'string')
      return endless(
        node.$ref
          .slice(2)
          .split('/')
          .reduce((part: Record<string, object>, key: string) => part[key], document),
        path,
      )
    const long = node.type === 'array' && node.maxItems === undefined && !node.prefixItems
    const open = node.type === 'object' && node.properties && node.additionalProperties === undefined
    const own = long || open ? [path] : []
    return [...own, ...Object.entries(node).flatMap(([key, value]) => endless(value, `${path}/${key}`))]
  }
  // biome-ignore lint/suspicious/noExplicitAny: any operation.
  const operations = Object.entries<Record<string, any>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({ name: `${method} ${path}`, requestBody })),
  )
  const found = operations
    // Orders are checked in a thread of their own.
    .filter(({ name }) => !/orders(\/\{id\}|:batch)$/.test(name))
    .flatMap(({ name, requestBody }) => endless(requestBody, name))
  expect(found).toEqual([])
})
