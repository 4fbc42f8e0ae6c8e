import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SERVICE = fileURLToPath(new URL('../..', import.meta.url))

/** The embedded server's keeper is a process of its own and needs compiled sources, also when tests run without a build. */
export function compileKeeper(): void {
  const compiled = join(SERVICE, 'dist/db/embedded/keeper.js')
  const sources = join(SERVICE, 'src/db/embedded')
  const newest = Math.max(...readdirSync(sources).map(name => statSync(join(sources, name)).mtimeMs))
  if (existsSync(compiled) && statSync(compiled).mtimeMs >= newest) return
  const compiler = join(SERVICE, '../node_modules/typescript/bin/tsc')
  spawnSync(process.execPath, [compiler, '-b', SERVICE], { stdio: 'inherit' })
  if (!existsSync(compiled)) throw new Error(`${compiled} could not be compiled`)
}
