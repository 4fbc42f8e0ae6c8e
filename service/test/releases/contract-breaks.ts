// biome-ignore lint/suspicious/noExplicitAny: any part of a description.
export type Json = any

export interface Break {
  /** `GET /orders` */
  operation: string
  /** The name of the field, or the word that is no longer taken; of an operation that is gone its own. */
  what: string
  why: string
}

/** What is said of one field of a body or an answer, of all alternatives together. */
interface Field {
  types: Set<string>
  words: Set<string>
  required: boolean
}
type Fields = Map<string, Field>

/** The fields of a schema by their path, `/items[]/number`. */
function fieldsOf(document: Json, schema: Json, path = '', found: Fields = new Map(), within = ''): Fields {
  if (schema?.$ref) {
    if (within.includes(schema.$ref)) return found
    return fieldsOf(document, lookUp(document, schema.$ref), path, found, `${within} ${schema.$ref}`)
  }
  const field = found.get(path) ?? { types: new Set(), words: new Set(), required: false }
  found.set(path, field)
  const { type, enum: words = [], const: word, items, properties = {}, required = [] } = schema ?? {}
  for (const one of [type ?? []].flat()) field.types.add(one === 'integer' ? 'number' : one)
  for (const one of word === undefined ? words : [word]) field.words.add(String(one))
  for (const part of [schema?.anyOf, schema?.oneOf, schema?.allOf].flatMap(parts => parts ?? []))
    fieldsOf(document, part, path, found, within)
  if (items) fieldsOf(document, items, `${path}[]`, found, within)
  for (const [name, each] of Object.entries<Json>(properties)) {
    fieldsOf(document, each, `${path}/${name}`, found, within)
    if (required.includes(name)) found.get(`${path}/${name}`)!.required = true
  }
  return found
}

function lookUp(document: Json, reference: string): Json {
  return reference
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key], document)
}

/** By `GET /orders`: what it takes, parameters first, and what it answers. */
function operationsOf(document: Json): Map<string, { taken: Fields; answered: Fields }> {
  const schemaOf = (part: Json) => Object.values<Json>(part?.content ?? {})[0]?.schema
  const found = new Map<string, { taken: Fields; answered: Fields }>()
  for (const [path, methods] of Object.entries<Json>(document.paths))
    for (const [method, { parameters = [], requestBody, responses }] of Object.entries<Json>(methods)) {
      const named = parameters.map((one: Json) => (one.$ref ? lookUp(document, one.$ref) : one))
      const taken = fieldsOf(document, {
        properties: Object.fromEntries(named.map(({ name, schema }: Json) => [name, schema])),
        required: named.filter(({ required }: Json) => required).map(({ name }: Json) => name),
        allOf: [schemaOf(requestBody) ?? {}],
      })
      const [answer] = Object.entries<Json>(responses)
        .find(([status]) => status.startsWith('2'))!
        .slice(1)
      const name = `${method.toUpperCase()} ${path.replace('/api/v1', '')}`
      found.set(name, { taken, answered: fieldsOf(document, schemaOf(answer)) })
    }
  return found
}

/** What of the released description a program can no longer rely on. */
export function breaksBetween(released: Json, current: Json): Break[] {
  const now = operationsOf(current)
  return [...operationsOf(released)].flatMap(([operation, before]) => {
    const after = now.get(operation)
    if (!after) return [{ operation, what: operation, why: 'is gone' }]
    return [
      ...lost(before.answered, after.answered, 'is not answered any more'),
      ...lost(before.taken, after.taken, 'is not taken any more'),
      ...unlike(after.answered, before.answered, 'types', 'is answered as'),
      ...unlike(before.taken, after.taken, 'types', 'is not taken as'),
      ...unlike(before.taken, after.taken, 'words', 'does not take'),
      ...newlyRequired(before.taken, after.taken),
    ].map(one => ({ operation, ...one }))
  })
}

type Found = Omit<Break, 'operation'>
const nameOf = (path: string): string => path.split('/').at(-1)!.replaceAll('[]', '')

function lost(before: Fields, after: Fields, why: string): Found[] {
  return [...before.keys()].filter(path => !after.has(path)).map(path => ({ what: nameOf(path), why }))
}

/** What `some` has and `others` have not, where both say anything of it. */
function unlike(some: Fields, others: Fields, of: 'types' | 'words', why: string): Found[] {
  return [...some].flatMap(([path, field]) => {
    const allowed = (path !== '' && others.get(path)?.[of]) || new Set()
    const extra = allowed.size === 0 ? [] : [...field[of]].filter(one => !allowed.has(one))
    return extra.map(one => ({ what: of === 'words' ? one : nameOf(path), why: `${why} ${one} (${path})` }))
  })
}

/** New ones within what was described before; what is in a new optional part breaks nothing. */
function newlyRequired(before: Fields, after: Fields): Found[] {
  const described = (path: string) => [...before.keys()].some(one => one.startsWith(`${path}/`))
  return [...after]
    .filter(([path, { required }]) => required && !before.get(path)?.required)
    .filter(([path]) => described(path.slice(0, path.lastIndexOf('/'))))
    .map(([path]) => ({ what: nameOf(path), why: `is required (${path})` }))
}
