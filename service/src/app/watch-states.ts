import type { Config } from '../config.js'
import type { Database } from '../db/database.js'
import { refreshStates } from '../integrations/state/report-states.js'
import type { Logger } from '../log.js'

export interface StateWatch extends AsyncDisposable {
  note(integrationKey: number): void
  settled(): Promise<void>
}

const BATCH_MS = 300
/** Time alone changes a state, too; and another server may have stopped before it checked. */
const REFRESH_ALL_MS = 60_000
const AT_ONCE = 500

export function watchStates({
  config,
  db,
  log,
}: {
  config: Pick<Config, 'silentAfterHours' | 'confirmWithinMinutes'>
  db: Database
  log: Logger
}): StateWatch {
  const noted = new Set<number>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let closing = false

  const run = (work: () => Promise<void>): void => {
    running = running.then(work).catch(error => {
      if (!closing) log.warn({ err: error }, 'could not refresh the states of integrations')
    })
  }
  const refreshNoted = async (): Promise<void> => {
    const keys = [...noted]
    noted.clear()
    if (keys.length > 0) await refreshStates(db, keys, config, log)
  }
  const refreshAll = async (): Promise<void> => {
    for (let after = 0; !closing; ) {
      const { rows } = await db.query<{ key: number }>(
        'select key from integration where key > $1 order by key limit $2',
        [after, AT_ONCE],
      )
      const last = rows.at(-1)
      if (!last) return
      await refreshStates(
        db,
        rows.map(({ key }) => key),
        config,
        log,
      )
      after = last.key
    }
  }
  const settled = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    run(refreshNoted)
    return running
  }
  const regularly = setInterval(() => run(refreshAll), REFRESH_ALL_MS).unref()

  return {
    note(integrationKey) {
      if (closing) return
      noted.add(integrationKey)
      timer ??= setTimeout(() => void settled(), BATCH_MS).unref()
    },
    settled,
    async [Symbol.asyncDispose]() {
      clearInterval(regularly)
      closing = true
      await settled()
    },
  }
}
