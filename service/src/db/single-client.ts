import type { Socket } from 'node:net'
import pg from 'pg'

/** Properties of a connection that `pg` does not type. */
interface Wire {
  processID: number | null
  connection: { stream: Socket }
}

/**
 * A connection without a pool, not yet connected. If it breaks, the statement that uses it fails; without this listener the error
 * would end the process as well.
 */
export function singleClient(settings: pg.ClientConfig): pg.Client {
  const client = new pg.Client({ application_name: 'obmen', keepAlive: true, ...settings })
  client.on('error', () => undefined)
  return client
}

/** Closes it immediately, whether or not the other side answers. */
export function breakConnection(client: pg.ClientBase, error?: Error): void {
  ;(client as unknown as Wire).connection.stream.destroy(error)
}

/** Whether the connection is closed; the pool learns of it a moment later. */
export function isBroken(client: pg.ClientBase): boolean {
  return (client as unknown as Wire).connection.stream.destroyed
}

/** The server's process for the connection; 0 before there is one. */
export function pidOf(client: pg.ClientBase): number {
  return (client as unknown as Wire).processID ?? 0
}
