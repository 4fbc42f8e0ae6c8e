import { createHash } from 'node:crypto'
import { cleanName, cut } from './clean-text.js'

const HASH_DIGITS = 8

/**
 * A name of one line that fits `limit` characters. 1C takes two of one name for one and the same, so one that has to be cut ends in
 * a mark of its whole text: the same name always gets the same, and another name another.
 */
export function distinctName(name: string, limit: number): string {
  const whole = cleanName(name, Number.POSITIVE_INFINITY)
  if (whole.length <= limit) return whole
  const mark = `… [${createHash('sha256').update(whole).digest('hex').slice(0, HASH_DIGITS)}]`
  return cut(whole, limit - mark.length) + mark
}
