import { problemSchema, WEBHOOK_EVENTS } from '@obmen/contract/rest'
import type { RouteOptions } from 'fastify'
import type { z } from 'zod'
import { allowedBy } from '../access.js'
import { EXAMPLES } from './examples.js'
import {
  ANSWER_HEADERS,
  type AnswerHeader,
  type Documented,
  EVERYWHERE,
  REFUSALS,
  REQUEST_HEADERS,
  type RefusalStatus,
  TAGS,
  type Tag,
} from './parts.js'
import { collectSchemas, type Json } from './schemas.js'

type Schemas = ReturnType<typeof collectSchemas>

export interface About {
  version: string
  /** Where the API is served. */
  url: string
  /** The name of the cookie of a session. */
  cookie: string
}

/** OpenAPI 3.1 of routes, by the very schemas that validate. */
export function writeDocument(routes: readonly RouteOptions[], { version, url, cookie }: About): Json {
  const schemas = collectSchemas()
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.url.replace(/::|:(\w+)/g, (_, name?: string) => (name ? `{${name}}` : ':'))
    paths[path] = { ...paths[path], [String(route.method).toLowerCase()]: describe(route, schemas) }
  }
  return schemas.finish({
    openapi: '3.1.0',
    info: {
      title: 'Obmen',
      version,
      description:
        'Orders of a platform on their way to 1C:Enterprise. Errors are RFC 9457 problem details. ' +
        'A query parameter of a GET that is given empty (`after=`) counts as not given. Answers may gain ' +
        'fields, and lists of words (`x-extensible-enum`) words: pass over what you do not know.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      contact: { name: 'Whoever runs this server' },
    },
    servers: [{ url }],
    security: [{ token: [] }, { session: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    webhooks: mapValues(WEBHOOK_EVENTS, (event, type) => ({ post: describeEvent(event, type, schemas) })),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, `obm_…`' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookie,
          description:
            'A person signed in to the web app; `X-Obmen-Location` says in which location they act, and ' +
            'whatever changes something needs `X-Obmen-Csrf: 1`',
        },
      },
      parameters: mapValues(REQUEST_HEADERS, (description, name) => ({
        name,
        in: 'header',
        description,
        schema: { type: 'string' },
      })),
      headers: mapValues(ANSWER_HEADERS, ({ type, description }) => ({ description, schema: { type } })),
      responses: refusals(schemas),
    },
  })
}

function describe({ method, config = {} }: RouteOptions, schemas: Schemas): Json {
  const { access = 'public', accountants, documented } = config
  const { id, tag, summary, description, params, query, body, takes, creates } = documented!
  /** Whoever has read it already is told so. */
  const isKnown = method === 'GET' && documented!.answers?.includes('ETag')
  const reads = [
    ...(documented!.reads ?? []),
    ...(creates ? (['Idempotency-Key'] as const) : []),
    ...(isKnown ? (['If-None-Match'] as const) : []),
    'Accept-Language' as const,
  ]
  const allowed = allowedBy(access, accountants)
  const content = { ...(body && { 'application/json': body }), ...takes }
  const parameters = [
    ...parametersOf('path', params, schemas),
    ...parametersOf('query', query, schemas),
    ...reads.map(name => ({ $ref: `#/components/parameters/${name}` })),
  ]
  const hasBody = Object.keys(content).length > 0
  const refused: Record<RefusalStatus, boolean> = {
    '400': hasBody,
    '401': access !== 'public' || hasBody,
    '403': access !== 'public',
    '404': params !== undefined,
    '409': method !== 'GET' && access !== 'public',
    '412': reads.includes('If-Match'),
    '413': hasBody,
    '415': hasBody,
    '422': hasBody || parameters.length > 0,
    '429': true,
    '503': true,
    default: true,
  }
  const refusing = Object.entries(refused).filter(([, applies]) => applies)
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, forWhom(allowed)].filter(Boolean).join('\n\n'),
    security: [...new Set(allowed.flatMap(one => Object.keys(one)))].map(scheme => ({ [scheme]: [] })),
    'x-allowed': allowed,
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && {
      requestBody: {
        required: true,
        content: mediaOf(content, 'body', schemas, EXAMPLES[id]?.body),
      },
    }),
    responses: {
      ...answersOf(documented!, schemas),
      ...(isKnown && { '304': reference('responses', 'NotModified') }),
      ...Object.fromEntries(
        refusing.map(([status]) => [status, reference('responses', REFUSALS[status as RefusalStatus][0])]),
      ),
    },
  }
}

