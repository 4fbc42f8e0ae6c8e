import { show } from './extreme-calls.js'

const UUID = '00000000-0000-4000-8000-000000000000'

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

/** More than any list of the API takes. */
const MANY = 2_000

/** One of each type, for every place: what takes no texts refuses them all alike. */
const OF_EACH_TYPE: unknown[] = [null, true, 1.5, '', [], {}]

/** Extreme values for a body, and for any place in it that has a value of their type. */
const VALUES: unknown[] = [
  ...OF_EACH_TYPE,
  ...[-1, 0, 1e308, 2147483648, 9007199254740992, [null], nested(200), { constructor: 1 }],
  Array.from({ length: MANY }, (_, at) => `${at}`),
  Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`k${at}`, at])),
  ...[...' \ufffd😀%', 'a\0b', 'a\ud800', '\\u0000', "';--", 'x'.repeat(201), 'я'.repeat(30_000)],
  ...['9'.repeat(400), '9223372036854775808', '1e308', UUID, `{${UUID}}`, `${UUID}0`],
  ...['0001-01-01', '9999-12-31', '2026-02-30', '0001-01-01T00:00:00+14:00', '2026-11-17T12:00:00+23:59'],
]

/** Every body that differs from this one in a single place: another value there, or none. */
export function* spoiledBodies(body: unknown): Generator<{ at: string; body: unknown }> {
  for (const value of VALUES) yield { at: `/ = ${show(value)}`, body: value }
  for (const path of pathsIn(body)) {
    const type = typeof valueAt(body, path)
    for (const value of VALUES.filter(one => typeof one === type || OF_EACH_TYPE.includes(one)))
      yield { at: `/${path.join('/')} = ${show(value)}`, body: withValue(body, path, value) }
    yield { at: `/${path.join('/')} left out`, body: withValue(body, path, undefined) }
  }
}

/** Deeper than any recursion of the service gets on the stack of Node.js, which ends before 10,000 calls. */
const DEEP = 15_000

/** JSON that programs do not write, and that values do not show. What is wrong with it is never its size, which costs time. */
const RAW = [
  ...['['.repeat(DEEP) + ']'.repeat(DEEP), `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
  `{${Array.from({ length: MANY }, (_, at) => `"k${at}":1`).join(',')}}`,
  ...['1e400', '-1e400', '-0', '9'.repeat(20_000), `"${'я'.repeat(20_000)}"`, '"\\u0000"', '"\\ud800"'],
  ...['{"a":1,"a":2}', '{"":1}', '{"__proto__":{"a":1}}', '{"__proto__":null,"constructor":1,"toString":2}'],
]

/** The texts of every body that has one of RAW in a single place, or beside what it has. */
export function* rawBodies(body: object): Generator<{ at: string; text: string }> {
  const brief = (raw: string) => raw.slice(0, 40)
  const inside = JSON.stringify(body).slice(1)
  for (const raw of RAW) {
    yield { at: `/ = ${brief(raw)}`, text: raw }
    for (const key of ['__proto__', 'constructor', '\0', Object.keys(body)[0]])
      yield { at: `/${key} = ${brief(raw)} besides`, text: `{${JSON.stringify(key)}:${raw},${inside}` }
    for (const path of pathsIn(body).filter(path => path.length === 1 || path[0] === 'settings')) {
      const marked = JSON.stringify(withValue(body, path, UUID_OF_RAW))
      yield { at: `/${path.join('/')} = ${brief(raw)}`, text: marked.replace(`"${UUID_OF_RAW}"`, raw) }
    }
  }
}

/** Stands where a raw text goes. */
const UUID_OF_RAW = 'f7a1c0de-0000-4000-8000-000000000000'

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsIn(inner).map(path => [key, ...path]),
  ])
}

const valueAt = (body: unknown, path: string[]): unknown =>
  path.reduce((value, key) => (value as Record<string, unknown>)[key], body)

function withValue(body: unknown, [key = '', ...rest]: string[], value: unknown): unknown {
  const copy = (Array.isArray(body) ? [...body] : { ...(body as object) }) as Record<string, unknown>
  copy[key] = rest.length === 0 ? value : withValue(copy[key], rest, value)
  return copy
}
