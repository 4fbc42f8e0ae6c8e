// The shapes of REST come as types only: their values would bring zod and all schemas (28 KB) into the browser.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../src/', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name))
let contractImports = 0
const wrong = files.filter(file => {
  const imports = [
    ...readFileSync(join(root, file), 'utf8').matchAll(/^(import|export)( type)? [^;']*?'([^']+)'/gm),
  ]
  const ofContract = imports.filter(([, , , from]) => from === '@obmen/contract/rest')
  contractImports += ofContract.length
  return ofContract.some(([, , type]) => type === undefined)
})
if (contractImports === 0)
  throw new Error('No import of the REST shapes found: this check looks at the wrong place')
for (const file of wrong) console.error(`src/${file}: import type from @obmen/contract/rest, not its values`)
console.log(`${contractImports} imports of REST shapes, ${wrong.length} that bring values`)
if (wrong.length > 0) process.exit(1)
