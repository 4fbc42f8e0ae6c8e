import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../../src/db/database.js'
import type { Role } from '../../../src/db/embedded/use-embedded-postgres.js'

const PROGRAM = new URL('../../../dist/db/embedded/use-embedded-postgres.js', import.meta.url)

const CONTAINED = [
  ...(process.getuid?.() === 0 ? [] : ['-Ur']),
  ...['-pif', '--mount-proc', '--kill-child', '--'],
]

// Ignores Ctrl-C, as serve does while it stops gracefully.
const SCRIPT = `
  process.on('SIGINT', () => {})
  const { useEmbeddedPostgres } = await import(${JSON.stringify(PROGRAM.href)})
  const [dataDir, role, runAs] = process.argv.slice(1)
  const warnings = []
  try {
    const server = await useEmbeddedPostgres({ dataDir, role, runAs, warn: text => warnings.push(text), onLost: error => console.log(JSON.stringify({ lost: error.message })) })
    console.log(JSON.stringify({ url: server.url, port: server.port, warnings }))
    process.stdin.resume()
    process.stdin.on('end', async () => {
      await server[Symbol.asyncDispose]()
      process.exit(0)
    })
  } catch (error) {
    console.log(JSON.stringify({ refused: error.message, code: error.code }))
    process.exit(1)
  }
`

/** A process that uses the embedded server of a data folder until it is finished or killed. */
export interface Holder extends AsyncDisposable {
  pid: number
  url: string
  port: number
  /** Set instead of `url` when it could not have a server. */
  refused?: string
  /** What it had to say to whoever started it. */
  warnings: string[]
  /** Ends like a command that has done its work. */
  finish(): Promise<void>
  kill(): Promise<void>
  /** Resolves to what it says when it has lost its server for good. */
  lost(): Promise<string>
}

export interface HolderOptions {
  uid?: number
  runAs?: string
  /** Doesn't wait for the server. */
  wait?: false
  /** Runs it as another container would: pids and shared memory are its own, network and files are not. */
  contained?: true
}

/** Whether `contained` works here. */
export const canContain = spawnSync('unshare', [...CONTAINED, 'true']).status === 0

export async function holdServer(
  dataDir: string,
  role: Role = 'command',
  options: HolderOptions = {},
): Promise<Holder> {
  const words = [
    '--input-type=module',
    '-e',
    SCRIPT,
    dataDir,
    role,
    ...(options.runAs ? [options.runAs] : []),
  ]
  const [program, ...before] = [...(options.contained ? ['unshare', ...CONTAINED] : []), process.execPath]
  const child = spawn(program!, [...before, ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    detached: true,
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  const output = options.wait === false ? {} : await nextAnswer<object>(child)
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve()
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    pid: child.pid!,
    url: '',
    port: 0,
    warnings: [],
    ...output,
    async finish() {
      child.stdin?.end()
      await ended
    },
    kill,
    lost: async () => (await nextAnswer<{ lost: string }>(child)).lost,
    [Symbol.asyncDispose]: kill,
  }
}

async function nextAnswer<T>(child: ChildProcess): Promise<T> {
  let output = ''
  for await (const piece of child.stdout!.iterator({ destroyOnReturn: false })) {
    output += String(piece)
    if (output.includes('\n')) return JSON.parse(output)
  }
  throw new Error('the process ended without an answer')
}

/** The compiled program: a user who may not read it can't run it. */
export const PROGRAM_PATH = fileURLToPath(PROGRAM)

/** What the server answers: the first column of the first row. */
export async function ask(url: string, text = 'select 1 as answer'): Promise<unknown> {
  await using db = openDatabase({ url, poolSize: 1 })
  return Object.values((await db.query(text)).rows[0] ?? {})[0]
}
