const UUID = '00000000-0000-4000-8000-000000000000'
const words = (text: string): string[] => text.split(' ')
const base64 = (text: string): string => Buffer.from(text).toString('base64url')

const numbers = [
  ...words('-1 0 1 1.5 1e3 0x10 １ NaN Infinity 1e308 1e999 2147483647 2147483648 -2147483649 4294967296'),
  ...words('9007199254740991 9007199254740992 9223372036854775807 9223372036854775808'),
  ...[' 1 ', '9'.repeat(400)],
]

const times = [
  ...words('0001-01-01 0000-01-01 1899-12-31 1900-01-01 2999-12-31 9999-12-31 10000-01-01 -000001-01-01'),
  ...words('-271821-04-20 +275760-09-13 2026-02-30 2026-13-01 2026-1-1 17.11.2026'),
  ...words('0001-01-01T00:00:00+14:00 0000-12-31T23:59:59Z 1900-01-01T00:00:00+14:00'),
  ...words('2999-12-31T23:59:59-14:00 9999-12-31T23:59:59-12:00 +010000-01-01T00:00:00Z'),
  ...words('2026-11-17T24:00:00Z 2026-11-17T12:00:60Z 2026-11-17T12:00:00+23:59 2026-11-17T12:00:00+99:99'),
  ...words('2026-11-17T12:00:00 infinity -infinity now epoch'),
  '2026-11-17 12:00',
]

const uuids = [
  ...[UUID, `{${UUID}}`, UUID.replaceAll('-', ''), `urn:uuid:${UUID}`, `${UUID} `, `${UUID}0`],
  ...words('00000000-0000-0000-0000-000000000000 ffffffff-ffff-ffff-ffff-ffffffffffff'),
  ...words('FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF g0000000-0000-4000-8000-000000000000'),
]

const texts = [
  // Each of these characters by itself.
  ...' \0\u0001\u007f\ufffd\uffff\u202e😀ёΐİ%_\\\'"&|!\n\t/?#',
  ...['', 'a\0b', '\ud800', 'a\udfffb', "';--", '\\u0000', ':*', '<->', '()', '\r\n', '..'],
  ...words('__proto__ constructor null true {} []'),
  ...['x'.repeat(201), 'я'.repeat(2_000), 'a '.repeat(2_000)],
]

/** Positions of cursors that our lists might have written, and similar ones that PostgreSQL refuses. */
const positions = [
  ...[[], {}, 0, null, [null], [0], [-1], [1.5], ['1'], [1e308], [[1]], ['a'], ['\0'], ['\ud800']],
  ...[[9007199254740991], [9007199254740992], [0, 0], [-9007199254740991, -9007199254740991]],
  ...[
    ['a', 'b'],
    ['\0', 'b'],
    ['a', '\0'],
    ['a', UUID],
    ['\ud800', UUID],
    ['я'.repeat(200), UUID],
  ],
  ...['2026-11-17 00:00:00+00', '2026-11-17 00:00:00.123456+05:30', '0000-01-01 00:00:00+00'].map(withUuid),
  ...['0001-01-01 00:00:00+00', '9999-12-31 23:59:59+00', '2026-02-30 00:00:00+00'].map(withUuid),
  ...['2026-11-17 24:00:00+00', '2026-11-17 23:60:00+00', '2026-11-17 00:00:00+99'].map(withUuid),
  ...['2026-11-17 00:00:00+15:60', '2026-11-17 00:00:00-16', 'infinity', '2026-11-17', 'now'].map(withUuid),
  ['2026-11-17 00:00:00+00', 'no-uuid'],
]
function withUuid(time: string): string[] {
  return [time, UUID]
}

const places = [
  ...words('0.0 1.1 -62135596800000.1 -62135596800001.1 253402300800000.1 999999999999999.999999999999999'),
  ...words('-999999999999999.1 8640000000000000.1 8640000000000001.1 1.9007199254740993 1 . 1.1.1 1e3.1'),
]
const cursors = [
  ...['', ...words('x = %00 AAAA ////'), 'x'.repeat(500), 'x'.repeat(501)],
  ...['[1', '{"a":', '\0', ...places].map(base64),
  ...positions.map(position => base64(JSON.stringify(position))),
]

/** Extreme values for a parameter of this name. */
export function extremeWords(name: string): string[] {
  const own = name === 'cursor' ? cursors : name === 'from' || name === 'to' ? times : [...numbers, ...uuids]
  return [...own, ...texts]
}

/** Extreme values for a header. */
export const HEADER_VALUES = [
  ...['', ...words('* "0" "1" "2147483648" "999999999" "9999999999" "9223372036854775808" 1 "-1" "1.5"')],
  ...['W/"1"', '"1", "2"', '"1', "'1'", '""', 'x'.repeat(8_000), '\u00ff\u00fe', UUID, UUID.toUpperCase()],
  ...['Bearer', 'Bearer x', `Bearer ${'x'.repeat(5_000)}`, 'Basic eDp5', 'Bearer obm_\u00ff'],
  ...['bytes=0-1', 'application/json; charset=x'],
]
