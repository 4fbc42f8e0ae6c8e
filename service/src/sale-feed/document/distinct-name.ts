import { createHash } from 'node:crypto'
import { cleanName, cut } from './clean-text.js'

const HASH_DIGITS = 8

/**
 * A one-line name within `limit` characters. 1C identifies items by name, so a truncated name ends in a hash of the full one: different
 * names stay different.
 */
export function distinctName(name: string, limit: number): string {
  const whole = cleanName(name, Number.POSITIVE_INFINITY)
  if (whole.length <= limit) return whole
  const mark = `… [${createHash('sha256').update(whole).digest('hex').slice(0, HASH_DIGITS)}]`
  return cut(whole, limit - mark.length) + mark
}
