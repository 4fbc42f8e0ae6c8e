import { expect, it } from 'vitest'
import { runObmen } from '../../support/app/run-obmen.js'
import { useFreshServer, usePlatform } from '../../support/app/use-server.js'

const server = useFreshServer()
const platform = usePlatform(server)

it('1c pull --closed-before tells which order a closed period of БП stops, and fails', async () => {
  const { login, password } = await platform.connect()
  await platform.put('olv-17')
  const address = ['--url', `${server.url}/1c`, '--login', login, '--password', password, '--client', 'bp']
  const closed = await runObmen(['1c', 'pull', ...address, '--closed-before', '2026-12-01', '--json'])
  expect(closed.exitCode).toBe(1)
  const { outcome, findings } = JSON.parse(closed.stdout)
  expect(outcome).toBe('load-failed')
  expect(findings).toContainEqual(expect.objectContaining({ code: 'closed-period', order: '1' }))

  const open = await runObmen(['1c', 'pull', ...address, '--closed-before', '2026-11-01', '--json'])
  expect(open).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('"confirmed":true') })
})

it('1c pull says what is wrong with a date', async () => {
  const words = ['--url', server.url, '--login', 'l', '--password', 'p', '--client', 'bp']
  const run = await runObmen(['1c', 'pull', ...words, '--closed-before', '2026-02-31'])
  expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('2026-02-31') })
})
