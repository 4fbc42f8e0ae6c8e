import { connect, type Socket } from 'node:net'
import { expect } from 'vitest'
import type { Database } from '../../src/db/database.js'
import { type Backend, basic, type Connected, send } from './exchange.js'

/** A session of a 1C that sends files: every exchange signs in anew. */
export async function uploadSession(db: Database, of: Connected, at: Backend) {
  const headers = { authorization: basic(of.login, of.password) }
  const signedIn = await send(at, '/1c?type=sale&mode=checkauth', { headers })
  const [, name, token] = signedIn.text.split('\n')
  const cookie = `${name}=${token}`
  const ask = async (query: string, body?: string | Buffer): Promise<string> => {
    const asking = body === undefined ? { headers, cookie } : { headers, cookie, body }
    return (await send(at, `/1c?${query}`, asking)).text
  }
  return {
    file: (name: string, body: string | Buffer, type = 'sale') =>
      ask(`type=${type}&mode=file&filename=${encodeURIComponent(name)}`, body),
    /** Begins to send a part; whoever gets the socket goes on. */
    begin(name: string, bytes: Buffer, length: number): Socket {
      const socket = connect(at.port, '127.0.0.1')
      socket.write(
        `POST /1c?type=sale&mode=file&filename=${name} HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\nCookie: ${cookie}\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`,
      )
      socket.write(bytes)
      return socket
    },
    /** Sends some bytes of a longer part, then disconnects. */
    async breakOff(name: string, bytes: Buffer): Promise<void> {
      const socket = this.begin(name, bytes, 100_000)
      await expect
        .poll(
          async () =>
            (await db.query('select from upload where name = $1 and next_part > 2', [name])).rows.length,
        )
        .toBe(1)
      socket.destroy()
      await expect
        .poll(
          async () =>
            (await db.query(`select from journal_entry where outcome = 'cut' and url like $1`, [`%${name}%`]))
              .rows.length,
        )
        .toBe(1)
    },
    import: (name: string, type = 'sale') =>
      ask(`type=${type}&mode=import&filename=${encodeURIComponent(name)}`),
  }
}
