import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { useFreshServer } from './support/app/use-server.js'

const server = useFreshServer()
const SCRIPT = fileURLToPath(new URL('../../sdk/scripts/types.js', import.meta.url))

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
