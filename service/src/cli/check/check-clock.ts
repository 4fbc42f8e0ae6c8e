import type { Database } from '../../db/database.js'
import { cliTexts } from '../texts.js'
import type { CheckResult } from './check-result.js'

const texts = cliTexts.check
const NOT_BEFORE = new Date('2026-11-01T00:00:00Z')
const MAX_SKEW_MS = 5_000

/** Checks this machine's own clock and its knowledge of time zones. */
export function checkClock(now: Date, report: (result: CheckResult) => void): void {
  if (!knowsZones()) report({ ok: false, text: texts.zonesMissing })
  if (now < NOT_BEFORE) report({ ok: false, text: texts.clockPast(now.toISOString()) })
  else report({ ok: true, text: texts.clockGood })
}

/** Compares the database's clock with ours, and ours with times stored before. */
export async function checkDatabaseClock(db: Database, report: (result: CheckResult) => void): Promise<void> {
  const before = Date.now()
  const { rows } = await db.query<{ now: Date; last: Date | null }>(
    'select clock_timestamp() as now, (select max(at) from journal_entry) as last',
  )
  const after = Date.now()
  const { now, last } = rows[0]!
  const skewMs = Math.max(before - now.getTime(), now.getTime() - after, 0)
  if (skewMs > MAX_SKEW_MS) report({ ok: false, text: texts.clockSkew(Math.round(skewMs / 1000)) })
  if (last && last.getTime() > after + MAX_SKEW_MS) {
    report({ ok: false, text: texts.clockBehind(last.toISOString(), new Date(after).toISOString()) })
  }
}

function knowsZones(): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: 'Asia/Yekaterinburg', hour: 'numeric' }).format(0).length > 0
    )
  } catch {
    return false
  }
}
