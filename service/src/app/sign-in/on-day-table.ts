import type { Queryable } from '../../db/database.js'
import { dayName, IDS_A_DAY } from '../../db/days.js'

/** A statement on the table of one day's sessions; each connection keeps its plan under this name and the day. */
export interface DayStatement {
  name: string
  sql: (table: string) => string
}

const UNDEFINED_TABLE = '42P01'

/** The day whose table has this session. */
export function dayOfSession(sessionId: number): number {
  return Math.floor(sessionId / IDS_A_DAY)
}

/**
 * Runs it on the partition of a day directly: planning over all partitions takes longer than the work. A day without a partition is in
 * the default one.
 */
export async function onDayTable<Row extends object>(
  db: Queryable,
  day: number,
  { name, sql }: DayStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const own = dayName(day)
  try {
    return (await db.query<Row>(sql(`exchange_session_${own}`), values, `${name}-${own}`)).rows
  } catch (error) {
    if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error
    return (await db.query<Row>(sql('exchange_session_default'), values, name)).rows
  }
}
