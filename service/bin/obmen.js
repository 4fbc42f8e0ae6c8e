#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// A clone has sources only: the first command compiles them (a second or two); an installed package has dist already.
const entry = new URL('../dist/main.js', import.meta.url)
if (!existsSync(entry)) {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  const built = spawnSync(process.execPath, [compiler, '-b', 'service'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) process.exit(1)
}
const { main } = await import(entry.href)
await main(process.argv)
