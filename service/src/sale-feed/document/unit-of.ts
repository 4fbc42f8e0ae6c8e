import type { SchemaVersion, Unit } from '@obmen/codec'
import { unitCode } from '../../orders/intake/read/unit-code.js'
import { UNITS } from './texts-units.js'

/** `БазоваяЕдиница` of an ОКЕИ code. A code that we have no name for stands in its place: 1C looks units up by the code. */
export function unitOf(code: string, version: SchemaVersion): Unit {
  const padded = unitCode(code.trim()).padStart(3, '0')
  const names = UNITS[padded]
  // Four characters are allowed from 2.08 on; a code that the schema refuses is told by its name alone.
  const longest = version >= '2.08' ? 4 : 3
  return {
    text: names?.short ?? padded,
    ...(padded.length <= longest ? { code: padded } : {}),
    fullName: names?.full ?? padded,
    ...(names?.international === undefined ? {} : { international: names.international }),
  }
}
