import { AppError } from '../../errors/app-error.js'
import type { Session } from './open-session.js'
import type { Table } from './tables.js'
import { copyTexts as texts } from './texts.js'

/**
 * Begins the source's only transaction. Writers wait until its end: what they wrote after the snapshot would be missed. The locks
 * come first, since the first statement that reads takes the snapshot.
 */
export async function beginSnapshot(source: Session, tables: readonly Table[]): Promise<void> {
  await source.query('begin isolation level repeatable read read only')
  await source.query(`lock table ${tables.map(table => table.name).join(', ')} in share mode`)
  const [row] = await source.query<{ held: boolean }>('select exists (select from location) as held')
  if (!row?.held) throw new AppError('conflict', texts.sourceEmpty)
}
