import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const compiler = `${root}node_modules/typescript/bin/tsc`

/** What to do where `canCompile` is false. */
export const CANNOT_COMPILE = [
  'Obmen не собран: не установлены пакеты, которыми он собирается (--omit или NODE_ENV=production).',
  'Выполните «npm ci --include=dev --include=optional»; потом их можно убрать: «npm prune --omit=dev».',
  'Obmen is not built: the packages that build it are not installed (--omit or NODE_ENV=production).',
  'Run "npm ci --include=dev --include=optional"; "npm prune --omit=dev" may remove them afterwards.',
].join('\n')

/**
 * Whether the compiler and the types of all packages are installed. The compiler alone is no sign of that: without development packages
 * npm still installs it, as an optional peer of cosmiconfig, which graphile-worker needs.
 */
export function canCompile() {
  const types = ['package.json', 'service/package.json', 'simulator/package.json'].flatMap(file =>
    Object.keys(JSON.parse(readFileSync(root + file, 'utf8')).devDependencies).filter(name =>
      name.startsWith('@types/'),
    ),
  )
  if (!types.every(name => existsSync(`${root}node_modules/${name}`))) return false
  // The compiler's program is a package for this system, which --omit=optional leaves out.
  return existsSync(compiler) && spawnSync(process.execPath, [compiler, '--version']).status === 0
}

/** Compiles the service; false if that fails, with the reason on stderr. */
export function compile() {
  const stdio = ['ignore', 2, 2]
  return spawnSync(process.execPath, [compiler, '-b', 'service'], { cwd: root, stdio }).status === 0
}
