import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'
import { newPlatform, type Platform, startTestServer } from './support/app/test-server.js'
import { describeOnNewestPostgres } from './support/databases.js'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The second goes on where the first ends. */
const PAGES = ['docs/platform.md', 'docs/events.md']

/** Needs what no server has by itself: a receiver. */
const ELSEWHERE = ['verifyWebhook']

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
    folder = await mkdtemp(join(tmpdir(), 'obmen-examples-'))
    // Where the example in TypeScript finds the sdk.
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    const pages = await Promise.all(PAGES.map(page => readFile(join(ROOT, page), 'utf8')))
    const blocks = [...pages.join('\n').matchAll(/^```(\w+)\n(.*?)^```$/gms)]
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
      if (code.includes('/integrations ')) known.INTEGRATION = said.id
      if (code.includes('--data @order.json')) expect(said.owedTo).toEqual([known.INTEGRATION])
      if (code.includes('/dry-run')) expect(said.documents).toMatchObject([{ action: 'created' }])
      if (said?.warnings) expect(said.warnings).toEqual([])
      const fails = shown !== undefined && /"status":\s*4\d\d/.test(shown)
      if (said?.code !== undefined && !fails) throw new Error(`${code}\n${answer}`)
      // An empty list has nothing of what the page shows of a full one.
      if (shown === undefined || said?.items?.length === 0) continue
      for (const [, name = ''] of shown.matchAll(/"(\w+)":/g))
        expect([code, answer]).toEqual([code, expect.stringContaining(`"${name}":`)])
    }
    expect(called).toBeGreaterThan(8)
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
