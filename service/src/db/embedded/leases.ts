import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'

export type Role = 'serve' | 'command'

/** How a command finds the supervisor: the content of `keeper.json`. */
export interface SupervisorAddress {
  pid: number
  port: number
  token: string
}

/** The first line that a command sends, and the line that it gets. */
export interface Greeting {
  token: string
  pid: number
  role: Role
}
export type Reply = { port: number } | { servedBy: number }

export interface Leases {
  /** Lets commands find us. */
  publish(): void
  /** Tells present and future clients that the server is ready. */
  ready(port: number): void
  /** The server is temporarily down. */
  notReady(): void
  count(): number
  /** Accepts no new clients; those that leave wait until `end`. */
  close(): void
  /** Tells the clients that have left that the server has stopped. */
  end(): void
}

interface Lease {
  socket: Socket
  greeting: Greeting
  answered: boolean
}

const MAX_GREETING = 1000

/**
 * Counts the processes that use the server: each holds a connection, which the operating system closes for it however it ends.
 * Everything is decided on one thread of one process, so joining and stopping cannot race. Calls `left` when a client has left.
 */
export async function openLeases(supervisorFile: string, left: () => void): Promise<Leases> {
  const token = randomBytes(24).toString('base64url')
  const leases = new Set<Lease>()
  const unidentified = new Set<Socket>()
  const leaving = new Set<Socket>()
  let closed = false
  let databasePort: number | undefined

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

  return {
    publish() {
      const temporary = `${supervisorFile}.${process.pid}`
      writeFileSync(
        temporary,
        JSON.stringify({ pid: process.pid, port, token } satisfies SupervisorAddress),
        {
          mode: 0o600,
        },
      )
      renameSync(temporary, supervisorFile)
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
      if (readAddress(supervisorFile)?.token === token) rmSync(supervisorFile, { force: true })
    },
    end() {
      for (const socket of leaving) socket.end()
    },
  }
}

export function readAddress(supervisorFile: string): SupervisorAddress | undefined {
  try {
    return JSON.parse(readFileSync(supervisorFile, 'utf8')) as SupervisorAddress
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
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
