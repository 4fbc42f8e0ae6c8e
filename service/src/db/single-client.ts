import pg from 'pg'

/**
 * A connection without a pool, not yet connected. If it breaks, the statement that uses it fails; without this listener the error
 * would end the process as well.
 */
export function singleClient(settings: pg.ClientConfig): pg.Client {
  const client = new pg.Client({ application_name: 'obmen', keepAlive: true, ...settings })
  client.on('error', () => undefined)
  return client
}
