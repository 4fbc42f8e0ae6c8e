import type { ProblemWords } from '../problem-words.js'
import type { ValueRefusal } from '../texts-requests.js'

export const REQUESTS = {
  'if-match-shape': 'If-Match must be a number in quotes, as it came in ETag, such as "3".',
  'origin-shape':
    'Obmen-Origin must be the id of an integration: take integrationId from GET /orders/{id}/accounting.',
  'range-time-shape':
    'Give a date that exists, such as 2026-11-17, or a time with an offset, such as ' +
    '2026-11-17T12:00:00+05:00, between the years 1900 and 2999. Leave the parameter out for no ' +
    'limit.',
  'range-reversed': 'The beginning (from) is after the end (to): exchange them.',
  'time-shape': 'The time must be in ISO 8601, such as 2026-11-17T12:15:00+03:00.',
  'event-unknown':
    'The feed has no such place: the event was removed already, or the database was restored from a ' +
    'backup. Send next of the answer before; if that doesn’t help, begin anew without after.',
  'fields-wrong': 'Mend the fields that are marked and send again.',
  'zero-character-sent': 'The request has the character U+0000, which the database can’t take: remove it.',
  'value-refused': ({ reason, value }) =>
    'The database did not take ' +
    `${value === undefined ? 'one of the values' : `the value “${value}”`}: ` +
    `${VALUE_REFUSALS[reason]}. Mend it and send again.`,
  'page-cursor-broken':
    'The list can’t be continued: the value of cursor is damaged, or of another list (with another sort). ' +
    'Begin again without cursor.',
  'parameter-missing': 'this field is required',
  'parameter-zero-character': 'the character U+0000 is not allowed',
  'parameter-wrong': 'this value is not allowed',
  'parameter-unknown': ({ key }) => `there is no such field: “${key}”`,
  'query-unknown': ({ name, nearest }) =>
    `there is no parameter ${name}${nearest === undefined ? '' : `; a similar one: ${nearest}`}`,
  'parameter-type': ({ expected }) => `this must be ${TYPES[expected] ?? expected}`,
  'parameter-short': ({ min }) => (min <= 1 ? 'this can’t be empty' : `${min} characters at least`),
  'parameter-long': ({ max }) => `${max} characters at most`,
  'parameter-small': ({ min }) => `${min} at least`,
  'parameter-big': ({ max }) => `${max} at most`,
  'parameter-one-of': ({ values }) => `one of: ${values.map(value => `“${value}”`).join(', ')}`,
  'parameter-format': ({ format }) => `this must be ${FORMATS[format] ?? format}`,
} satisfies Partial<ProblemWords>

const VALUE_REFUSALS: Readonly<Record<ValueRefusal, string>> = {
  'too-long': 'it is too long',
  'out-of-range': 'the number is out of range',
  'no-time': 'there is no such date or time, or it is out of range',
  unreadable: 'it is no number, date or id',
  refused: 'such a value is not allowed',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'an id like 3f2b…-… (uuid)',
  email: 'an email address',
  datetime: 'a time with its offset, 2026-11-20T10:00:00Z or …+05:00 (in a URL, write + as %2B)',
  date: 'a date like 2026-11-20',
}
