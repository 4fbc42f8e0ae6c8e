import type { SchemaVersion, Unit } from '@obmen/codec'
import { unitCode } from '../../orders/intake/read/unit-code.js'
import { UNITS } from './texts-units.js'

/** `БазоваяЕдиница` of an ОКЕИ code. For a code without a known name, the code is the name: 1C looks units up by code. */
export function unitOf(code: string, version: SchemaVersion): Unit {
  const padded = unitCode(code.trim()).padStart(3, '0')
  const names = UNITS[padded]
  // Four characters are allowed from 2.08 on; a code that the schema does not allow is sent as a name only.
  const longest = version >= '2.08' ? 4 : 3
  return {
    text: names?.short ?? padded,
    ...(padded.length <= longest ? { code: padded } : {}),
    fullName: names?.full ?? padded,
    ...(names?.international === undefined ? {} : { international: names.international }),
  }
}
