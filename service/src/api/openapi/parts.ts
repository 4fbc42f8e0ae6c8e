import type { z } from 'zod'

/** What the documentation says of an operation. */
export interface Documented {
  /** Its name in generated clients, camelCase. */
  id: string
  summary: string
  description?: string
  params?: z.ZodType | undefined
  query?: z.ZodType | undefined
  body?: z.ZodType | undefined
  /** Its first status is that of the answer. Without it, `handle` sends the answer itself. */
  response?: Record<number, z.ZodType> | undefined
  /** A body of another type than JSON, by media type; of NDJSON the schema of each line. */
  takes?: Record<string, z.ZodType>
  /** What `handle` sends itself, likewise. */
  sends?: Record<string, z.ZodType>
  /** A repetition would do it again: it takes an Idempotency-Key. */
  creates?: true
  /** Headers that it reads. */
  reads?: readonly RequestHeader[]
  /** Headers of its answer. */
  answers?: readonly AnswerHeader[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    documented?: Documented & { tag: Tag }
  }
}

/** What the platform needs first comes first. */
export const TAGS = {
  Orders: 'Put orders as they are now; see where each stands, what a 1C made of it, and hold or release it.',
  Integrations: 'Connected 1C bases: settings, login, state, and what they would do with the next orders.',
  Catalogue: 'The items that a 1C sells, and which line of an order is which item.',
  'Companies and location': 'The companies that sell, the location that they belong to, its places.',
  'Events and webhooks': 'What happened: read as a feed, or sent to addresses of the platform.',
  Tasks: 'What an accountant has to do by hand, because the exchange cannot express it.',
  Journal: 'What each 1C, and what the platform, asked and was answered.',
  Overview: 'How everything stands, and what needs attention first.',
  People: 'Who works in a location, and invitations; for people only.',
  'API tokens': 'The tokens of programs; for administrators only.',
  'Sign-in': 'Sessions of the web app, passwords, second factors.',
  System: 'The server itself; for its operators only.',
}
export type Tag = keyof typeof TAGS

export const REQUEST_HEADERS = {
  'Accept-Language': 'en: refusals, and warnings of orders, are worded in English. Otherwise in Russian',
  'If-Match':
    '"7", a version as ETag gave it: refused (412) if it is no longer that. *: only if there is one',
  'If-None-Match':
    'Of a change, *: only if there is none yet (412). Of a GET, an ETag: 304 if it is still that',
  'Obmen-Origin': 'The id of an integration: the change was taken over from that 1C, which is not sent it',
  'Idempotency-Key':
    '1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, ' +
    'it ' +
    'does nothing and is answered as the first time; another request is refused (409)',
}
export type RequestHeader = keyof typeof REQUEST_HEADERS

export const ANSWER_HEADERS = {
  'X-Request-Id': { type: 'string', description: 'Of this request in the log; `instance` of a problem' },
  'RateLimit-Limit': { type: 'integer', description: 'Requests a minute of this token or address' },
  'RateLimit-Remaining': { type: 'integer', description: 'How many of them are left' },
  'RateLimit-Reset': { type: 'integer', description: 'So many seconds later all are again' },
  ETag: { type: 'string', description: 'The version of what is answered, for If-Match: "7"' },
  'Retry-After': { type: 'integer', description: 'So many seconds later it may be tried again' },
  'Idempotency-Replayed': { type: 'string', description: 'true: the first answer to this Idempotency-Key' },
  'X-Order-Count': { type: 'integer', description: 'How many orders the document contains' },
  'X-Body-Size': { type: 'integer', description: 'Bytes of the whole body' },
  'Content-Disposition': { type: 'string', description: 'The name of the file' },
  'Set-Cookie': { type: 'string', description: 'The session: opened, or ended' },
  'Content-Language': { type: 'string', description: 'ru or en' },
  'WWW-Authenticate': { type: 'string', description: 'Bearer realm="Obmen"' },
}
export type AnswerHeader = keyof typeof ANSWER_HEADERS
/** Of every answer. */
export const EVERYWHERE = [
  'X-Request-Id',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
] as const satisfies AnswerHeader[]

/** How operations are refused, by status; `code` says which refusal of a status it is. */
export const REFUSALS = {
  '400': ['BadRequest', 'The body is not JSON, or not in UTF-8'],
  '401': ['Unauthenticated', 'There is no token and nobody is signed in, or what was given is wrong'],
  '403': ['Forbidden', 'The caller lacks a right or a role, which `detail` names'],
  '404': ['NotFound', 'There is no such thing, or the caller sees nothing of it'],
  '409': ['Conflict', 'What is stored or running does not allow it'],
  '412': ['PreconditionFailed', 'It has changed: its version is not that of If-Match'],
  '413': ['TooLarge', 'The body is larger than allowed'],
  '415': ['UnsupportedMediaType', 'The body is of another type than described'],
  '422': ['Invalid', 'Values are refused; `errors` says which, and why'],
  '429': ['TooManyRequests', 'Too many requests of this caller'],
  '503': ['Unavailable', 'The server or its database is busy or stopping'],
  default: ['Failed', 'Any other refusal'],
} as const
export type RefusalStatus = keyof typeof REFUSALS
