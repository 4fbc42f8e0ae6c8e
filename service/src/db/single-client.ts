import pg from 'pg'

/**
 * A connection outside of any pool, not yet connected. What breaks it while a statement runs is told to that statement; without a
 * listener of its own it would also end the process, and between two statements nothing else would hear of it.
 */
export function singleClient(settings: pg.ClientConfig): pg.Client {
  const client = new pg.Client({ application_name: 'obmen', keepAlive: true, ...settings })
  client.on('error', () => undefined)
  return client
}
