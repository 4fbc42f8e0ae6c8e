import { ADDRESS_PARTS, CONTACT_KINDS, OPERATIONS, ROLES, SEXES } from '../model/names.js'
import type { SchemaVersion } from '../model/parts.js'
import { parseDate, parseTime } from '../model/values.js'

/** What the text of an element or attribute may be in a version. */
export interface ValueType {
  /** For people: `at most 40 characters`. */
  expects(version: SchemaVersion): string
  accepts(text: string, version: SchemaVersion): boolean
}

/** Limits of a length in characters; absent = none. Each applies from its version on. */
interface Bounds {
  min?: number
  max?: number
}
type Lengths = (Bounds & { from: SchemaVersion })[]

function text(...lengths: Lengths): ValueType {
  const boundsIn = (version: SchemaVersion): Bounds => lengths.findLast(({ from }) => version >= from) ?? {}
  return {
    expects(version) {
      const { min = 0, max } = boundsIn(version)
      if (max === undefined) return 'any text'
      return min === 0 ? `at most ${max} characters` : `${min === max ? '' : `${min} to `}${max} characters`
    },
    accepts(value, version) {
      const { min = 0, max = Infinity } = boundsIn(version)
      const length = value.length > max ? [...value].length : value.length
      return length >= min && length <= max
    },
  }
}

function pattern(expected: string, accepts: (text: string) => boolean): ValueType {
  return { expects: () => expected, accepts }
}

/** One of the words of a table; some exist only from a later version on. */
function oneOf<Word extends string>(
  words: Record<Word, string>,
  since: Partial<Record<Word, SchemaVersion>> = {},
): ValueType {
  const allowed = (version: SchemaVersion) =>
    (Object.keys(words) as Word[]).filter(word => version >= (since[word] ?? '2.05')).map(word => words[word])
  return {
    expects: version => `one of: ${allowed(version).join(', ')}`,
    accepts: (value, version) => allowed(version).includes(value),
  }
}

export const anyText = text()
export const globalId = text({ from: '2.05', max: 40 })
export const id20 = text({ from: '2.05', max: 20 })
export const id80 = text({ from: '2.05', max: 80 })
export const nameText = text({ from: '2.05', max: 250 }, { from: '2.07', max: 255 })
export const shortText = text({ from: '2.05' }, { from: '2.06', max: 255 })
export const commentText = text({ from: '2.05', max: 3000 })
export const descriptionText = text({ from: '2.05' }, { from: '2.06', max: 255 }, { from: '2.07', max: 3000 })
export const requisiteText = text({ from: '2.05', max: 1000 })
export const currencyText = text({ from: '2.05', min: 3, max: 3 })
export const innText = text({ from: '2.05', min: 10, max: 12 })
export const kppText = text({ from: '2.05', min: 9, max: 9 })
export const bicText = text({ from: '2.05', min: 9, max: 9 })
export const barcodeText = text({ from: '2.05', min: 8, max: 14 })
export const internationalText = text({ from: '2.05', max: 3 })
export const unitCodeText = text({ from: '2.05', max: 3 }, { from: '2.08', min: 3, max: 4 })
export const packageUnitText = text(
  { from: '2.05' },
  { from: '2.06', max: 3 },
  { from: '2.08', min: 3, max: 4 },
)
export const accountText: ValueType = {
  expects: () => '20 digits, the sixth may be one of the letters ABCEHKMPTX',
  accepts: (value, version) =>
    version === '2.05' ? value.length === 20 : /^\d{5}[\dABCEHKMPTX]\d{14}$/.test(value),
}
/** 2.05 has no valid value for `Обращение` at all. */
export const salutationText: ValueType = {
  expects: version => (version === '2.05' ? 'no such element' : shortText.expects(version)),
  accepts: (value, version) => version !== '2.05' && shortText.accepts(value, version),
}

/** The digits before and after the dot, without outer zeros; undefined if it is no decimal. */
function digitsOf(value: string): { whole: number; fraction: number } | undefined {
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(value)
  if (match === null) return undefined
  return { whole: match[1]!.replace(/^0+/, '').length, fraction: (match[2] ?? '').replace(/0+$/, '').length }
}

export const money = pattern('a decimal of at most 18 digits, 2 of them after the dot', value => {
  const digits = digitsOf(value)
  return digits !== undefined && digits.fraction <= 2 && digits.whole + digits.fraction <= 18
})
/** The schemas set no limit; 18 digits is what every schema processor must support. */
export const decimal = pattern('a decimal of at most 18 digits', value => {
  const digits = digitsOf(value)
  return digits !== undefined && digits.whole + digits.fraction <= 18
})
export const boolean = pattern('true or false', value => value === 'true' || value === 'false')
export const date = pattern(
  'a date like 2026-11-17',
  value => value.length === 10 && parseDate(value) === value,
)
export const time = pattern('a time like 09:05:00', value => parseTime(value) === value)
export const dateTime = pattern('a moment like 2026-11-17T09:05:00', value => {
  const [day = '', clock = ''] = value.split('T')
  return day.length === 10 && parseDate(day) === day && parseTime(clock) === clock
})

/** `acquiring` is in no schema, but 1C accepts card payments by no other word. */
export const operation = oneOf(OPERATIONS, {
  'rights-transfer': '2.06',
  'commission-write-off-report': '2.07',
})
export const role = oneOf(ROLES, { licensor: '2.06', licensee: '2.06' })
export const contactKind = oneOf(CONTACT_KINDS, { 'map-coordinates': '2.07', other: '2.07' })
export const addressPart = oneOf(ADDRESS_PARTS)
export const sex = oneOf(SEXES)
