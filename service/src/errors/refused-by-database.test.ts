import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { clientConfig, singleClient } from '../db/database.js'
import { toAppError } from './to-app-error.js'

describeOnEachPostgres('a value that only the database refuses', pg => {
  it('is answered in words, with the value if PostgreSQL names it', async () => {
    const db = await pg.freshDatabase()
    for (const [statement, code, words] of [
      [`select '2147483648'::int`, 'invalid', '«2147483648»: число вне'],
      [`select '0000-01-01'::date`, 'invalid', '«0000-01-01»'],
      [`select 'x'::uuid`, 'invalid', '«x»: это не'],
      [`select '{'::json`, 'invalid', 'База данных не приняла'],
      ['select 1e300::float8::int', 'invalid', 'одно из значений'],
      [`select repeat('(', 30000)::tsquery`, 'invalid', 'База данных'],
      ['select 1 from nowhere', 'internal', 'Обмен'],
    ])
      expect(await db.query(statement!).catch(toAppError), statement).toMatchObject({
        code,
        message: expect.stringContaining(words!),
      })
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
