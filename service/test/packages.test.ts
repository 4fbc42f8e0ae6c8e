import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sampleOrder } from './support/app/test-server.js'
import { useFreshServer, usePlatform } from './support/app/use-server.js'
import { compileStrictly, installPacked } from './support/install-packed.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const server = useFreshServer()
const platform = usePlatform(server)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obmen-packages-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The examples of a README, in their order. */
function examplesOf(workspace: string): string[] {
  const page = readFileSync(join(ROOT, workspace, 'README.md'), 'utf8')
  return [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code!)
}

async function compile(examples: Record<string, string>): Promise<void> {
  for (const [name, code] of Object.entries(examples)) writeFileSync(join(folder, `${name}.ts`), code)
  await compileStrictly(folder, ...Object.keys(examples).map(name => `${name}.ts`))
}

/** What the compiled example prints. */
async function play(name: string, input: Uint8Array = Buffer.alloc(0)): Promise<Buffer> {
  const child = spawn(process.execPath, [`${name}.js`], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  const pieces: Buffer[] = []
  for await (const piece of child.stdout) pieces.push(piece)
  return Buffer.concat(pieces)
}

it('the codec in a fresh folder writes, checks and reads the order of its README', async () => {
  await installPacked(folder, 'codec', ['saxes', 'xmlchars'])
  const [write, read, catalogue, check] = examplesOf('codec') as [string, string, string, string]
  await compile({ write, read, catalogue, check: write + check })
  const document = await play('write')
  expect(new TextDecoder('windows-1251').decode(document)).toContain('<Номер>17</Номер>')
  expect((await play('read', document)).toString()).toBe('17 not paid\n')
  expect((await play('check')).toString('latin1')).toMatch(/\n\[\]\n$/)
})

it('the simulator in a fresh folder plays the exchange of its README', async () => {
  await installPacked(folder, 'simulator', ['saxes', 'xmlchars', 'yazl', 'buffer-crc32'])
  const { login, password } = await platform.connect({ client: 'bp' })
  await platform.batch([sampleOrder(platform.companyId, { id: 'first' })])
  const [example] = examplesOf('simulator')
  const pull = example!
    .replace('http://127.0.0.1:8080', server.url)
    .replace("login: '…'", `login: '${login}'`)
    .replace("password: '…'", `password: '${password}'`)
  await compile({ pull })
  const printed = (await play('pull')).toString().trim().split('\n').at(-1)!
  expect(JSON.parse(printed)).toMatchObject({ outcome: 'confirmed', documents: [{ action: 'created' }] })
})
