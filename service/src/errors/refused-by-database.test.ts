import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { clientConfig, singleClient } from '../db/database.js'
import type { AppError } from './app-error.js'
import { toAppError } from './to-app-error.js'

describeOnEachPostgres('a value that only the database refuses', pg => {
  it('is answered in words, with the value if PostgreSQL names it', async () => {
    const db = await pg.freshDatabase()
    const answered = async (statement: string): Promise<[string, string]> => {
      const error = await db.query(statement).then(
        () => new Error('it was taken'),
        cause => toAppError(cause),
      )
      return [(error as AppError).code, error.message]
    }
    expect(await answered(`select '2147483648'::int`)).toEqual([
      'invalid',
      expect.stringContaining('«2147483648»: число вне'),
    ])
    expect(await answered(`select '0000-01-01'::date`)).toEqual([
      'invalid',
      expect.stringContaining('«0000-01-01»'),
    ])
    expect(await answered(`select 'x'::uuid`)).toEqual(['invalid', expect.stringContaining('«x»: это не')])
    expect(await answered(`select '{'::json`)).toEqual([
      'invalid',
      expect.stringContaining('База данных не приняла'),
    ])
    expect(await answered(`select 1e300::float8::int`)).toEqual([
      'invalid',
      expect.stringContaining('одно из значений'),
    ])
    expect(await answered(`select repeat('(', 30000)::tsquery`)).toEqual([
      'invalid',
      expect.stringContaining('База данных'),
    ])
    expect(await answered(`select 1 from nowhere`)).toEqual(['internal', expect.stringContaining('Обмен')])
  })
})

it('a database that accepts connections and says nothing is unavailable, however it was called', async () => {
  const mute = createServer(socket => socket.on('error', () => undefined)).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const url = `postgresql://nobody@127.0.0.1:${(mute.address() as AddressInfo).port}/nothing`
  const failed = await singleClient(clientConfig({ url, silenceMs: 50 }))
    .connect()
    .catch((error: unknown) => toAppError(error))
  expect(failed).toMatchObject({ code: 'unavailable' })
  mute.close()
})
