import type { SchemaVersion, Unit } from '@obmen/codec'
import { unitCode } from '../../orders/intake/read/unit-code.js'
import { UNITS } from './texts-units.js'

/** `БазоваяЕдиница` of an ОКЕИ code. The code serves as the name if that is not known: 1C looks units up by code. */
export function unitOf(code: string, version: SchemaVersion): Unit {
  const padded = unitCode(code.trim()).padStart(3, '0')
  const names = UNITS[padded]
  // The schema allows four characters from 2.08 on; a longer code is sent as a name only.
  const longest = version >= '2.08' ? 4 : 3
  return {
    text: names?.short ?? padded,
    ...(padded.length <= longest ? { code: padded } : {}),
    fullName: names?.full ?? padded,
    ...(names?.international === undefined ? {} : { international: names.international }),
  }
}
