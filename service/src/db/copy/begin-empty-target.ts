import { AppError } from '../../errors/app-error.js'
import type { Session } from './open-session.js'
import type { Table } from './tables.js'
import { copyTexts as texts } from './texts.js'

/** Begins the target's only transaction: nobody else reads or writes before its end, and the tables are empty. */
export async function beginEmptyTarget(target: Session, tables: readonly Table[]): Promise<void> {
  await target.query('begin')
  await target.query(`lock table ${tables.map(table => table.name).join(', ')} in access exclusive mode`)
  for (const { name } of tables) {
    const [row] = await target.query<{ held: boolean }>(`select exists (select from ${name}) as held`)
    if (row?.held) throw new AppError('conflict', texts.targetHoldsData(name))
  }
}
