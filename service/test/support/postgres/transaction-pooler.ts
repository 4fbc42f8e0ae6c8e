import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** AuthenticationOk and ReadyForQuery: a pooler signs its clients in by itself. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
/** Terminate. */
const GOODBYE = 0x58

/** As PgBouncer in transaction mode with one connection: all clients share it, by turns. For clients that ask one after another. */
export async function openPooler(
  databaseUrl: string,
  address = '127.0.0.1',
): Promise<{ url: string } & AsyncDisposable> {
  const target = new URL(databaseUrl)
  const clients = new Set<Socket>()
  let backend: Socket | undefined
  let asking: Socket | undefined
  const server = createServer(client => {
    clients.add(client)
    client.on('error', () => undefined).on('close', () => clients.delete(client))
    let isWelcome = false
    client.on('data', piece => {
      if (!backend) {
        backend = connect(Number(target.port), target.hostname)
        backend.on('error', () => undefined).on('data', answer => asking?.write(answer))
        isWelcome = true
      } else if (!isWelcome) {
        isWelcome = true
        client.write(WELCOME)
        return
      }
      if (piece[0] === GOODBYE && isWelcome && piece.length === 5) return
      asking = client
      backend.write(piece)
    })
  })
  server.listen(0, address)
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.hostname = address
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy()
      backend?.destroy()
      server.close()
    },
  }
}
