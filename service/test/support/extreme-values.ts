const UUID = '00000000-0000-4000-8000-000000000000'

const numbers = [
  ...['-1', '0', '1', '1.5', '1e3', '0x10', ' 1 ', '１', 'NaN', 'Infinity', '1e308', '1e999'],
  ...['2147483647', '2147483648', '-2147483649', '4294967296'],
  ...['9007199254740991', '9007199254740992', '9223372036854775807', '9223372036854775808'],
  '9'.repeat(400),
]

const EDGE_DATES = ['0001-01-01', '0000-01-01', '1899-12-31', '1900-01-01', '2999-12-31', '9999-12-31']
const times = [
  ...EDGE_DATES,
  ...[
    '-000001-01-01',
    '-271821-04-20',
    '+275760-09-13',
    '10000-01-01',
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
  ],
  ...['0001-01-01T00:00:00+14:00', '0000-12-31T23:59:59Z', '1900-01-01T00:00:00+14:00'],
  ...['2999-12-31T23:59:59-14:00', '9999-12-31T23:59:59-12:00', '+010000-01-01T00:00:00Z'],
  ...[
    '2026-11-17T24:00:00Z',
    '2026-11-17T12:00:60Z',
    '2026-11-17T12:00:00+23:59',
    '2026-11-17T12:00:00+99:99',
  ],
  ...['2026-11-17T12:00:00', '2026-11-17 12:00', 'infinity', '-infinity', 'now', 'epoch', '17.11.2026'],
]

const uuids = [
  ...[
    UUID,
    UUID.toUpperCase(),
    `{${UUID}}`,
    UUID.replaceAll('-', ''),
    `urn:uuid:${UUID}`,
    `${UUID} `,
    `${UUID}0`,
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'g0000000-0000-4000-8000-000000000000',
  ],
]

const texts = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\u0001',
    '\u007f',
    '\ud800',
    'a\udfffb',
    '\ufffd',
    '\uffff',
    '\u202e',
    '😀',
    'ё',
    'ΐ',
    'İ',
  ],
  ...[
    '%',
    '_',
    '\\',
    "'",
    '"',
    "';--",
    '\\u0000',
    '&',
    '|',
    '!',
    ':*',
    '<->',
    '()',
    '\n',
    '\r\n',
    '\t',
    '/',
    '..',
    '?',
    '#',
  ],
  ...[
    '__proto__',
    'constructor',
    'null',
    'true',
    '{}',
    '[]',
    'x'.repeat(201),
    'я'.repeat(2_000),
    'a '.repeat(2_000),
  ],
]

/** Positions of cursors that our lists might have written, and similar ones that PostgreSQL refuses. */
const positions = [
  ...[
    [],
    {},
    0,
    null,
    [null],
    [0],
    [-1],
    [1.5],
    ['1'],
    [9007199254740991],
    [9007199254740992],
    [1e308],
    [[1]],
    ['a'],
    ['\0'],
    ['\ud800'],
  ],
  ...[
    [0, 0],
    [9007199254740991, 9007199254740991],
    [-9007199254740991, -9007199254740991],
  ],
  ...[
    ['a', 'b'],
    ['\0', 'b'],
    ['a', '\0'],
    ['a', UUID],
    ['\ud800', UUID],
    ['я'.repeat(200), UUID],
  ],
  ...[
    ...[
      '2026-11-17 00:00:00+00',
      '2026-11-17 00:00:00.123456+05:30',
      '0000-01-01 00:00:00+00',
      '0001-01-01 00:00:00+00',
    ],
    ...[
      '9999-12-31 23:59:59+00',
      '2026-02-30 00:00:00+00',
      '2026-02-29 00:00:00+00',
      '2026-11-17 24:00:00+00',
      '2026-11-17 23:60:00+00',
    ],
    ...[
      '2026-11-17 00:00:00+99',
      '2026-11-17 00:00:00+15:60',
      '2026-11-17 00:00:00-16',
      'infinity',
      '2026-11-17',
      'now',
    ],
  ].map(time => [time, UUID]),
  ['2026-11-17 00:00:00+00', 'no-uuid'],
]
const places = [
  ...[
    '0.0',
    '1.1',
    '-62135596800000.1',
    '-62135596800001.1',
    '253402300800000.1',
    '999999999999999.999999999999999',
  ],
  ...[
    '-999999999999999.1',
    '8640000000000000.1',
    '8640000000000001.1',
    '1.9007199254740993',
    '1',
    '.',
    '1.1.1',
    '1e3.1',
  ],
]
const base64 = (text: string): string => Buffer.from(text).toString('base64url')
const cursors = [
  ...[
    '',
    'x',
    '=',
    '%00',
    'AAAA',
    '////',
    'x'.repeat(500),
    'x'.repeat(501),
    base64('[1'),
    base64('{"a":'),
    base64('\0'),
  ],
  ...positions.map(position => base64(JSON.stringify(position))),
  ...places.map(base64),
]

