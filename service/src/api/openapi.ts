import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { AppError } from '../errors/app-error.js'
import { PROBLEM_TEXTS } from '../errors/texts.js'
import { sessionCookie } from './authenticate.js'
import type { ApiDeps } from './deps.js'

const TAGS = [
  'Orders',
  'Integrations',
  'Catalogue',
  'Companies and location',
  'Events and webhooks',
  'Journal',
  'Overview',
  'People',
  'API tokens',
  'Sign-in',
  'System',
]

/** OpenAPI 3.1 of the very schemas that validate, at `openapi.json`, and a page to read it at `docs`. */
export async function describeApi(scope: FastifyInstance, deps: ApiDeps): Promise<void> {
  await scope.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Obmen',
        version: deps.version,
        description:
          'Orders of a platform on their way to 1C:Enterprise. Errors are RFC 9457 problem details. ' +
          'A query parameter of a GET that is given empty (`after=`) counts as not given.',
      },
      // What the platform needs first comes first.
      tags: TAGS.map(name => ({ name })),
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'An API token, `obm_…`' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: sessionCookie(deps.config),
            description: 'A person signed in to the web app',
          },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: documents => withRefusals(jsonSchemaTransformObject(documents)),
  })
  // Built once, at the first request: the port is known once the server listens.
  let built: Buffer | undefined
  scope.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    built ??= Buffer.from(JSON.stringify({ ...scope.swagger(), servers: [{ url: deps.publicUrl() }] }))
    return reply.type('application/json; charset=utf-8').send(built)
  })
  scope.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0]!
    // With a trailing slash the page requests its files relative to itself, whatever prefix a proxy adds.
    if (path.endsWith('/docs')) return reply.redirect('docs/')
    // The page's plugin would build the document anew for each call.
    if (path.endsWith('/docs/json')) return reply.redirect('../openapi.json')
    if (path.endsWith('/docs/yaml')) throw new AppError('not-found', PROBLEM_TEXTS['not-found'])
  })
  await scope.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Obmen API' },
    uiConfig: { layout: 'BaseLayout' },
  })
}

const BATCH_ANSWER =
  '{"line":1,"id":"…","status":201,"number":"…","revision":1,"changed":true,"owedTo":["…"]} or ' +
  '{"line":2,"id":"…","status":422,"code":"…","detail":"…","errors":[…]}'

type Document = ReturnType<typeof jsonSchemaTransformObject>

/** Every operation can fail, always with the same shape. */
function withRefusals(document: Document): Document {
  const problem = { $ref: '#/components/schemas/Problem' }
  const refusal = {
    description: 'Refused: RFC 9457 problem details',
    content: { 'application/problem+json': { schema: problem } },
  }
  for (const operations of Object.values(document.paths ?? {}))
    for (const operation of Object.values(operations ?? {}) as { responses?: Record<string, unknown> }[])
      operation.responses = { ...operation.responses, default: refusal }
  const batch = document.paths?.['/api/v1/orders:batch']?.post
  if (batch) {
    const lines = (description: string) => ({
      'application/x-ndjson': { schema: { type: 'string', description } },
    })
    const requestBody = { required: true, content: lines('Each line is an order as for PUT, with its id') }
    const answers = { description: 'One line for each line of the request', content: lines(BATCH_ANSWER) }
    Object.assign(batch, { requestBody, responses: { ...batch.responses, 200: answers } })
  }
  const inspected = document.paths?.['/api/v1/integrations/{id}/uploads:inspect']?.post
  const file = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  if (inspected) Object.assign(inspected, { requestBody: { required: true, content: file } })
  return document
}
