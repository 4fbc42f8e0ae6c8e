import { connect, type Socket } from 'node:net'
import { AppError } from '../../errors/app-error.js'
import type { Home } from './home.js'
import { type Greeting, type Reply, type Role, readAddress, type SupervisorAddress } from './leases.js'
import { isAlive } from './postmaster-file.js'
import { embeddedTexts } from './texts.js'

/** Our lease on a running server. */
export interface Lease {
  port: number
  /** The pid of the supervisor that gave it. */
  supervisor: number
  /** Resolves when the supervisor has exited, for whatever reason. */
  gone: Promise<void>
  /** Returns the lease; if it was the last, resolves when the server has stopped. */
  leave(): Promise<void>
}

/**
 * Joins the server that runs in `home`; waits while it starts or recovers. Returns undefined if there is none, or it is stopping.
 * Throws `conflict` for a second `serve`.
 */
export async function joinSupervisor(home: Home, role: Role): Promise<Lease | undefined> {
  const address = readAddress(home.supervisorFile)
  if (!address || !isAlive(address.pid)) return undefined
  const socket = connect({ host: '127.0.0.1', port: address.port })
  const gone = new Promise<void>(resolve => {
    socket.on('close', () => resolve())
  })
  const reply = await greet(socket, address, role)
  if (!reply) {
    socket.destroy()
    return undefined
  }
  if ('servedBy' in reply) {
    socket.destroy()
    throw new AppError('conflict', embeddedTexts.alreadyServed(home.dataDir, reply.servedBy))
  }
  socket.unref()
  return {
    port: reply.port,
    supervisor: address.pid,
    gone,
    async leave() {
      socket.ref()
      socket.end()
      await gone
    },
  }
}

function greet(socket: Socket, address: SupervisorAddress, role: Role): Promise<Reply | undefined> {
  return new Promise(resolve => {
    let said = ''
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(undefined))
    socket.on('data', piece => {
      said += piece.toString()
      if (!said.includes('\n')) return
      try {
        resolve(JSON.parse(said) as Reply)
      } catch {
        resolve(undefined)
      }
    })
    socket.write(`${JSON.stringify({ token: address.token, pid: process.pid, role } satisfies Greeting)}\n`)
  })
}
