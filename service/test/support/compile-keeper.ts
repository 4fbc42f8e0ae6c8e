import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SERVICE = fileURLToPath(new URL('../..', import.meta.url))

/** The embedded server's keeper is a process of its own and needs compiled sources, also when tests run without a build. */
export function compileKeeper(): void {
  if (isCompiled()) return
  const compiler = join(SERVICE, '../node_modules/typescript/bin/tsc')
  spawnSync(process.execPath, [compiler, '-b', SERVICE], { stdio: 'inherit' })
  if (!existsSync(join(SERVICE, 'dist/db/embedded/keeper.js')))
    throw new Error('the keeper could not be compiled')
}

function isCompiled(): boolean {
  const sources = join(SERVICE, 'src/db/embedded')
  const names = readdirSync(sources).filter(name => /(?<!\.test)\.ts$/.test(name))
  return names.every(name => {
    const compiled = statSync(join(SERVICE, 'dist/db/embedded', name.replace(/ts$/, 'js')), {
      throwIfNoEntry: false,
    })
    return compiled !== undefined && compiled.mtimeMs >= statSync(join(sources, name)).mtimeMs
  })
}
