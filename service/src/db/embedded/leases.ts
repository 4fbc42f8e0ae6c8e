import { randomBytes, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  futimesSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { giveToFolderOwner } from './home.js'

export type Role = 'serve' | 'command'

/** How a command finds the supervisor: the content of `keeper.json`. */
export interface SupervisorAddress {
  pid: number
  port: number
  token: string
  /** Where its pids count, see `pidScope`; earlier versions wrote none. */
  scope?: string | undefined
  /** The folder that its server works on, see `folderOf`; earlier versions wrote none. */
  folder?: string
}

/** The first line that a command sends, and the line that it gets. */
export interface Greeting {
  token: string
  pid: number
  role: Role
}
export type Reply = { port: number } | { servedBy: number }

export interface Leases {
  /** Takes the folder and lets commands find us; once taken, renews that. False if another supervisor has it. */
  claim(): boolean
  /** Tells present and future clients that the server is ready. */
  ready(port: number): void
  /** The server is temporarily down. */
  notReady(): void
  count(): number
  /** Accepts no new clients; those that leave wait until `end`. */
  close(): void
  /** The server has stopped: nobody finds us any more, and the clients that have left are told. */
  end(): void
}

interface Lease {
  socket: Socket
  greeting: Greeting
  answered: boolean
}

const MAX_GREETING = 1000
/** How often a supervisor renews the time of its file. */
export const RENEW_MS = 2000

/**
 * Counts the processes that use the server: each holds a connection, which the operating system closes for it however it ends.
 * Everything is decided on one thread of one process, so joining and stopping cannot race. Calls `left` when a client has left, and
 * `lost` when another supervisor has taken the folder: that may happen to one that was taken for dead, a paused container for instance.
 */
export async function openLeases(
  supervisorFile: string,
  { left, lost }: { left: () => void; lost: () => void },
): Promise<Leases> {
  const token = randomBytes(24).toString('base64url')
  const leases = new Set<Lease>()
  const unidentified = new Set<Socket>()
  const leaving = new Set<Socket>()
  let closed = false
  let databasePort: number | undefined
  let renewing: NodeJS.Timeout | undefined

  const answer = (lease: Lease): void => {
    if (databasePort === undefined || lease.answered) return
    lease.answered = true
    lease.socket.write(`${JSON.stringify({ port: databasePort } satisfies Reply)}\n`)
  }
  const greet = (socket: Socket, greeting: Greeting): void => {
    unidentified.delete(socket)
    const serving = [...leases].find(lease => lease.greeting.role === 'serve')
    if (greeting.role === 'serve' && serving) {
      socket.end(`${JSON.stringify({ servedBy: serving.greeting.pid } satisfies Reply)}\n`)
      return
    }
    const lease: Lease = { socket, greeting, answered: false }
    leases.add(lease)
    const leave = (): void => {
      if (!leases.delete(lease)) return
      leaving.add(socket)
      left()
      if (!closed) socket.end()
    }
    socket.on('end', leave)
    socket.on('close', leave)
    answer(lease)
  }

  const server = createServer({ allowHalfOpen: true }, socket => {
    unidentified.add(socket)
    let said = ''
    socket.on('error', () => {})
    socket.on('close', () => unidentified.delete(socket))
    socket.on('data', piece => {
      if (!unidentified.has(socket)) return
      said += piece.toString()
      if (said.length > MAX_GREETING) socket.destroy()
      if (!said.includes('\n')) return
      const greeting = readGreeting(said, token)
      if (greeting && !closed) greet(socket, greeting)
      else socket.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ours = JSON.stringify({
    pid: process.pid,
    port,
    token,
    scope: pidScope(),
    folder: folderOf(supervisorFile),
  } satisfies SupervisorAddress)

  return {
    claim() {
      if (renewing) return renew(supervisorFile, ours)
      if (!createKeeper(supervisorFile, ours)) return false
      renewing = setInterval(() => {
        if (!renew(supervisorFile, ours)) lost()
      }, RENEW_MS).unref()
      return true
    },
    ready(at) {
      databasePort = at
      for (const lease of leases) answer(lease)
    },
    notReady() {
      databasePort = undefined
    },
    count: () => leases.size,
    close() {
      closed = true
      server.close()
      for (const socket of unidentified) socket.destroy()
    },
    end() {
      // Not before: to another container this file alone tells that the server is still stopping.
      clearInterval(renewing)
      removeKeeper(supervisorFile, ours)
      for (const socket of leaving) socket.end()
    },
  }
}

/**
 * In which pids are unique: one boot of one machine and, there, one PID namespace (a container has its own). The same pid of another scope is
 * another process. Undefined where the system has no such thing.
 */
export function pidScope(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return undefined
  }
}

/** Which folder the file is in, by device and inode: a copy is another one, whatever its files say; another path to it is not. */
export function folderOf(supervisorFile: string): string {
  const { dev, ino } = statSync(dirname(supervisorFile), { bigint: true })
  return `${dev}:${ino}`
}

/** Sets the time of our file to now. False if it is gone or another's is in its place. */
function renew(file: string, ours: string): boolean {
  let opened: number | undefined
  try {
    opened = openSync(file, 'r+')
    if (readFileSync(opened, 'utf8') !== ours) return false
    futimesSync(opened, new Date(), new Date())
    return true
  } catch (error) {
    // Its disk is away, perhaps for a moment only: the next time.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  } finally {
    if (opened !== undefined) closeSync(opened)
  }
}

/** The content of `keeper.json`, whether it can be understood or not; undefined if there is none. */
export function readKeeper(supervisorFile: string): string | undefined {
  try {
    return readFileSync(supervisorFile, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Undefined if the content of `keeper.json` can't be understood: it is damaged, or being written. */
export function parseAddress(content: string): SupervisorAddress | undefined {
  try {
    return JSON.parse(content) as SupervisorAddress
  } catch {
    return undefined
  }
}

/**
 * Removes `keeper.json` if this is its content. If another supervisor has put its own there in the same moment, that one gets it back.
 */
export function removeKeeper(supervisorFile: string, content: string): void {
  if (readKeeper(supervisorFile) !== content) return
  const taken = uniqueName(supervisorFile)
  try {
    renameSync(supervisorFile, taken)
    const found = readFileSync(taken, 'utf8')
    if (found !== content) createKeeper(supervisorFile, found)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  } finally {
    rmSync(taken, { force: true })
  }
}

/** Creates the file with all its content. Of several that try at once, on whatever machines, one succeeds; the others get false. */
function createKeeper(file: string, content: string): boolean {
  const temporary = uniqueName(file)
  try {
    writeKeeper(temporary, content)
    try {
      linkSync(temporary, file)
    } catch (error) {
      // A network disk may have made the link and lost the answer.
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKeeper(file) === content
      // A disk without hard links. Who reads the file before it is written doesn't understand it, and looks again.
      writeKeeper(file, content)
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

function writeKeeper(file: string, content: string): void {
  const opened = openSync(file, 'wx', 0o600)
  try {
    giveToFolderOwner(opened, file)
    writeFileSync(opened, content)
  } finally {
    closeSync(opened)
  }
}

/** Pids repeat in other containers. */
function uniqueName(file: string): string {
  return `${file}.${randomBytes(8).toString('hex')}`
}

function readGreeting(line: string, token: string): Greeting | undefined {
  try {
    const greeting = JSON.parse(line) as Greeting
    const [given, expected] = [Buffer.from(String(greeting.token)), Buffer.from(token)]
    return given.length === expected.length && timingSafeEqual(given, expected) ? greeting : undefined
  } catch {
    return undefined
  }
}
