import type { Socket } from 'node:net'
import ipaddr from 'ipaddr.js'
import type pg from 'pg'
import { clientConfig, singleClient } from '../db/database.js'

export interface ConnectionFacts {
  /** The host that is reached without TLS; undefined: encrypted, or on this machine. */
  plainTo: string | undefined
  /** The host is in a private network. */
  isPrivate: boolean
  /** Somebody in between gives each transaction another connection to PostgreSQL. */
  pooled: boolean
}

/** How PostgreSQL is reached. What is seen from our end counts: a pooler may be encrypted behind. */
export async function lookAtConnection(url: string): Promise<ConnectionFacts> {
  const [one, other] = [singleClient(clientConfig({ url })), singleClient(clientConfig({ url }))]
  try {
    await one.connect()
    await other.connect()
    // A pooler that lends connections for a transaction lends this one to the next that asks.
    const before = await backendOf(one)
    await other.query('begin')
    const pooled = (await backendOf(other)) === before || (await backendOf(one)) !== before
    await other.query('rollback')
    const { stream } = (one as unknown as { connection: { stream: Socket & { encrypted?: true } } })
      .connection
    const { remoteAddress } = stream
    const range = remoteAddress ? ipaddr.process(remoteAddress).range() : undefined
    const isPlain = !stream.encrypted && range !== undefined && range !== 'loopback'
    return {
      plainTo: isPlain ? one.host : undefined,
      isPrivate: range === 'private' || range === 'uniqueLocal' || range === 'linkLocal',
      pooled,
    }
  } finally {
    await Promise.all([one.end(), other.end()].map(end => end.catch(() => undefined)))
  }
}

async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]!.pid
}
