import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP proxy in front of a database that can silently drop data without closing connections, as some proxies do with idle ones. */
export interface SwallowingProxy extends AsyncDisposable {
  /** The database's URL, by way of the proxy. */
  url: string
  /** From now on nothing passes on the connections that are open; new ones work. */
  swallowOpen(): void
  /** From now on new connections are accepted, and nothing passes on them. */
  swallowNew(): void
  /** From now on new connections are accepted, and nothing passes on any. */
  swallowAll(): void
  passAgain(): void
  /** Connections opened so far. */
  opened(): number
}

export async function openProxy(databaseUrl: string): Promise<SwallowingProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Map<Socket, { swallowed: boolean }>()
  let opened = 0
  let passing = true
  const server = createServer(near => {
    opened++
    const state = { swallowed: !passing }
    const far = connect(Number(target.port), target.hostname)
    const carry = (from: Socket, to: Socket): void => {
      sockets.set(from, state)
      from.on('data', piece => state.swallowed || to.write(piece))
      from.on('end', () => state.swallowed || to.end())
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        if (!state.swallowed) to.destroy()
      })
    }
    carry(near, far)
    carry(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const swallowOpen = (): void => {
    for (const state of sockets.values()) state.swallowed = true
  }
  return {
    url: url.href,
    swallowOpen,
    swallowNew() {
      passing = false
    },
    swallowAll() {
      passing = false
      swallowOpen()
    },
    passAgain() {
      passing = true
    },
    opened: () => opened,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.keys()) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
