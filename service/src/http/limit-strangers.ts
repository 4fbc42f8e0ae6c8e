import type { Server } from 'node:http'
import type { Socket } from 'node:net'

const known = new WeakSet<Socket>()

/** A call with right credentials came over it: it counts no longer as a stranger's. */
export function noteKnown(socket: Socket): void {
  known.add(socket)
}

/**
 * Keeps at most so many connections of strangers: for a further one the one goes that asks nothing now and
 * has asked nothing for longest. A 1C and whoever is signed in stay, and so do answers under way.
 */
export function limitStrangers(server: Server, most: number): void {
  /** With their unanswered requests, in the order of the last one. */
  const strangers = new Map<Socket, number>()
  const count = (socket: Socket, change: 1 | -1): void => {
    const running = strangers.get(socket)
    if (running === undefined) return
    strangers.delete(socket)
    if (!known.has(socket)) strangers.set(socket, running + change)
  }
  server.on('connection', (socket: Socket) => {
    strangers.set(socket, 0)
    socket.once('close', () => strangers.delete(socket))
    if (strangers.size <= most) return
    for (const [one, running] of strangers) {
      if (running > 0) continue
      strangers.delete(one)
      one.destroy()
      return
    }
  })
  server.on('request', ({ socket }, response) => {
    count(socket, 1)
    response.once('close', () => count(socket, -1))
  })
}
