import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'

/** Where a page of a list ended: the order after which the next one begins. */
export interface ListPosition {
  placedAt: Date
  key: number
}

/** Years with four digits: PostgreSQL cannot parse others the way Date formats them. */
const EARLIEST = Date.parse('0001-01-02')
const LATEST = Date.parse('9999-12-30')

/** `leading`: number of exact matches put before the list on its first page. */
export function writeCursor({ placedAt, key }: ListPosition, leading = 0): string {
  return Buffer.from(`${placedAt.getTime()}.${key}${leading > 0 ? `.${leading}` : ''}`).toString('base64url')
}

/** AppError `invalid` for anything that writeCursor didn't write. */
export function readCursor(cursor: string): ListPosition & { leading: number } {
  const match = /^(-?\d{1,15})\.(\d{1,15})(?:\.(\d{1,3}))?$/.exec(Buffer.from(cursor, 'base64url').toString())
  const at = Number(match?.[1])
  if (!match || !(at >= EARLIEST && at <= LATEST))
    throw new AppError('invalid', describeProblem('list-cursor-foreign'), {
      errors: [{ path: '/cursor', ...describeProblem('list-cursor-foreign') }],
    })
  return { placedAt: new Date(at), key: Number(match[2]), leading: Number(match[3] ?? 0) }
}
