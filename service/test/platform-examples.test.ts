import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'
import { newPlatform, type Platform, startTestServer } from './support/app/test-server.js'
import { describeOnNewestPostgres } from './support/databases.js'

const run = promisify(execFile)
const PAGE = new URL('../../docs/platform.md', import.meta.url)

/** Needs what no server has by itself: a receiver with a package of its own. */
const ELSEWHERE = ['standardwebhooks']

interface Example {
  language: string
  code: string
  /** The answer that the page shows below it. */
  shown: string | undefined
}

describeOnNewestPostgres('the page for platforms', pg => {
  let platform: Platform
  let examples: Example[]
  let folder: string
  beforeAll(async () => {
    const server = await startTestServer(await pg.freshDatabase())
    platform = await newPlatform(server)
    await platform.connect()
    folder = await mkdtemp(join(tmpdir(), 'obmen-examples-'))
    const blocks = [...(await readFile(PAGE, 'utf8')).matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    examples = blocks.flatMap(([, language = '', code = ''], at) =>
      language === 'json' ? [] : [{ language, code, shown: answerOf(blocks[at + 1]) }],
    )
    return async () => {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    }
  })

  it('has examples that work one after the other, with each variable set before it is used', async ({
    skip,
  }) => {
    skip(spawnSync('bash', ['-c', 'curl --version']).status !== 0, 'bash or curl is not installed')
    const known: Record<string, string> = { OBMEN: platform.url, OBMEN_TOKEN: platform.apiToken }
    const env: Record<string, string> = {}
    let called = 0
    for (const { language, code, shown } of examples) {
      if (ELSEWHERE.some(part => code.includes(part))) continue
      // What the page leaves to the reader: `export COMPANY=…`.
      const text = code.replace(/^export (\w+)=\S+.*$/gm, (_, name: string) => {
        env[name] = known[name] ?? ''
        expect([name, env[name]]).not.toEqual([name, ''])
        return ''
      })
      if (text.trim() === '') continue
      const answer = language === 'ts' ? await runNode(text, env) : await runShell(text, env)
      called++
      const said = objectOf(answer)
      if (code.includes('/companies')) known.COMPANY = said.items[0].id
      const fails = shown !== undefined && /"status":\s*4\d\d/.test(shown)
      if (said?.code !== undefined && !fails) throw new Error(`${code}\n${answer}`)
      // An empty list has nothing of what the page shows of a full one.
      if (shown === undefined || said?.items?.length === 0) continue
      for (const [, name = ''] of shown.matchAll(/"(\w+)":/g))
        expect([code, answer]).toEqual([code, expect.stringContaining(`"${name}":`)])
    }
    expect(called).toBeGreaterThan(8)
  })

  it('has a client in TypeScript that throws status and Retry-After, of answers in HTML too', async () => {
    const { code } = examples.find(example => example.code.includes('function putOrder'))!
    const client = code.slice(0, code.indexOf('\nconst order ='))
    const answers = [
      { status: 429, head: { 'retry-after': '7' }, body: '{"code":"too-many-requests","detail":"Позже."}' },
      { status: 502, head: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' },
      { status: 200, head: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' },
    ]
    const proxy = createServer((_, response) => {
      const { status, head, body } = answers.shift()!
      response.writeHead(status, head).end(body)
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    const OBMEN = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const call = `await putOrder({ id: 'a' }).catch(({ status, retryAfter, message }) => ({ status, retryAfter, message }))`
    const thrown = await runNode(`${client}\nconsole.log(JSON.stringify([${[call, call, call]}]))`, { OBMEN })
    proxy.close()
    expect(JSON.parse(thrown)).toEqual([
      { status: 429, retryAfter: 7, message: '429 too-many-requests: Позже.' },
      { status: 502, message: '502 Bad Gateway: no JSON' },
      { status: 200, message: '200 OK: no JSON' },
    ])
  })

  async function runShell(code: string, env: Record<string, string>): Promise<string> {
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', code], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
    })
    return stdout
  }

  async function runNode(code: string, env: Record<string, string>): Promise<string> {
    await writeFile(join(folder, 'example.mjs'), code)
    const { stdout } = await run(process.execPath, ['example.mjs'], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
    })
    return stdout
  }
})

/** An answer that is one object; a batch answers line by line, the example in TypeScript by its own words. */
// biome-ignore lint/suspicious/noExplicitAny: what the answer holds is what the page says
function objectOf(answer: string): any {
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}

/** What follows an example, where that is an answer. */
function answerOf(block: RegExpExecArray | RegExpMatchArray | undefined): string | undefined {
  return block?.[1] === 'json' ? block[2] : undefined
}
