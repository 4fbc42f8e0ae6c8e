import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SERVICE = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles the service if necessary: all workers run compiled files, even if tests run the sources. */
export function compileSources(): void {
  if (isCompiled()) return
  const compiler = join(SERVICE, '../node_modules/typescript/bin/tsc')
  spawnSync(process.execPath, [compiler, '-b', SERVICE], { stdio: 'inherit' })
  if (!existsSync(join(SERVICE, 'dist/main.js'))) throw new Error('the service could not be compiled')
}

function isCompiled(): boolean {
  const built = statSync(join(SERVICE, 'dist/.tsbuildinfo'), { throwIfNoEntry: false })
  return ['codec/src', 'simulator/src', 'sdk/src', 'service/src'].every(folder =>
    readdirSync(join(SERVICE, '..', folder), { recursive: true, encoding: 'utf8' }).every(
      name => built !== undefined && built.mtimeMs >= statSync(join(SERVICE, '..', folder, name)).mtimeMs,
    ),
  )
}
