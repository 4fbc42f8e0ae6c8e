import { execFile, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { RIGHTS } from '@obmen/contract'
import { afterAll, expect, it } from 'vitest'
import { createToken } from '../src/people/api-tokens.js'
import { callApi } from './support/app/test-server.js'
import { useFreshServer, usePlatform } from './support/app/use-server.js'
import { compileStrictly, installPacked } from './support/install-packed.js'
import { openReceiver } from './support/webhooks/receiver.js'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLES = join(ROOT, 'examples')
const server = useFreshServer({ allowPrivateAddresses: 'yes' })
const platform = usePlatform(server)
const folder = mkdtempSync(join(tmpdir(), 'obmen-examples-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What an example prints last. */
// biome-ignore lint/suspicious/noExplicitAny: any answer
async function play(command: string, args: string[], env = {}, cwd = folder): Promise<any> {
  const own = { PATH: process.env.PATH, HOME: folder, OBMEN: server.url, OBMEN_TOKEN: platform.apiToken }
  const { stdout } = await run(command, args, { cwd, env: { ...own, ...env } })
  return JSON.parse(stdout.trim().split('\n').at(-1)!)
}
const SAVED = { revision: 1, changed: true, owedTo: [expect.any(String)] }

it('the example for curl connects a 1C that is owed its order', async ({ skip }) => {
  skip(spawnSync('bash', ['-c', 'curl --version']).status !== 0, 'bash or curl is not installed')
  expect(await play('bash', [join(EXAMPLES, 'curl/first-order.sh')])).toMatchObject(SAVED)
})

it('the example for Python does so, and checks what a webhook brings', async ({ skip }) => {
  skip(spawnSync('python3', ['--version']).status !== 0, 'python3 is not installed')
  const script = join(EXAMPLES, 'python/first_order.py')
  expect(await play('python3', [script])).toMatchObject(SAVED)
  await using receiver = await openReceiver()
  const input = { url: receiver.url, types: ['*'] }
  const { id, secret } = (await platform.call('POST', '/api/v1/webhooks', input)).body
  await platform.call('POST', `/api/v1/webhooks/${id}/test`)
  await expect.poll(() => receiver.received.length).toBe(1)
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]]
  const call = JSON.stringify([secret, headers, body])
  const code = 'import json,os;from first_order import *;s,h,b=json.loads(os.environ["CALL"])'
  const check = (by: string) =>
    play(
      'python3',
      ['-c', `${code}\n${by}`],
      { CALL: call, PYTHONDONTWRITEBYTECODE: '1' },
      join(EXAMPLES, 'python'),
    )
  expect(await check('print(json.dumps(verify_webhook(s, h, b.encode())))')).toMatchObject({ type: 'test' })
  await expect(check('verify_webhook(s, h, (b + " ").encode())')).rejects.toThrow('wrong signature')
})

it('the requests for editors do so one after the other', async () => {
  const text = readFileSync(join(EXAMPLES, 'http/first-order.http'), 'utf8')
  const answers: Record<string, { response: { body: unknown } }> = {}
  const granted = { locationId: platform.locationId, name: 'Проба', rights: RIGHTS, sandbox: true }
  const { secret: token } = await createToken(server.db, granted)
  const given: Record<string, string> = { obmen: server.url, token }
  const filled = (part: string): string =>
    part.replace(/\{\{(.+?)\}\}/g, (_, name: string) => {
      const steps = name.split(/[.[\]]+/).filter(step => step !== '$' && step !== '')
      // biome-ignore lint/suspicious/noExplicitAny: any part of an answer
      return given[name] ?? String(steps.reduce((found: any, step) => found[step], answers))
    })
  for (const request of text.split(/^### .*$/m).slice(1)) {
    const [, name, method, url, headers, body] =
      /^\s*# @name (\w+)\n(\w+) (\S+)\n((?:[\w-]+: .*\n)*)([\s\S]*)$/.exec(request) ?? []
    const lines = filled(headers!).trim().split('\n')
    const sent = Object.fromEntries(
      lines.map(line => line.replace(/^[^:]+/, key => key.toLowerCase()).split(': ')),
    )
    const answer = await callApi(filled(url!), method!, body?.trim() ? filled(body) : undefined, sent)
    expect([name, answer.text, answer.status < 300]).toEqual([name, answer.text, true])
    answers[name!] = { response: answer }
  }
  expect(answers).toMatchObject({
    order: { response: { body: SAVED } },
    exports: { response: { body: { items: [{ state: 'owed' }] } } },
    dryRun: { response: { body: { documents: [{ orderId: 'http-1' }] } } },
    played: { response: { body: { confirmed: true, documents: [{ orderId: 'http-1' }] } } },
  })
})

it('installed from its package in a fresh folder, the kit compiles and runs its example', async () => {
  const packages = ['openapi-fetch', 'openapi-typescript-helpers', 'standardwebhooks']
  await installPacked(folder, 'sdk', [...packages, '@stablelib/base64', 'fast-sha256'])
  cpSync(join(EXAMPLES, 'typescript/first-order.ts'), join(folder, 'first-order.ts'))
  await compileStrictly(folder, 'first-order.ts')
  expect(await play(process.execPath, ['first-order.js'])).toMatchObject({ ...SAVED, status: 201 })
})
