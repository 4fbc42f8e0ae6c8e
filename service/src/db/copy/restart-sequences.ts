import type { Session } from './open-session.js'
import { listSequences } from './tables.js'

/** Lets each identity continue where the source's is. Unlike setval, RESTART is rolled back with the transaction. */
export async function restartSequences(source: Session, target: Session): Promise<void> {
  for (const { name } of await listSequences(target)) {
    const [next] = await source.query<{ value: string }>(`
      select case when is_called then last_value + seqincrement else last_value end::text as value
      from ${name}, pg_sequence where seqrelid = '${name}'::regclass`)
    if (next) await target.query(`alter sequence ${name} restart with ${next.value}`)
  }
}