/** Extreme values for a parameter of this name. */
export function extremeWords(name: string): string[] {
  const own = name === 'cursor' ? cursors : name === 'from' || name === 'to' ? times : [...numbers, ...uuids]
  return [...own, ...texts]
}

/** Extreme values for a header. */
export const HEADER_VALUES = [
  ...[
    '',
    '*',
    '"0"',
    '"1"',
    '"2147483648"',
    '"999999999"',
    '"9999999999"',
    '"9223372036854775808"',
    '1',
    '"-1"',
    '"1.5"',
  ],
  ...['W/"1"', '"1", "2"', '"1', "'1'", '""', 'x'.repeat(8_000), '\u00ff\u00fe', UUID, UUID.toUpperCase()],
  ...[
    'Bearer',
    'Bearer x',
    `Bearer ${'x'.repeat(5_000)}`,
    'Basic eDp5',
    'Bearer obm_\u00ff',
    'bytes=0-1',
    'application/json; charset=x',
  ],
]

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

/** More than any list of the API takes. */
const MANY = 2_000

/** Extreme values for any place in a body. */
const VALUES: unknown[] = [
  ...[null, true, -1, 0, 1.5, 1e308, 2147483648, 9007199254740992],
  ...[[], {}, [null], nested(200), { constructor: 1 }],
  Array.from({ length: MANY }, (_, at) => `${at}`),
  Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`k${at}`, at])),
  ...[
    '',
    ' ',
    'a\0b',
    'a\ud800',
    '\ufffd',
    '😀',
    '\\u0000',
    '%',
    "';--",
    'x'.repeat(201),
    'я'.repeat(100_000),
  ],
  ...['9'.repeat(400), '9223372036854775808', '1e308', UUID, `{${UUID}}`, `${UUID}0`],
  ...['0001-01-01', '9999-12-31', '2026-02-30', '0001-01-01T00:00:00+14:00', '2026-11-17T12:00:00+23:59'],
]

/** Every body that differs from this one in a single place: another value there, or none. */
export function* spoiledBodies(body: unknown): Generator<{ at: string; body: unknown }> {
  for (const value of VALUES) yield { at: `/ = ${show(value)}`, body: value }
  for (const path of pathsIn(body)) {
    for (const value of VALUES)
      yield { at: `/${path.join('/')} = ${show(value)}`, body: withValue(body, path, value) }
    yield { at: `/${path.join('/')} left out`, body: withValue(body, path, undefined) }
  }
}

/** JSON that programs do not write, and that values do not show. */
const RAW = [
  ...['['.repeat(100_000) + ']'.repeat(100_000), `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
  `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
  ...['1e400', '-1e400', '-0', '9'.repeat(200_000), `"${'я'.repeat(100_000)}"`, '"\\u0000"', '"\\ud800"'],
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
    for (const path of pathsIn(body).filter(({ length }) => length <= 2)) {
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

function withValue(body: unknown, [key = '', ...rest]: string[], value: unknown): unknown {
  const copy = (Array.isArray(body) ? [...body] : { ...(body as object) }) as Record<string, unknown>
  copy[key] = rest.length === 0 ? value : withValue(copy[key], rest, value)
  return copy
}

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text
}
