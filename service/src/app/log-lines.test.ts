import { expect, it } from 'vitest'
import { newPlatform, oneC, startTestServer } from '../../test/support/app/test-server.js'
import { freshDatabase } from '../../test/support/databases.js'
import { createLog } from '../log.js'

it('lines of the log say which request it was, which token, which 1C of which company', async () => {
  const lines: Record<string, unknown>[] = []
  const log = createLog('debug', { write: line => void lines.push(JSON.parse(line)) })
  await using db = await freshDatabase()
  await using server = await startTestServer(db, {}, log)
  const platform = await newPlatform(server)
  const one = await platform.connect()
  const put = await platform.put('a')
  await oneC(server, one).signIn()
  const { login, id: integrationId } = one
  await oneC(server, { login, password: 'wrong' }).ask('checkauth')
  const states = () => lines.filter(({ msg }) => msg === 'a 1C is refused')
  await expect.poll(states).toMatchObject([{ level: 40, integrationId, cause: 'wrong-password' }])

  const requestId = put.headers.get('x-request-id')
  const { rows } = await db.query<{ name: string }>('select name from api_token')
  expect(lines.filter(line => line.requestId === requestId && line.msg === 'request')).toMatchObject([
    { method: 'PUT', status: 201, tokenName: rows[0]!.name },
  ])
  const exchanges = lines.filter(({ msg }) => msg === 'exchange')
  const { companyId } = platform
  expect(exchanges.find(({ outcome }) => outcome === 'done')).toMatchObject({
    integrationId,
    companyId,
    login,
  })
  expect(exchanges.find(({ outcome }) => outcome === 'refused')).toMatchObject({ login, mode: 'checkauth' })
  expect(lines.filter(line => 'reqId' in line)).toEqual([])
})

it('what is typed into the field of a login that no 1C has is not logged', async () => {
  const lines: string[] = []
  await using db = await freshDatabase()
  await using server = await startTestServer(
    db,
    {},
    createLog('debug', { write: line => void lines.push(line) }),
  )
  await oneC(server, { login: 'perhaps-a-password', password: 'x' }).ask('checkauth')
  expect(lines.filter(line => line.includes('"msg":"exchange"'))).toHaveLength(1)
  expect(lines.join('')).not.toContain('perhaps-a-password')
})