const SIGNATURE = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

/** The request that a webhook gets. */
function describeEvent(event: z.ZodType, type: string, schemas: Schemas): Json {
  const id = String(schemas.write(event, 'answer').$ref).replace(/^.*\/(.*)Event$/, 'on$1')
  const content = mediaOf({ 'application/json': event }, 'answer', schemas, EXAMPLES[id]?.body)
  return {
    operationId: id,
    tags: ['Events and webhooks' satisfies Tag],
    summary: type,
    description: `${event.description}. Signed as Standard Webhooks say.`,
    parameters: SIGNATURE.map(name => ({ name, in: 'header', required: true, schema: { type: 'string' } })),
    requestBody: { required: true, content },
    responses: {
      '204': { description: 'Taken, as by any 2xx' },
      '410': { description: 'Disables the webhook' },
      default: { description: 'It comes again' },
    },
  }
}

const PEOPLE: Record<string, string> = {
  'location-administrator': 'an administrator of the location',
  accountant: 'an accountant (their companies)',
  'system-operator': 'an operator of the system',
}

function forWhom(allowed: ReturnType<typeof allowedBy>): string {
  const callers = allowed.map(({ token, session: [role] = [] }) => {
    if (token) return `a token with ${token.map(right => `\`${right}\``).join(' and ')}`
    return role === undefined ? 'any person' : PEOPLE[role]
  })
  return `For ${callers.join(', ') || 'anybody'}.`
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined, schemas: Schemas): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemas.write(schema, 'parameter')
  return Object.entries(properties as Record<string, Json>).map(([name, { description, ...own }]) => ({
    name,
    in: place,
    ...(description !== undefined && { description }),
    required: place === 'path' || (required as string[]).includes(name),
    schema: own,
  }))
}

const ANSWERED: Record<string, string> = {
  '200': 'Done',
  '201': 'Made',
  '202': 'Begun; it goes on in the background',
  '204': 'Done; there is nothing to tell',
}

function answersOf({ id, response = {}, sends, creates, ...documented }: Documented, schemas: Schemas): Json {
  const replayed = creates ? (['Idempotency-Replayed'] as const) : []
  const headers = { headers: headersOf([...(documented.answers ?? []), ...replayed]) }
  const own = Object.entries(response).map(([status, schema]) => [
    status,
    {
      description: ANSWERED[status],
      ...headers,
      ...(status !== '204' && {
        content: mediaOf({ 'application/json': schema }, 'answer', schemas, EXAMPLES[id]?.answer),
      }),
    },
  ])
  const sent = sends && {
    description: ANSWERED['200'],
    ...headers,
    content: mediaOf(sends, 'answer', schemas, EXAMPLES[id]?.answer),
  }
  return { ...Object.fromEntries(own), ...(sent && { 200: sent }) }
}

function mediaOf(
  types: Record<string, z.ZodType>,
  role: 'body' | 'answer',
  schemas: Schemas,
  examples?: Json,
): Json {
  return mapValues(types, (schema, type) => {
    const written = schemas.write(schema, role)
    const ofLine = type === 'application/x-ndjson' && { description: 'Of each line' }
    return {
      schema: { ...written, ...ofLine },
      ...(examples && { examples: mapValues(examples, value => ({ value })) }),
    }
  })
}

function refusals(schemas: Schemas): Json {
  const content = { 'application/problem+json': { schema: schemas.write(problemSchema, 'answer') } }
  const refused = Object.entries(REFUSALS).map(([status, [name, description]]) => {
    const headers = headersOf([
      'Content-Language',
      ...(['409', '429', '503'].includes(status) ? (['Retry-After'] as const) : []),
      ...(status === '401' ? (['WWW-Authenticate'] as const) : []),
    ])
    return [name, { description, headers, content }]
  })
  const NotModified = {
    description: 'Not changed since the ETag in If-None-Match',
    headers: headersOf(['ETag']),
  }
  return { ...Object.fromEntries(refused), NotModified }
}

function headersOf(names: readonly AnswerHeader[]): Json {
  return Object.fromEntries([...names, ...EVERYWHERE].map(name => [name, reference('headers', name)]))
}

const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

function mapValues<Value>(of: Record<string, Value>, map: (value: Value, key: string) => Json): Json {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, map(value, key)]))
}
