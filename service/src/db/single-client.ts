import pg from 'pg'

/**
 * An unpooled connection, not yet connected. If it breaks during a statement, that statement fails; without a
 * listener the error would also end the process, and between statements nobody would notice it.
 */
export function singleClient(settings: pg.ClientConfig): pg.Client {
  const client = new pg.Client({ application_name: 'obmen', keepAlive: true, ...settings })
  client.on('error', () => undefined)
  return client
}
