import { z } from 'zod'

export type Json = Record<string, unknown>
type Role = 'parameter' | 'body' | 'answer'

const PREFIX = '#/components/schemas/'
/** Until all are known, a named schema of requests is told from that of answers by its reference. */
const OF_REQUESTS = 'request:'

/**
 * Collects the named schemas that operations use. A name that means the same in requests and answers is one
 * component; where they differ, that of requests ends with `Input`.
 */
export function collectSchemas() {
  const requests = new Map<string, Json>()
  const answers = new Map<string, Json>()
  return {
    /** The schema as JSON, with references to what has a name. */
    write(schema: z.ZodType, role: Role): Json {
      const {
        $schema: _,
        $defs = {},
        ...own
      } = z.toJSONSchema(schema, {
        io: role === 'answer' ? 'output' : 'input',
        unrepresentable: 'any',
        override: context => adapt(context, role),
      })
      const prefix = role === 'answer' ? PREFIX : PREFIX + OF_REQUESTS
      const located = (part: unknown): Json =>
        JSON.parse(JSON.stringify(part), (key, value) =>
          key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', prefix) : value,
        )
      for (const [name, { id: _, ...named }] of Object.entries($defs))
        (role === 'answer' ? answers : requests).set(name, located(named))
      return located(own)
    },
    /** The document with these components, each under its final name. */
    finish(document: Json): Json {
      const different = namesThatDiffer(requests, answers)
      const nameInRequests = (name: string) =>
        different.has(name) ? `${name.replace(/Input$/, '')}Input` : name
      const nameInAnswers = (name: string) => (different.has(name) ? name.replace(/Input$/, '') : name)
      const schemas = Object.fromEntries([
        ...[...answers].map(([name, schema]) => [nameInAnswers(name), schema]),
        ...[...requests].map(([name, schema]) => [nameInRequests(name), schema]),
      ])
      const whole = { ...document, components: { ...(document.components as Json), schemas } }
      return JSON.parse(JSON.stringify(whole), (key, value) => {
        if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(PREFIX)) return value
        const name = value.slice(PREFIX.length)
        return name.startsWith(OF_REQUESTS)
          ? PREFIX + nameInRequests(name.slice(OF_REQUESTS.length))
          : PREFIX + nameInAnswers(name)
      })
    },
  }
}

/** Of those on both sides: what is written differently, or refers to what is. */
function namesThatDiffer(requests: ReadonlyMap<string, Json>, answers: ReadonlyMap<string, Json>) {
  const both = [...requests.keys()].filter(name => answers.has(name))
  const request = (name: string) => JSON.stringify(requests.get(name)).replaceAll(OF_REQUESTS, '')
  const found = new Set(both.filter(name => request(name) !== JSON.stringify(answers.get(name))))
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const name of both)
      if ([...found].some(other => request(name).includes(`"${PREFIX}${other}"`))) found.add(name)
  }
  return found
}

interface Written {
  zodSchema: z.core.$ZodTypes
  jsonSchema: z.core.JSONSchema.BaseSchema
}

/**
 * Answers may gain fields and words of closed lists, so clients are told to expect them. In a body, a default
 * is told in words: generators take a property that has one for required.
 */
function adapt({ zodSchema, jsonSchema }: Written, role: Role): void {
  const { allOf } = jsonSchema
  if (allOf?.every(({ pattern, ...more }) => pattern && Object.keys(more).length === 0)) {
    // Generators make no type of several patterns.
    jsonSchema.pattern = allOf.map(({ pattern }) => `(?=${pattern})`).join('')
    delete jsonSchema.allOf
  }
  // Many validators read a pattern without Unicode; and half a surrogate pair is not in UTF-8 anyway.
  if (jsonSchema.pattern)
    jsonSchema.pattern = jsonSchema.pattern
      .replaceAll('\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f')
      .replaceAll('\\p{Cs}', '')
  if (role === 'parameter') return
  const { default: preset } = jsonSchema
  delete jsonSchema.default
  if (role === 'body') {
    const words = preset === undefined ? undefined : `By default ${JSON.stringify(preset)}`
    if (words && !jsonSchema.description?.includes(words))
      jsonSchema.description = [jsonSchema.description, words].filter(Boolean).join('. ')
    return
  }
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  if (zodSchema._zod.def.type === 'enum' && jsonSchema.enum) {
    jsonSchema['x-extensible-enum'] = jsonSchema.enum
    delete jsonSchema.enum
  }
  if (jsonSchema.oneOf) {
    jsonSchema.anyOf = jsonSchema.oneOf
    delete jsonSchema.oneOf
  }
}
