import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { useFreshServer } from './support/app/use-server.js'

const server = useFreshServer()
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SCRIPT = join(ROOT, 'sdk/scripts/types.js')

it('the types of the sdk are those of the API as it is', async () => {
  const document = await (await fetch(`${server.url}/api/v1/openapi.json`)).text()
  const { stdout, stderr } = spawnSync(process.execPath, [SCRIPT], {
    input: document,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  expect(stderr).toBe('')
  await expect(stdout).toMatchFileSnapshot('../../sdk/src/api.generated.ts')
})

it('the first order of docs/platform.md has the type that a generator makes of the document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obmen-types-'))
  const compile = (order: string) => {
    writeFileSync(
      join(folder, 'order.ts'),
      `import type { paths } from './api.js'
type Body = paths['/api/v1/orders/{id}']['put']['requestBody']['content']['application/json']
export const order: Body = ${order}`,
    )
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--types', '', 'order.ts']
    return spawnSync(process.execPath, [compiler, ...options], { cwd: folder, encoding: 'utf8' }).stdout
  }
  writeFileSync(join(folder, 'api.ts'), readFileSync(join(ROOT, 'sdk/src/api.generated.ts')))
  const page = readFileSync(join(ROOT, 'docs/platform.md'), 'utf8')
  const [, order] = /cat > order\.json <<JSON\n([\s\S]*?)\nJSON\n/.exec(page)!
  expect(compile(order!)).toBe('')
  expect(compile(order!.replace('"3000.00"', '3000'))).toContain('not assignable')
  rmSync(folder, { recursive: true })
})
