import type { OneC } from '../base/base.js'
import { noField, noObject, noRight, notPublished } from './errors.js'
import { type Token, tokensOf } from './filter/tokens.js'
import { type Answer, entity, type Format, list } from './format.js'
import { type Options, projection, select } from './options.js'
import type { EntitySet, Row } from './sets.js'

/** What is published of a base, and what its user may not see. */
export interface Publication {
  base: OneC
  /** The address of the interface. */
  url: string
  /** All sets of the configuration by name; those that are not in Состав are not in it. */
  sets: ReadonlyMap<string, EntitySet>
  /** Sets that the user has no right to. */
  noRight: readonly string[]
  /** Rows that record-level restrictions hide, by set. */
  hidden: Readonly<Record<string, (row: Row) => boolean>>
}

/** Answers `path` below `/odata/standard.odata/`. Throws a Refusal. */
export function answerPath(publication: Publication, path: string, options: Options, format: Format): Answer {
  const { url: base, sets } = publication
  if (path === '') {
    const rows = [...sets.keys()].map(name => ({ name, url: name }))
    return list(format, { base, set: '', rows })
  }
  const [, name = '', key, rest] = /^([^(/]+)(?:\(([^)]*)\))?(?:\/(.+))?$/.exec(path) ?? []
  const set = sets.get(name)
  if (set === undefined) throw notPublished(name)
  if (publication.noRight.includes(name)) throw noRight()
  const rows = set.rows(publication.base)
  if (key !== undefined) {
    if (rest !== undefined) throw noField(rest)
    const row = rows.find(keyOf(set, key))
    if (row === undefined) throw noObject()
    if (publication.hidden[name]?.(row)) throw noRight()
    return entity(format, { base, set: name, row: projection(set, options)(row) })
  }
  if (rest !== undefined) throw noField(rest)
  return list(format, {
    base,
    set: name,
    rows: select(set, allowed(publication, set, rows, options), options),
  })
}

/** A forbidden row in what is asked for refuses everything, unless `allowedOnly` leaves it out. */
function allowed(
  { hidden }: Publication,
  set: EntitySet,
  rows: readonly Row[],
  options: Options,
): readonly Row[] {
  const isHidden = hidden[set.name]
  if (isHidden === undefined) return rows
  const isLeftOut = [options.get('allowedOnly'), options.get('$allowedOnly')].includes('true')
  const matching = new Map(options)
  for (const name of ['$select', '$top', '$skip', '$orderby']) matching.delete(name)
  if (!isLeftOut && select(set, rows.filter(isHidden), matching).length > 0) throw noRight()
  return rows.filter(row => !isHidden(row))
}

/** `guid'…'`, or all fields of the key: `A_Key=guid'…',B='…'`. */
function keyOf(set: EntitySet, key: string): (row: Row) => boolean {
  const single = /^guid'[^']*'$/.test(key) ? [[set.key[0]!, key]] : undefined
  if (single && set.key.length > 1) throw noField(key)
  const pairs = single ?? key.split(',').map(part => part.split('=', 2))
  const wanted = pairs.map(([field = '', value = '']) => {
    if (!set.key.includes(field)) throw noField(field)
    const [token, ...more] = tokensOf(value) as [Token | undefined, ...Token[]]
    if (token === undefined || more.length > 0) throw noField(value)
    return [field, token.text] as const
  })
  if (wanted.length !== set.key.length) throw noField(key)
  return row => wanted.every(([field, value]) => String(row[field]) === value)
}
