import { badFilter, notImplemented } from '../errors.js'
import type { Operand } from './compare.js'

/**
 * `cast(guid'…','Document_X')` makes a reference; `isof(field,'Document_X')` asks for the type of one. No other
 * function is played.
 */
export function callFunction(name: string, [value, type]: readonly Operand[]): Operand {
  if (name !== 'cast' && name !== 'isof') throw notImplemented(name)
  const named = type?.type === 'text' ? type.literal : undefined
  if (
    value === undefined ||
    named === undefined ||
    !/^(?:Document|Catalog|ChartOf\w+|Enum)_[\p{L}\p{N}_]+$/u.test(named)
  )
    throw badFilter(name)
  if (name === 'isof') {
    if (value.type !== 'composite') throw badFilter(name)
    return { type: 'boolean', value: row => String(value.value(row)).startsWith(`StandardODATA.${named}|`) }
  }
  if (value.type !== 'guid') throw badFilter(name)
  return { type: 'reference', value: row => `StandardODATA.${named}|${value.value(row)}` }
}
