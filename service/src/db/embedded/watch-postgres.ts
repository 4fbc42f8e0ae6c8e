import { type ChildProcess, spawn } from 'node:child_process'
import type { Account } from './choose-account.js'
import { programPath } from './find-binaries.js'
import { signalServer } from './postmaster-file.js'

export interface PostgresStart {
  cluster: string
  native: string
  account: Account
  port: number
  settings: Readonly<Record<string, string>>
}

export interface PostgresProcess {
  /** PostgreSQL's own pid; undefined if it could not be started. */
  pid: Promise<number | undefined>
  ended: Promise<void>
  /** Asks for a fast stop: transactions are rolled back, the rest is written out. */
  stop(): void
  /** Ends it as a crash would: it writes nothing more, and recovers when it starts again. */
  stopAtOnce(): void
}

/**
 * The shell outlives us: when the pipe on its input closes, because we asked or because we died,
 * it stops the server, fast first and after half a minute at once. The signal is repeated: one that reaches a server before it
 * listens to signals is lost.
 */
const WATCH = `
trap '' HUP INT TERM
exec 3<&0
"$@" 3<&- </dev/null >&2 &
pg=$!
echo $pg
exec >&2
(
  read -r _ <&3
  n=0
  while [ $n -lt 300 ] && kill -0 $pg; do
    [ $((n % 5)) -ne 0 ] || kill -INT $pg
    n=$((n + 1))
    sleep 0.1
  done
  kill -QUIT $pg
) 2>/dev/null &
reader=$!
exec 3<&-
wait $pg
code=$?
kill -KILL $reader 2>/dev/null
exit $code
`

/** Starts PostgreSQL under its watcher. Its output goes to our stderr. */
export function watchPostgres(start: PostgresStart): PostgresProcess {
  const settings = Object.entries({ ...start.settings, port: String(start.port) })
  const server = [
    ...start.account.prefix,
    programPath(start.native, 'postgres'),
    '-D',
    start.cluster,
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const windows = process.platform === 'win32'
  const [program = '', ...words] = windows ? server : ['/bin/sh', '-c', WATCH, 'obmen-postgres', ...server]
  const child = spawn(program, words, {
    ...(start.account.uid === undefined
      ? {}
      : { uid: start.account.uid, gid: start.account.gid ?? start.account.uid }),
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env.SystemRoot },
    stdio: ['pipe', 'pipe', 'inherit'],
    windowsHide: true,
  })
  child.stdin?.on('error', () => {})
  const ended = new Promise<void>(resolve => {
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
  // Also if the watcher itself was killed: its reader then still stops the server.
  let hasEnded = false
  void ended.then(() => {
    hasEnded = true
    child.stdin?.destroy()
  })
  const pid = windows ? Promise.resolve(child.pid) : firstLine(child)
  const askToStop = (mode: 'fast' | 'immediate'): void => {
    spawn(programPath(start.native, 'pg_ctl'), ['stop', '-m', mode, '-D', start.cluster])
  }
  return {
    pid,
    ended,
    stop() {
      if (windows) askToStop('fast')
      else child.stdin?.end()
    },
    stopAtOnce() {
      if (windows) return askToStop('immediate')
      void pid.then(server => {
        if (server !== undefined && !hasEnded) signalServer(server, 'SIGQUIT')
        // Also if that was lost: the watcher asks for a fast stop, and repeats this after half a minute.
        child.stdin?.end()
      })
    },
  }
}

function firstLine(child: ChildProcess): Promise<number | undefined> {
  return new Promise(resolve => {
    let said = ''
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (said.includes('\n')) resolve(Number.parseInt(said, 10))
    })
    child.stdout?.on('close', () => resolve(undefined))
    child.on('error', () => resolve(undefined))
  })
}
