import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runObmen, startObmen } from '../../../test/support/app/run-obmen.js'
import { newPlatform } from '../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'

const server = useFreshServer()
const folder = mkdtempSync(join(tmpdir(), 'obmen-publish-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return String(port)
}

const LOGIN = ['--login', 'obmen', '--password', 'пароль']
const authorization = `Basic ${Buffer.from('obmen:пароль').toString('base64')}`

it('publishes the base that a pull made, and what people do in it is seen at once', async () => {
  const platform = await newPlatform(server)
  const { login, password } = await platform.connect({ client: 'bp' })
  await platform.put('olv-17', {})
  const base = join(folder, 'base')
  const pulled = await runObmen([
    ...['1c', 'pull', '--url', `${server.url}/1c`, '--login', login, '--password', password],
    ...['--client', 'bp', '--base', base],
  ])
  expect(pulled).toMatchObject({ exitCode: 0 })

  const port = await freePort()
  const serving = startObmen(['1c', 'serve', '--base', base, '--port', port, ...LOGIN])
  let told = ''
  for await (const piece of serving.stdout!) {
    told += String(piece)
    if (told.includes('Ctrl-C')) break
  }
  const url = /адрес +(\S+)/.exec(told)?.[1]
  expect(told).toContain('ALLOW_PRIVATE_ADDRESSES')
  const path = encodeURI('Document_СчетНаОплатуПокупателю?$format=json&$select=Number,Posted')
  const read = async () =>
    (await fetch(`${url}/odata/standard.odata/${path}`, { headers: { authorization } })).json()
  expect(await read()).toMatchObject({ value: [{ Posted: true }] })

  const unposted = await runObmen(['1c', 'act', '--base', base, '--document', '1', '--do', 'unpost'])
  expect(unposted).toMatchObject({ exitCode: 0, stdout: 'Счёт 1: unpost.\n' })
  expect(await read()).toMatchObject({ value: [{ Posted: false }] })

  const taken = await runObmen(['1c', 'serve', '--base', base, '--port', port])
  expect(taken).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('уже занят') })
  serving.kill('SIGTERM')
  const [code] = await once(serving, 'exit')
  expect(code).toBe(0)
})

it('refuses a file that is no such base, a port and an action that do not exist', async () => {
  const file = join(folder, 'text')
  writeFileSync(file, 'text')
  const serve = (...words: string[]) => runObmen(['1c', 'serve', ...words])
  for (const [words, said] of [
    [['--base', file, '--port', '9000'], 'это не база'],
    [['--base', join(folder, 'none'), '--port', '9000'], 'такой базы нет'],
    [['--base', file, '--port', '0'], '--port «0»'],
  ] as const)
    expect(await serve(...words)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(said) })
  const act = await runObmen(['1c', 'act', '--base', file, '--document', '1', '--do', 'burn'])
  expect(act.stderr).toContain('такого действия нет')
})
