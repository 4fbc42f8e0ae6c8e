import { setTimeout as delay } from 'node:timers/promises'
import { DISK_FULL_EXIT, isDiskFull, limitLog } from './home.js'
import { openLeases, RENEW_MS } from './leases.js'
import { type Postmaster, readPostmaster, restorePostmaster } from './postmaster-file.js'
import { type PostgresProcess, type PostgresStart, watchPostgres } from './watch-postgres.js'

/** The supervisor's command line, as JSON. */
export interface SupervisorTask extends PostgresStart {
  supervisorFile: string
  /** Where our stderr goes, and the server's. */
  logFile: string
}

const POLL_MS = 20
const RESTART_MS = 500
const MAX_FAILURES = 5
const LOG_LOOK_MS = 10 * 60_000

/**
 * A separate process in a separate session: runs PostgreSQL while anybody uses it. Exits with 0 when the last user has left, with 3
 * when the server is unavailable: another supervisor has it, the port is taken, or it is broken (its log says why). With `DISK_FULL_EXIT` when
 * the disk has no room to make `keeper.json`.
 */
async function supervise(task: SupervisorTask): Promise<number> {
  let stopping = false
  let starterLeft = false
  let lost = false
  let postgres: PostgresProcess | undefined

  const leases = await openLeases(task.supervisorFile, {
    left: () => stopIfUnused(),
    lost() {
      if (lost) return
      console.error('another supervisor has taken keeper.json: stopping the server at once')
      lost = true
      stopping = true
      leases.close()
      postgres?.stopAtOnce()
    },
  })
  const stopIfUnused = (): void => {
    if (stopping || !starterLeft || leases.count() > 0) return
    stopping = true
    leases.close()
    postgres?.stop()
  }
  // The process that started us holds this pipe until it has joined; if it dies before, nobody waits for us.
  process.stdin.resume()
  process.stdin.on('error', () => {})
  process.stdin.on('close', () => {
    starterLeft = true
    stopIfUnused()
  })
  // A signal may go to a whole process group or cgroup: we stop only when our users are gone.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopIfUnused)

  setInterval(() => {
    try {
      limitLog(task.logFile)
    } catch (error) {
      console.error(error)
    }
  }, LOG_LOOK_MS).unref()

  let wasReady = false
  for (let failures = 0; !stopping; ) {
    // Before there is a server: of supervisors that start at once, in whatever containers, one starts it.
    try {
      if (!leases.claim()) return 3
    } catch (error) {
      console.error(`could not take keeper.json: ${(error as Error).message}`)
      return isDiskFull(error) ? DISK_FULL_EXIT : 3
    }
    postgres = watchPostgres(task)
    const ready = await becomesReady(task, postgres)
    let keeping: NodeJS.Timeout | undefined
    if (ready) {
      failures = 0
      wasReady = true
      leases.ready(task.port)
      keeping = setInterval(() => {
        try {
          // Never beside another's server: that one's file may just not be written yet.
          if (!stopping && leases.claim()) restorePostmaster(task.cluster, ready)
        } catch (error) {
          console.error(error)
        }
      }, RENEW_MS)
    }
    await postgres.ended
    clearInterval(keeping)
    leases.notReady()
    if (stopping) break
    failures++
    if (!wasReady || failures >= MAX_FAILURES || leases.count() === 0) {
      leases.close()
      leases.end()
      return 3
    }
    await delay(RESTART_MS)
  }
  leases.end()
  return lost ? 3 : 0
}

/** Resolves to what the server says of itself when it is ready, to undefined when it exited before. */
async function becomesReady(
  task: SupervisorTask,
  postgres: PostgresProcess,
): Promise<Postmaster | undefined> {
  let ended = false
  void postgres.ended.then(() => {
    ended = true
  })
  const pid = await postgres.pid
  while (!ended) {
    const found = readPostmaster(task.cluster)
    // One that was killed in another container may have had the same pid: pids begin anew in each. It had another port.
    if (found && found.pid === pid && found.port === task.port && found.ready) return found
    await delay(POLL_MS)
  }
  return undefined
}

process.exitCode = await supervise(JSON.parse(process.argv[2] ?? '') as SupervisorTask)
if (process.exitCode !== 0) process.exit()
// Clients that left notice the end of their connections; nothing else may keep us alive.
setTimeout(() => process.exit(), 1000).unref()
process.stdin.destroy()
