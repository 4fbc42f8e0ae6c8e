import { execFile } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const THEIRS = ['@types/node', 'undici-types']

/** Installs a workspace from the package that npm makes of it, and the packages that it needs from ours: no registry is asked. */
export async function installPacked(folder: string, workspace: string, packages: string[]): Promise<void> {
  const folders = [...packages, ...THEIRS].map(name => join(ROOT, 'node_modules', name))
  await run('npm', ['pack', '--silent', '--ignore-scripts', join(ROOT, workspace), ...folders], {
    cwd: folder,
  })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const packed = readdirSync(folder).filter(name => name.endsWith('.tgz'))
  const options = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts']
  await run('npm', ['install', ...options, ...packed.map(name => `./${name}`)], { cwd: folder })
}

/** Compiles files of that folder as strictly as a compiler can, the types of the packages too. */
export async function compileStrictly(folder: string, ...files: string[]): Promise<void> {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const strict = ['--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2022']
  await run(process.execPath, [compiler, ...strict, '--types', 'node', ...files], { cwd: folder })
}
