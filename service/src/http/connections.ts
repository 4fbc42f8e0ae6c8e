import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface Connections {
  /** From now on, closes each connection as soon as it carries no request. */
  endIdle(): void
}

/** Node's own closeIdleConnections passes over connections that have never sent a request. */
export function watchConnections(server: Server): Connections {
  const running = new Map<Socket, number>()
  let ending = false
  const endIfIdle = (socket: Socket): void => {
    if (ending && running.get(socket) === 0) socket.destroySoon()
  }
  server.on('connection', (socket: Socket) => {
    running.set(socket, 0)
    socket.once('close', () => running.delete(socket))
    endIfIdle(socket)
  })
  server.on('request', (request, response) => {
    const { socket } = request
    running.set(socket, (running.get(socket) ?? 0) + 1)
    response.once('close', () => {
      if (!running.has(socket)) return
      running.set(socket, running.get(socket)! - 1)
      endIfIdle(socket)
    })
  })
  return {
    endIdle() {
      ending = true
      for (const socket of running.keys()) endIfIdle(socket)
    },
  }
}
